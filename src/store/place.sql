-- name: all
SELECT id, kind, name, forms, written, note FROM place ORDER BY id;

-- name: add
INSERT INTO place (kind, name, forms, written, note) VALUES (?1, ?2, ?3, ?4, ?5);

-- name: change
UPDATE place SET kind = ?2, name = ?3, forms = ?4, written = ?5, note = ?6 WHERE id = ?1;

-- name: remove
DELETE FROM place WHERE id = ?1;
