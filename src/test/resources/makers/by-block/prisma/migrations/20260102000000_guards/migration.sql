-- What Prisma has no words for, for every table of the application.
CREATE FUNCTION "touch"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;

DO $$
DECLARE
    named text;
BEGIN
    FOREACH named IN ARRAY ARRAY['Booking'] LOOP
        EXECUTE format('ALTER TABLE %I ADD COLUMN note text', named);
        EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (total >= 0)', named, named || '_sane');
        EXECUTE format('CREATE INDEX %I ON %I (total) WHERE total > 0', named || '_paid', named);
        EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION touch()',
                       named || '_touch', named);
    END LOOP;
END $$;
