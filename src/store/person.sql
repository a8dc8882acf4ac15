-- name: all
SELECT id, name, role, aliases, date_of_birth, pseudonym, note, chosen_by, date_of_death, sex, ethnicity FROM person ORDER BY id;

-- name: one
SELECT id, name, role, aliases, date_of_birth, pseudonym, note, chosen_by, date_of_death, sex, ethnicity FROM person WHERE id = ?1;

-- name: add
INSERT INTO person (name, role, aliases, date_of_birth, pseudonym, note, chosen_by, date_of_death, sex, ethnicity)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10);

-- name: change
UPDATE person SET name = ?2, role = ?3, aliases = ?4, date_of_birth = ?5, pseudonym = ?6, note = ?7, chosen_by = ?8, date_of_death = ?9,
    sex = ?10, ethnicity = ?11
WHERE id = ?1;

-- name: remove
DELETE FROM person WHERE id = ?1;
