-- name: all
SELECT id, agency, wording, earliest, latest, precision, certainty, inferred, warnings, alternatives,
    text, response, seen, recorder, document, comment, basis, enquiry, disclosure, other,
    import, place, row, position, hangs_on, withdrawn
FROM entry ORDER BY id;

-- name: some
SELECT id, agency, wording, earliest, latest, precision, certainty, inferred, warnings, alternatives,
    text, response, seen, recorder, document, comment, basis, enquiry, disclosure, other,
    import, place, row, position, hangs_on, withdrawn
FROM entry WHERE id IN (SELECT value FROM json_each (?1)) ORDER BY id;

-- name: people of all
SELECT entry, person FROM entry_person ORDER BY entry, person;

-- name: people of some
SELECT entry, person FROM entry_person
WHERE entry IN (SELECT value FROM json_each (?1)) ORDER BY entry, person;

-- name: files
SELECT id, file FROM import;

-- name: add
INSERT INTO entry (agency, wording, earliest, latest, precision, certainty, inferred, warnings, alternatives,
    text, response, seen, recorder, document, comment, basis, enquiry, disclosure, other,
    import, place, row, position, hangs_on, by_hand)
VALUES

-- name: exists
SELECT 1 FROM entry WHERE id = ?1;

-- name: last position
SELECT seq FROM sqlite_sequence WHERE name = 'entry';

-- name: set when
UPDATE entry SET earliest = ?2, latest = ?3, precision = ?4, certainty = ?5,
    inferred = ?6, warnings = ?7, alternatives = ?8, hangs_on = ?9, by_hand = by_hand | 8
WHERE id = ?1 AND (earliest IS NOT ?2 OR latest IS NOT ?3 OR precision <> ?4 OR certainty <> ?5
    OR inferred IS NOT ?6 OR warnings IS NOT ?7 OR alternatives IS NOT ?8 OR hangs_on IS NOT ?9);

-- name: set basis
UPDATE entry SET basis = ?2, by_hand = by_hand | 1 WHERE id = ?1 AND basis <> ?2;

-- name: set enquiry
UPDATE entry SET enquiry = ?2, by_hand = by_hand | 2 WHERE id = ?1 AND enquiry <> ?2;

-- name: set disclosure
UPDATE entry SET disclosure = ?2, by_hand = by_hand | 4 WHERE id = ?1 AND disclosure <> ?2;

-- name: set position
UPDATE entry SET position = ?2 WHERE id = ?1;

-- name: same time
SELECT other.id
FROM entry, entry AS other
WHERE entry.id = ?1
    AND coalesce(other.earliest, other.latest) IS coalesce(entry.earliest, entry.latest)
    AND coalesce(other.latest, other.earliest) IS coalesce(entry.latest, entry.earliest)
ORDER BY other.position, other.id;

-- name: remove
DELETE FROM entry WHERE id = ?1;

-- name: name person
INSERT INTO entry_person (entry, person)
SELECT ?1, ?2 WHERE NOT EXISTS (SELECT 1 FROM entry_person WHERE entry = ?1 AND person = ?2);

-- name: unname person
DELETE FROM entry_person WHERE entry = ?1 AND person = ?2;
