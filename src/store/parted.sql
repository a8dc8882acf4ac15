-- name: all
SELECT id, one, other FROM parted ORDER BY id;

-- name: among
SELECT id, one, other FROM parted
WHERE one IN (SELECT value FROM json_each (?1)) AND other IN (SELECT value FROM json_each (?1)) ORDER BY id;

-- name: add
INSERT INTO parted (one, other)
SELECT ?1, ?2 WHERE NOT EXISTS (SELECT 1 FROM parted WHERE one = ?1 AND other = ?2);

-- name: remove
DELETE FROM parted WHERE id = ?1;
