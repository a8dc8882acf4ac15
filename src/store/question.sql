-- name: all
SELECT id, position, text FROM question ORDER BY position, id;

-- name: add
INSERT INTO question (position, text) VALUES (?1, ?2);

-- name: change
UPDATE question SET text = ?2 WHERE id = ?1;

-- name: set position
UPDATE question SET position = ?2 WHERE id = ?1;

-- name: remove
DELETE FROM question WHERE id = ?1;
