-- name: all
SELECT id, label, at, who, sections FROM version ORDER BY id;

-- name: add
INSERT INTO version (label, at, who, sections) VALUES (?1, ?2, ?3, ?4);

-- name: set label
UPDATE version SET label = ?2 WHERE id = ?1;

-- name: remove
DELETE FROM version WHERE id = ?1;
