-- name: all
SELECT action.id, action.recommendation, action.position, action.text, lead_agency, owner, milestones, target,
    completed, outcome, outcome_sought, outputs, resources, review, related_plans, status
FROM action JOIN recommendation ON recommendation.id = action.recommendation
ORDER BY recommendation.position, recommendation.id, action.position, action.id;

-- name: add
INSERT INTO action (text, lead_agency, owner, milestones, target, completed, outcome, outcome_sought, outputs,
    resources, review, related_plans, status, recommendation, position)
VALUES (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16);

-- name: change
UPDATE action SET text = ?2, lead_agency = ?3, owner = ?4, milestones = ?5, target = ?6, completed = ?7, outcome = ?8,
    outcome_sought = ?9, outputs = ?10, resources = ?11, review = ?12, related_plans = ?13, status = ?14,
    recommendation = ?15, position = ?16
WHERE id = ?1;

-- name: set position
UPDATE action SET position = ?2 WHERE id = ?1;

-- name: remove
DELETE FROM action WHERE id = ?1;
