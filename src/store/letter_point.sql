-- name: all
SELECT id, position, raised, answer, paragraph FROM letter_point ORDER BY position, id;

-- name: add
INSERT INTO letter_point (position, raised, answer, paragraph) VALUES (?1, ?2, ?3, ?4);

-- name: change
UPDATE letter_point SET position = ?2, raised = ?3, answer = ?4, paragraph = ?5 WHERE id = ?1;

-- name: remove
DELETE FROM letter_point WHERE id = ?1;
