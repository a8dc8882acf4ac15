-- name: all
SELECT id, fact, agency, wording, earliest, latest, precision, certainty, inferred, warnings, alternatives,
    how, from_agency, entry, hangs_on
FROM knowing ORDER BY id;

-- name: one
SELECT id, fact, agency, wording, earliest, latest, precision, certainty, inferred, warnings, alternatives,
    how, from_agency, entry, hangs_on
FROM knowing WHERE id = ?1;

-- name: add
INSERT INTO knowing (fact, agency, wording, earliest, latest, precision, certainty, inferred, warnings, alternatives,
    how, from_agency, entry, hangs_on)
VALUES (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15);

-- name: change
UPDATE knowing SET fact = ?2, agency = ?3, wording = ?4, earliest = ?5, latest = ?6, precision = ?7, certainty = ?8,
    inferred = ?9, warnings = ?10, alternatives = ?11, how = ?12, from_agency = ?13, entry = ?14, hangs_on = ?15
WHERE id = ?1;

-- name: remove
DELETE FROM knowing WHERE id = ?1;

-- name: of fact
SELECT count(*) FROM knowing WHERE fact = ?1;

-- name: of agency
SELECT count(*) FROM knowing WHERE agency = ?1 OR from_agency = ?1;
