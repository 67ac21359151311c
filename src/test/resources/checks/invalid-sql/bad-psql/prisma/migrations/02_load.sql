\set ON_ERROR_STOP on

COPY "Booking" FROM stdin;
a	2024-01-01	x
\.
