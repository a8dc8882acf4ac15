-- name: all
SELECT id, entry, weakness, coder FROM declined ORDER BY id;

-- name: add
INSERT INTO declined (entry, weakness, coder) VALUES (?1, ?2, ?3);

-- name: set weakness
UPDATE declined SET weakness = ?2 WHERE id = ?1;

-- name: remove one
DELETE FROM declined WHERE id = ?1;

-- name: remove
DELETE FROM declined WHERE entry = ?1 AND weakness = ?2;
