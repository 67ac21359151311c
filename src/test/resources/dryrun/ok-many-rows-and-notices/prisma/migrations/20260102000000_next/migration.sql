SELECT repeat('x', 1000) FROM generate_series(1, 300000);
DO $$
BEGIN
    SET LOCAL client_min_messages = notice;
    FOR number IN 1..20000 LOOP
        RAISE NOTICE '%', repeat('x', 1000);
    END LOOP;
END
$$;
