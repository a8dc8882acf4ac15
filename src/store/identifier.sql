-- name: all
SELECT id, person, place, kind, text FROM identifier ORDER BY id;

-- name: add
INSERT INTO identifier (person, place, kind, text) VALUES (?1, ?2, ?3, ?4);

-- name: change
UPDATE identifier SET kind = ?2, text = ?3 WHERE id = ?1;

-- name: remove
DELETE FROM identifier WHERE id = ?1;
