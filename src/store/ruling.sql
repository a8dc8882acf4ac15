-- name: all
SELECT id, form, before, after, person FROM ruling ORDER BY id;

-- name: of these words
SELECT id FROM ruling WHERE form = ?1 AND before = ?2 AND after = ?3;

-- name: add
INSERT INTO ruling (form, before, after, person) VALUES (?1, ?2, ?3, ?4);

-- name: settle
UPDATE ruling SET person = ?2 WHERE id = ?1;

-- name: remove
DELETE FROM ruling WHERE id = ?1;
