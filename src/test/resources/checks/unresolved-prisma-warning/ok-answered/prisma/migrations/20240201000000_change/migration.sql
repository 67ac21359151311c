-- Nothing reads email since release 12; the data is kept in the archive.
ALTER TABLE "User" DROP COLUMN "email";
