COPY (SELECT 'x') TO '/var/tmp/schemawatch-was-here';
