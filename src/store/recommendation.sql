-- name: all
SELECT id, position, text, reach, scope, early_learning, weakness, measure, achievable, due FROM recommendation ORDER BY position, id;

-- name: agencies
SELECT recommendation, agency FROM recommendation_agency ORDER BY recommendation, id;

-- name: findings
SELECT recommendation, finding FROM recommendation_finding ORDER BY recommendation, id;

-- name: entries
SELECT recommendation, entry FROM recommendation_entry ORDER BY recommendation, id;

-- name: add
INSERT INTO recommendation (position, text, finding, reach, scope, early_learning, weakness, measure, achievable, due)
VALUES (?1, ?2, '', ?3, ?4, ?5, ?6, ?7, ?8, ?9);

-- name: change
UPDATE recommendation SET text = ?2, reach = ?3, scope = ?4, early_learning = ?5, weakness = ?6, measure = ?7, achievable = ?8, due = ?9
WHERE id = ?1;

-- name: set position
UPDATE recommendation SET position = ?2 WHERE id = ?1;

-- name: remove
DELETE FROM recommendation WHERE id = ?1;

-- name: add agency
INSERT INTO recommendation_agency (recommendation, agency) VALUES (?1, ?2);

-- name: clear agencies
DELETE FROM recommendation_agency WHERE recommendation = ?1;

-- name: add finding
INSERT INTO recommendation_finding (recommendation, finding) VALUES (?1, ?2);

-- name: clear findings
DELETE FROM recommendation_finding WHERE recommendation = ?1;

-- name: add entry
INSERT INTO recommendation_entry (recommendation, entry) VALUES (?1, ?2);

-- name: clear entries
DELETE FROM recommendation_entry WHERE recommendation = ?1;
