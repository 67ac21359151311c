-- The search moved to another service.
DROP INDEX "User_active_idx";
