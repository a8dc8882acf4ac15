-- name: all
SELECT id, position, text, analysis, good_practice FROM finding ORDER BY position, id;

-- name: questions
SELECT finding, question FROM finding_question ORDER BY finding, id;

-- name: weaknesses
SELECT finding, weakness FROM finding_weakness ORDER BY finding, id;

-- name: entries
SELECT finding, entry FROM finding_entry ORDER BY finding, id;

-- name: add
INSERT INTO finding (position, text, analysis, good_practice) VALUES (?1, ?2, ?3, ?4);

-- name: change
UPDATE finding SET text = ?2, analysis = ?3, good_practice = ?4 WHERE id = ?1;

-- name: set position
UPDATE finding SET position = ?2 WHERE id = ?1;

-- name: remove
DELETE FROM finding WHERE id = ?1;

-- name: add question
INSERT INTO finding_question (finding, question) VALUES (?1, ?2);

-- name: clear questions
DELETE FROM finding_question WHERE finding = ?1;

-- name: add weakness
INSERT INTO finding_weakness (finding, weakness) VALUES (?1, ?2);

-- name: clear weaknesses
DELETE FROM finding_weakness WHERE finding = ?1;

-- name: add entry
INSERT INTO finding_entry (finding, entry) VALUES (?1, ?2);

-- name: clear entries
DELETE FROM finding_entry WHERE finding = ?1;
