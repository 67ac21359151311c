DO $$
BEGIN
    ALTER TABLE "User" ADD COLUMN "name" TEXT;
    RAISE EXCEPTION 'no way' USING HINT = 'Turn back.';
END
$$;
