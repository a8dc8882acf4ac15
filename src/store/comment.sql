-- name: all
SELECT
    id, sending, author, at, kind, paragraph, quoted, text, answers, origin, objection, repeats, disposition, reason, led_to
FROM comment ORDER BY id;

-- name: add
INSERT INTO comment (
    sending, author, at, kind, paragraph, quoted, text, answers, origin, objection, repeats, disposition, reason, led_to
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14);

-- name: change
UPDATE comment SET
    paragraph = ?2, text = ?3, objection = ?4, repeats = ?5, disposition = ?6, reason = ?7, led_to = ?8
WHERE id = ?1;

-- name: remove
DELETE FROM comment WHERE id = ?1;

-- name: collected
SELECT id, sending, file, sha256, at, added FROM collected ORDER BY id;

-- name: add collected
INSERT INTO collected (sending, file, sha256, at, added) VALUES (?1, ?2, ?3, ?4, ?5);
