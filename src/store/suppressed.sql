-- name: all
SELECT id, rule, subject, reason, decided_by, decided_at FROM suppressed ORDER BY id;

-- name: add
INSERT INTO suppressed (rule, subject, reason, decided_by, decided_at) VALUES (?1, ?2, ?3, ?4, ?5);

-- name: remove
DELETE FROM suppressed WHERE id = ?1;
