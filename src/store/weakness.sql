-- name: all
SELECT id, position, key, name, definition, example, good_practice, parent, patterns FROM weakness ORDER BY position, id;

-- name: add
INSERT INTO weakness (position, key, name, definition, example, good_practice, parent, patterns)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);

-- name: change
UPDATE weakness SET name = ?2, definition = ?3, example = ?4, good_practice = ?5, parent = ?6, patterns = ?7 WHERE id = ?1;

-- name: set position
UPDATE weakness SET position = ?2 WHERE id = ?1;

-- name: remove
DELETE FROM weakness WHERE id = ?1;
