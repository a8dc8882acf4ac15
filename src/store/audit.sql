-- name: last
SELECT audit_count, audit_last FROM header WHERE id = 1;

-- name: append
INSERT INTO audit (id, at, who, what, kind, digest, previous, hash, tally)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9);

-- name: advance
UPDATE header SET revision = revision + 1, audit_count = ?1, audit_last = ?2 WHERE id = 1 RETURNING revision;

-- name: newest
SELECT id, at, who, what, kind, digest, previous, hash, tally FROM audit ORDER BY id DESC LIMIT ?1;

-- name: all
SELECT id, at, who, what, kind, digest, previous, hash, tally FROM audit ORDER BY id;
