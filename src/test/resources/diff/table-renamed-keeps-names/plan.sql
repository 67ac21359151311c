-- primary key public.Account.Account_pkey: name is User_pkey, expected is Account_pkey
ALTER TABLE "public"."Account" RENAME CONSTRAINT "User_pkey" TO "Account_pkey";
-- index public.Account.Account_email_key: name is User_email_key, expected is Account_email_key
ALTER INDEX "public"."User_email_key" RENAME TO "Account_email_key";
-- index public.Account.Account_name_idx: name is User_name_idx, expected is Account_name_idx
ALTER INDEX "public"."User_name_idx" RENAME TO "Account_name_idx";
-- foreign key public.Account.Account_ownerId_fkey: name is User_ownerId_fkey, expected is Account_ownerId_fkey
ALTER TABLE "public"."Account" RENAME CONSTRAINT "User_ownerId_fkey" TO "Account_ownerId_fkey";
