-- name: all
SELECT id, name, drawn, coders, closed FROM coding ORDER BY id;

-- name: entries
SELECT coding, entry FROM coding_entry ORDER BY coding, entry;

-- name: done
SELECT coding, entry, coder FROM coding_done ORDER BY coding, entry, coder;

-- name: tagged
SELECT coding, entry, weakness, coder FROM coding_tag ORDER BY coding, entry, weakness, coder;

-- name: settled
SELECT coding, entry, weakness, how FROM coding_settled ORDER BY coding, entry, weakness;

-- name: add
INSERT INTO coding (name, drawn, coders, closed) VALUES (?1, ?2, ?3, ?4);

-- name: add entry
INSERT INTO coding_entry (coding, entry) VALUES (?1, ?2);

-- name: add done
INSERT INTO coding_done (coding, entry, coder) VALUES (?1, ?2, ?3);

-- name: remove done
DELETE FROM coding_done WHERE coding = ?1 AND entry = ?2 AND coder = ?3;

-- name: set closed
UPDATE coding SET closed = 1 WHERE id = ?1;

-- name: keep tags
INSERT INTO coding_tag (coding, entry, weakness, coder)
SELECT coding_done.coding, tagging.entry, tagging.weakness, tagging.coder
FROM coding_done JOIN tagging USING (entry, coder)
WHERE coding_done.coding = ?1
ORDER BY tagging.entry, tagging.weakness, tagging.coder;

-- name: settle
INSERT INTO coding_settled (coding, entry, weakness, how) VALUES (?1, ?2, ?3, ?4);

-- name: settle anew
UPDATE coding_settled SET how = ?4 WHERE coding = ?1 AND entry = ?2 AND weakness = ?3;

-- name: remove
DELETE FROM coding WHERE id = ?1;

-- name: rename
UPDATE OR IGNORE coding_tag SET weakness = ?2 WHERE weakness = ?1;

-- name: drop renamed
DELETE FROM coding_tag WHERE weakness = ?1 AND weakness <> ?2;

-- name: rename settled
UPDATE OR IGNORE coding_settled SET weakness = ?2 WHERE weakness = ?1;

-- name: drop renamed settled
DELETE FROM coding_settled WHERE weakness = ?1 AND weakness <> ?2;
