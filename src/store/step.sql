-- name: add
INSERT INTO step (stack, label, first_change, last_change) VALUES (?1, ?2, ?3, ?4);

-- name: top
SELECT id, label, first_change, last_change FROM step WHERE stack = ?1 ORDER BY id DESC LIMIT 1;

-- name: remove
DELETE FROM step WHERE id = ?1;

-- name: redo
SELECT id, label, first_change, last_change FROM step WHERE stack = 'redo';

-- name: clear redo
DELETE FROM step WHERE stack = 'redo';

-- name: revision
SELECT revision FROM header WHERE id = 1;
