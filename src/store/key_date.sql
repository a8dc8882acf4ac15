-- name: all
SELECT id, kind, label, wording, earliest, latest, precision, certainty, inferred, warnings, alternatives,
    hangs_on
FROM key_date ORDER BY id;

-- name: add
INSERT INTO key_date (kind, label, wording, earliest, latest, precision, certainty, inferred, warnings, alternatives,
    hangs_on)
VALUES (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12);

-- name: change
UPDATE key_date SET kind = ?2, label = ?3, wording = ?4, earliest = ?5, latest = ?6, precision = ?7, certainty = ?8,
    inferred = ?9, warnings = ?10, alternatives = ?11, hangs_on = ?12
WHERE id = ?1;

-- name: remove
DELETE FROM key_date WHERE id = ?1;
