ALTER TABLE "Room" ALTER COLUMN "short" SET EXPRESSION AS (left("name", 7));
