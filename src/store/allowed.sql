-- name: all
SELECT id, words, why FROM allowed ORDER BY id;

-- name: add
INSERT INTO allowed (words, why) VALUES (?1, ?2);

-- name: remove
DELETE FROM allowed WHERE id = ?1;
