-- name: all
SELECT id, name, role, aliases, date_of_birth, pseudonym, note FROM person ORDER BY id;

-- name: one
SELECT id, name, role, aliases, date_of_birth, pseudonym, note FROM person WHERE id = ?1;

-- name: add
INSERT INTO person (name, role, aliases, date_of_birth, pseudonym, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6);

-- name: change
UPDATE person SET name = ?2, role = ?3, aliases = ?4, date_of_birth = ?5, pseudonym = ?6, note = ?7 WHERE id = ?1;

-- name: remove
DELETE FROM person WHERE id = ?1;
