-- What types mean, each given as "oid modifier". format_type reads the system caches only. A domain stands for the type below
-- it, as in Prisma's eyes.
SELECT given.oid AS type_oid,
       given.modifier AS type_modifier,
       e.oid IS NOT NULL AS list,
       CASE WHEN tn.nspname = 'pg_catalog' THEN '' ELSE tn.nspname END AS schema,
       CASE WHEN tn.nspname = 'pg_catalog' THEN format_type(t.oid, NULL) ELSE t.typname END AS name,
       CASE WHEN m.typmod >= 0
         THEN substring(format_type(t.oid, m.typmod) FROM '\(([^()]*)\)[^()]*$') END AS modifiers
FROM (SELECT split_part(u.type, ' ', 1)::oid AS oid, split_part(u.type, ' ', 2)::int AS modifier
      FROM unnest(?::text[]) AS u (type)) given
JOIN pg_type ct ON ct.oid = given.oid
LEFT JOIN pg_type e ON e.oid = ct.typelem AND e.typarray = ct.oid
JOIN pg_type dt ON dt.oid = coalesce(e.oid, ct.oid)
CROSS JOIN LATERAL (SELECT CASE WHEN dt.typtype = 'd' THEN dt.typtypmod ELSE given.modifier END AS typmod) m
JOIN pg_type t ON t.oid = CASE WHEN dt.typtype = 'd' THEN dt.typbasetype ELSE dt.oid END
JOIN pg_namespace tn ON tn.oid = t.typnamespace
