CREATE SCHEMA shop;
CREATE TYPE public."Mood" AS ENUM ('GOOD', 'BAD');
CREATE TYPE shop."Mood" AS ENUM ('GOOD', 'BAD');
CREATE TABLE public."Visit" (id integer NOT NULL, mood public."Mood" NOT NULL, CONSTRAINT "Visit_pkey" PRIMARY KEY (id));
CREATE TABLE shop."Order" (id integer NOT NULL, mood public."Mood" NOT NULL, CONSTRAINT "Order_pkey" PRIMARY KEY (id));
