CREATE INDEX "User_lower" ON "User"(lower("name"));
CREATE INDEX "User_include" ON "User"("email") INCLUDE (name);
CREATE INDEX "User_where" ON "User"("email") WHERE name IS NULL;
ALTER TABLE "User" ADD CONSTRAINT "name_length" CHECK (length("User".name) < 100);
ALTER TABLE "User" ADD CONSTRAINT "apart" EXCLUDE USING btree (lower(name) WITH =);
-- None of these needs the column.
CREATE INDEX "User_cast" ON "User"(("email"::name));
CREATE INDEX "User_call" ON "User"(name("email"));
ALTER TABLE "User" ADD CONSTRAINT "name" CHECK ("email" <> 'name');
ALTER TABLE "User" ADD CONSTRAINT "cased" CHECK (CASE WHEN "email" IS NULL THEN true ELSE false END);
