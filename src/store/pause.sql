-- name: all
SELECT id, starts, ends, reason FROM pause ORDER BY starts, id;

-- name: add
INSERT INTO pause (starts, ends, reason) VALUES (?1, ?2, ?3);

-- name: change
UPDATE pause SET starts = ?2, ends = ?3, reason = ?4 WHERE id = ?1;

-- name: remove
DELETE FROM pause WHERE id = ?1;
