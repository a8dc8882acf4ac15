-- name: all
SELECT id, agency, file, sha256, at, entries, doubts, skipped, replaces FROM import ORDER BY id;

-- name: add
INSERT INTO import (agency, file, sha256, at, entries, doubts, skipped, replaces)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);
