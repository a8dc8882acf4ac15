-- name: all
SELECT id, name, settings FROM saved_view ORDER BY id;

-- name: add
INSERT INTO saved_view (name, settings) VALUES (?1, ?2);

-- name: change
UPDATE saved_view SET name = ?2, settings = ?3 WHERE id = ?1;

-- name: remove
DELETE FROM saved_view WHERE id = ?1;
