-- name: all
SELECT noun, sum FROM tally ORDER BY noun;

-- name: one
SELECT sum FROM tally WHERE noun = ?1;

-- name: change
UPDATE tally SET sum = ?2 WHERE noun = ?1;

-- name: add
INSERT INTO tally (noun, sum) VALUES (?1, ?2);

-- name: said
SELECT tally FROM audit ORDER BY id DESC LIMIT 1;
