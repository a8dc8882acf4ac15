-- name: one
SELECT title, label, partnership, chair, reference, scope_from, scope_until, fictional,
    contacts_named_in_text, contacts_event_once
FROM details WHERE id = 1;

-- name: add
INSERT INTO details (id, title, label, partnership, chair, reference, scope_from, scope_until, fictional,
    contacts_named_in_text, contacts_event_once)
VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10);

-- name: change
UPDATE details SET title = ?1, label = ?2, partnership = ?3, chair = ?4, reference = ?5,
    scope_from = ?6, scope_until = ?7, fictional = ?8,
    contacts_named_in_text = ?9, contacts_event_once = ?10
WHERE id = 1;

-- name: template
SELECT template FROM header WHERE id = 1;

-- name: start
INSERT INTO header (id, revision, audit_count, audit_last, template) VALUES (1, 0, 0, '', ?1);
