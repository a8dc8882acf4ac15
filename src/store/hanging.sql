-- name: entries
SELECT id FROM entry WHERE hangs_on = ?1 ORDER BY id;

-- name: entry hangs on
SELECT hangs_on FROM entry WHERE id = ?1;

-- name: key date hangs on
SELECT hangs_on FROM key_date WHERE id = ?1;

-- name: move entry
UPDATE entry SET earliest = ?2, latest = ?3, precision = ?4, certainty = ?5,
    inferred = ?6, warnings = ?7, alternatives = ?8, hangs_on = ?9
WHERE id = ?1;

-- name: of one cell
SELECT other.id
FROM entry, entry AS other
WHERE entry.id = ?1 AND other.import = entry.import AND other.place = entry.place AND other.row = entry.row
    AND other.wording = entry.wording
ORDER BY other.id;
