DO $$
BEGIN
    LOOP
        BEGIN
            PERFORM pg_sleep(3600);
        EXCEPTION WHEN query_canceled THEN
            RAISE NOTICE 'never';
        END;
    END LOOP;
END
$$;
