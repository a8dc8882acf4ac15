-- name: hits
SELECT rowid, snippet(search, -1, ?2, ?3, '…', 24) FROM search WHERE search MATCH ?1 ORDER BY rowid LIMIT ?4;

-- name: found
SELECT rowid FROM search WHERE search MATCH ?1 ORDER BY rowid;

-- name: take out
INSERT INTO search (search, rowid, wording, text, response, seen, document, comment)
SELECT 'delete', before.id, before.wording, before.text, before.response, before.seen, before.document, before.comment
FROM entry_before AS before LEFT JOIN entry ON entry.id = before.id
WHERE before.change IN (SELECT min(id) FROM recorded WHERE id BETWEEN ?1 AND ?2 AND noun = 'entry' GROUP BY row)
    AND (entry.id IS NULL
        OR before.wording IS NOT entry.wording OR before.text IS NOT entry.text
        OR before.response IS NOT entry.response OR before.seen IS NOT entry.seen
        OR before.document IS NOT entry.document OR before.comment IS NOT entry.comment);

-- name: put in
INSERT INTO search (rowid, wording, text, response, seen, document, comment)
SELECT entry.id, entry.wording, entry.text, entry.response, entry.seen, entry.document, entry.comment
FROM (SELECT row, min(id) AS change FROM recorded WHERE id BETWEEN ?1 AND ?2 AND noun = 'entry' GROUP BY row) AS first
    JOIN entry ON entry.id = first.row
    LEFT JOIN entry_before AS before ON before.change = first.change
WHERE before.change IS NULL
    OR before.wording IS NOT entry.wording OR before.text IS NOT entry.text
    OR before.response IS NOT entry.response OR before.seen IS NOT entry.seen
    OR before.document IS NOT entry.document OR before.comment IS NOT entry.comment
ORDER BY entry.id;

-- name: put in new
INSERT INTO search (rowid, wording, text, response, seen, document, comment)
SELECT id, wording, text, response, seen, document, comment FROM entry
