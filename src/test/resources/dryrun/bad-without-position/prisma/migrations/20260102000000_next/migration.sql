INSERT INTO "User" VALUES (1, 'a@example.com');
SELECT 1;
INSERT INTO "User" VALUES (1, 'b@example.com');
INSERT INTO "User" VALUES (2, 'c@example.com');
