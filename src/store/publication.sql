-- name: all
SELECT id, at, by, manifest, overridden, reason, dated FROM publication ORDER BY id;

-- name: add
INSERT INTO publication (at, by, manifest, overridden, reason, dated) VALUES (?1, ?2, ?3, ?4, ?5, ?6);
