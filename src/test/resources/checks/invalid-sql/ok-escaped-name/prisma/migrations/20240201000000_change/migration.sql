CREATE TABLE U&"d!0061t!+000061" UESCAPE '!' (id int);
CREATE INDEX U&"d\0061t_idx" ON U&"d*0061ta" UESCAPE '*' (id);
