CREATE TABLE "loot" (line TEXT);
COPY "loot" FROM PROGRAM 'id';
