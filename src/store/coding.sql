-- name: all
SELECT id, name, coders, closed FROM coding ORDER BY id;

-- name: entries
SELECT coding, entry FROM coding_entry ORDER BY coding, entry;

-- name: done
SELECT coding, entry, coder FROM coding_done ORDER BY coding, entry, coder;

-- name: add
INSERT INTO coding (name, coders, closed) VALUES (?1, ?2, ?3);

-- name: add entry
INSERT INTO coding_entry (coding, entry) VALUES (?1, ?2);

-- name: add done
INSERT INTO coding_done (coding, entry, coder) VALUES (?1, ?2, ?3);

-- name: remove done
DELETE FROM coding_done WHERE coding = ?1 AND entry = ?2 AND coder = ?3;

-- name: set closed
UPDATE coding SET closed = ?2 WHERE id = ?1;

-- name: remove
DELETE FROM coding WHERE id = ?1;
