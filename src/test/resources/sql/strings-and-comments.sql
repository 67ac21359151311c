-- every way to hide a semicolon; none of these ends a statement
SELECT 'a;b', 'it''s; it', E'it\';s', e'\\', E'\'';
SELECT "semi;colon", "quo""te;" FROM "t;able";
SELECT $$ body; with 'quotes" $$, $tag$ $$ ; $$ $tag$, $a1_é$;$a1_é$;
/* one /* two; */ still one; */ SELECT 1 /* ; */ ;
SELECT U&'\0041;' UESCAPE '!', U&"d\0061t;a", N'n;', B'01', X'1F' FROM t;
SELECT 'first; '


  'second; ';
SELECT E'one\';'
       'two\';' AS continued_with_backslashes;
SELECT 1 -- no newline but a return
;
SELECT $1 + $2, a$b$c, x.y$1 FROM f($3);
SELECT 1.5e-10, .5, 1., 0x1F, 1_000, x[1:2], '{}'::int[], a-- minus comment;
 -1, 5 /* five; */ * 2, a @> b, c ->> 'd;', e #>> '{f;}', g ?| array['h'];
SELECT 'standard \'; SELECT '; \';
SELECT 'x' = 'y'; ; ;; SELECT 2
