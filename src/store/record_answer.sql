-- name: all
SELECT key, answer FROM record_answer ORDER BY key;

-- name: add
INSERT INTO record_answer (key, answer) VALUES (?1, ?2);

-- name: change
UPDATE record_answer SET answer = ?2 WHERE key = ?1;

-- name: remove
DELETE FROM record_answer WHERE key = ?1;
