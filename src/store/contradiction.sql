-- name: all
SELECT id, about, one, other, a, b, standing, note FROM contradiction ORDER BY id;

-- name: one
SELECT id, about, one, other, a, b, standing, note FROM contradiction WHERE id = ?1;

-- name: between
SELECT id, about, one, other, a, b, standing, note FROM contradiction WHERE one = ?1 AND other = ?2 AND about = ?3;

-- name: add
INSERT INTO contradiction (about, one, other, a, b, standing, note) VALUES (?2, ?3, ?4, ?5, ?6, ?7, ?8);

-- name: change
UPDATE contradiction SET about = ?2, one = ?3, other = ?4, a = ?5, b = ?6, standing = ?7, note = ?8 WHERE id = ?1;

-- name: remove
DELETE FROM contradiction WHERE id = ?1;
