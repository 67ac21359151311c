SET lock_timeout = '5s';

DROP INDEX CONCURRENTLY "User_email_idx";
