-- name: by hand
SELECT by_hand FROM entry WHERE id = ?1;

-- name: set source
UPDATE entry SET import = ?2, place = ?3, row = ?4, withdrawn = NULL WHERE id = ?1;

-- name: rewrite
UPDATE entry SET import = ?2, place = ?3, row = ?4, withdrawn = NULL,
    wording = ?5, earliest = ?6, latest = ?7, precision = ?8, certainty = ?9,
    inferred = ?10, warnings = ?11, alternatives = ?12, hangs_on = ?13,
    text = ?14, response = ?15, seen = ?16, recorder = ?17, document = ?18, comment = ?19,
    basis = ?20, enquiry = ?21, disclosure = ?22, other = ?23
WHERE id = ?1;

-- name: date is the agency's
UPDATE entry SET by_hand = by_hand & ~8 WHERE id = ?1;

-- name: withdraw
UPDATE entry SET withdrawn = ?2 WHERE id = ?1 AND withdrawn IS NULL;

-- name: agency
SELECT agency FROM entry WHERE id = ?1;

-- name: set agency
UPDATE entry SET agency = ?2 WHERE id = ?1;

-- name: position
SELECT position FROM entry WHERE id = ?1;
