-- name: all
SELECT id, name, words, note FROM fact ORDER BY id;

-- name: one
SELECT id, name, words, note FROM fact WHERE id = ?1;

-- name: add
INSERT INTO fact (name, words, note) VALUES (?1, ?2, ?3);

-- name: change
UPDATE fact SET name = ?2, words = ?3, note = ?4 WHERE id = ?1;

-- name: remove
DELETE FROM fact WHERE id = ?1;
