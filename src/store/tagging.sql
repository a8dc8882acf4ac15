-- name: all
SELECT id, entry, weakness, coder, memo FROM tagging ORDER BY id;

-- name: passages
SELECT tagging, cell, starts, ends, words FROM passage ORDER BY tagging, cell, starts, id;

-- name: passages of
SELECT cell, starts, ends, words FROM passage WHERE tagging = ?1;

-- name: add passage
INSERT INTO passage (tagging, cell, starts, ends, words) VALUES (?1, ?2, ?3, ?4, ?5);

-- name: clear passages
DELETE FROM passage WHERE tagging = ?1;

-- name: one
SELECT id, entry, weakness, coder, memo FROM tagging WHERE entry = ?1 AND weakness = ?2 AND coder = ?3;

-- name: add
INSERT INTO tagging (entry, weakness, coder, memo) VALUES (?1, ?2, ?3, ?4);

-- name: set memo
UPDATE tagging SET memo = ?2 WHERE id = ?1;

-- name: by id
SELECT id, entry, weakness, coder, memo FROM tagging WHERE id = ?1;

-- name: set weakness
UPDATE tagging SET weakness = ?2 WHERE id = ?1;

-- name: remove one
DELETE FROM tagging WHERE id = ?1;

-- name: remove
DELETE FROM tagging WHERE entry = ?1 AND weakness = ?2;
