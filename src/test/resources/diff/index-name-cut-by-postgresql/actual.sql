CREATE TABLE "ReservationConfirmationDocument" (
  "id" INTEGER NOT NULL,
  "organisationRegistration" TEXT NOT NULL,
  "confirmationDocumentTitle" TEXT NOT NULL,
  CONSTRAINT "ReservationConfirmationDocument_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "ReservationConfirmationDocument_organisationRegistration_confirmationDocumentTitle_key"
  ON "ReservationConfirmationDocument" ("organisationRegistration", "confirmationDocumentTitle");
