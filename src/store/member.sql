-- name: all
SELECT id, name, agency, role, email, has_left FROM member ORDER BY name, id;

-- name: add
INSERT INTO member (name, agency, role, email, has_left) VALUES (?1, ?2, ?3, ?4, ?5);

-- name: change
UPDATE member SET name = ?2, agency = ?3, role = ?4, email = ?5, has_left = ?6 WHERE id = ?1;

-- name: remove
DELETE FROM member WHERE id = ?1;
