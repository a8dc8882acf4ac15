-- name: add
INSERT INTO import_file (import, bytes) VALUES (?1, ?2);

-- name: bytes
SELECT bytes FROM import_file WHERE import = ?1;
