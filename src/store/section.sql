-- name: all
SELECT id, key, title, text FROM section ORDER BY id;

-- name: one
SELECT id, key, title, text FROM section WHERE id = ?1;

-- name: add
INSERT INTO section (key, title, text) VALUES (?1, ?2, '');

-- name: write
UPDATE section SET text = ?2 WHERE id = ?1;
