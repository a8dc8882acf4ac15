-- name: all
SELECT id, agency, headings, day_first FROM habit ORDER BY id;

-- name: change
UPDATE habit SET headings = ?2, day_first = ?3 WHERE agency = ?1;

-- name: add
INSERT INTO habit (agency, headings, day_first) VALUES (?1, ?2, ?3);
