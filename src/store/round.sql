-- name: all
SELECT id, number, deadline, note, sections, version, sent, overridden FROM round ORDER BY number, id;

-- name: sendings
SELECT round, id, member, sees, token, replied FROM sending ORDER BY id;

-- name: add
INSERT INTO round (number, deadline, note, sections, version, sent, overridden) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);

-- name: change
UPDATE round SET deadline = ?2, note = ?3, sections = ?4, version = ?5, sent = ?6, overridden = ?7 WHERE id = ?1;

-- name: remove
DELETE FROM round WHERE id = ?1;

-- name: add sending
INSERT INTO sending (round, member, sees, token, replied) VALUES (?1, ?2, ?3, lower (hex (randomblob (16))), '');

-- name: change sending
UPDATE sending SET sees = ?2, replied = ?3 WHERE id = ?1;

-- name: remove sending
DELETE FROM sending WHERE id = ?1;
