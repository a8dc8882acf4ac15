-- name: lock
SELECT safety_lock FROM header WHERE id = 1;

-- name: set lock
UPDATE header SET safety_lock = ?1 WHERE id = 1;

-- name: partners
SELECT id, content FROM sealed_partner ORDER BY id;

-- name: next partner
SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'sealed_partner'), 0) + 1;

-- name: add partner
INSERT INTO sealed_partner (id, content) VALUES (?1, ?2);

-- name: change partner
UPDATE sealed_partner SET content = ?2 WHERE id = ?1;

-- name: remove partner
DELETE FROM sealed_partner WHERE id = ?1;

-- name: looks
SELECT id, content FROM sealed_look ORDER BY id;

-- name: add look
INSERT INTO sealed_look (content) VALUES (?1);
