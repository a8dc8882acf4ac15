-- name: all
SELECT id, name, sector, due, note FROM agency ORDER BY id;

-- name: one
SELECT id, name, sector, due, note FROM agency WHERE id = ?1;

-- name: add
INSERT INTO agency (name, sector, due, note) VALUES (?1, ?2, ?3, ?4);

-- name: change
UPDATE agency SET name = ?2, sector = ?3, due = ?4, note = ?5 WHERE id = ?1;

-- name: remove
DELETE FROM agency WHERE id = ?1;

-- name: entries
SELECT count(*) FROM entry WHERE agency = ?1;

-- name: remove imports
DELETE FROM import WHERE agency = ?1;
