-- name: all
SELECT id, key, title, text FROM section ORDER BY id;

-- name: paragraphs
SELECT section, id FROM paragraph ORDER BY section, position, id;

-- name: add paragraph
INSERT INTO paragraph (section, position) VALUES (?1, ?2);

-- name: place paragraph
UPDATE paragraph SET position = ?2 WHERE id = ?1 AND position <> ?2;

-- name: put back paragraph
INSERT INTO paragraph (id, section, position) VALUES (?1, ?2, ?3);

-- name: move paragraph
UPDATE paragraph SET section = ?2, position = ?3 WHERE id = ?1;

-- name: remove paragraph
DELETE FROM paragraph WHERE id = ?1;

-- name: add
INSERT INTO section (key, title, text) VALUES (?1, ?2, '');

-- name: write
UPDATE section SET text = ?2 WHERE id = ?1;

-- name: gone paragraphs
SELECT gone.id, gone.position, (
    SELECT text FROM section_before WHERE id = gone.section AND change > gone.change ORDER BY change LIMIT 1
)
FROM paragraph_before AS gone
JOIN recorded ON recorded.id = gone.change AND recorded.kind = 'delete'
WHERE gone.change > (SELECT coalesce(max(id), 0) FROM recorded) - 20000
    AND gone.id NOT IN (SELECT id FROM paragraph)
    -- What was undone is no longer so.
    AND NOT EXISTS (SELECT 1 FROM step WHERE stack = 'redo' AND gone.change BETWEEN first_change AND last_change)
ORDER BY gone.change DESC LIMIT ?1;
