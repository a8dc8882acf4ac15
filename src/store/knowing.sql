-- name: all
SELECT id, fact, agency, wording, earliest, latest, precision, certainty, inferred, warnings, alternatives,
    how, from_agency, entry, hangs_on
FROM knowing ORDER BY id;

-- name: one
SELECT id, fact, agency, wording, earliest, latest, precision, certainty, inferred, warnings, alternatives,
    how, from_agency, entry, hangs_on
FROM knowing WHERE id = ?1;

-- name: add
INSERT INTO knowing (fact, agency, how, from_agency, entry, wording, earliest, latest, precision, certainty, inferred,
    warnings, alternatives, hangs_on)
VALUES (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15);

-- name: change
UPDATE knowing SET fact = ?2, agency = ?3, how = ?4, from_agency = ?5, entry = ?6, wording = ?7, earliest = ?8,
    latest = ?9, precision = ?10, certainty = ?11, inferred = ?12, warnings = ?13, alternatives = ?14, hangs_on = ?15
WHERE id = ?1;

-- name: remove
DELETE FROM knowing WHERE id = ?1;

-- name: of fact
SELECT count(*) FROM knowing WHERE fact = ?1;

-- name: of agency
SELECT count(*) FROM knowing WHERE agency = ?1 OR from_agency = ?1;
