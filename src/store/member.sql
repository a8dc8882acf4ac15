-- name: all
SELECT id, name, agency, role, email, has_left, independence, connection FROM member ORDER BY name, id;

-- name: add
INSERT INTO member (name, agency, role, email, has_left, independence, connection) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);

-- name: change
UPDATE member SET name = ?2, agency = ?3, role = ?4, email = ?5, has_left = ?6, independence = ?7, connection = ?8 WHERE id = ?1;

-- name: remove
DELETE FROM member WHERE id = ?1;
