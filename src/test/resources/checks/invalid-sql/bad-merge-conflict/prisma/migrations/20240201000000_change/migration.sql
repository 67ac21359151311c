CREATE TABLE "Room" (
<<<<<<< HEAD
    "id" INTEGER
=======
    "id" BIGINT
>>>>>>> feature
);
