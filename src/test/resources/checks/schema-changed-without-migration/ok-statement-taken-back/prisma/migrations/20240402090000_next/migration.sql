CREATE INDEX ON "Tenant" ("id");
