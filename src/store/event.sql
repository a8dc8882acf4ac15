-- name: all
SELECT id, name FROM event ORDER BY id;

-- name: entries
SELECT event, entry FROM event_entry ORDER BY event, entry;

-- name: of
SELECT entry, event FROM event_entry WHERE entry IN (SELECT value FROM json_each (?1)) ORDER BY entry;

-- name: one
SELECT id, name FROM event WHERE id = ?1;

-- name: entries of one
SELECT entry FROM event_entry WHERE event = ?1 ORDER BY entry;

-- name: add
INSERT INTO event (name) VALUES (?1);

-- name: set name
UPDATE event SET name = ?2 WHERE id = ?1 AND name <> ?2;

-- name: remove
DELETE FROM event WHERE id = ?1;

-- name: put in
INSERT INTO event_entry (event, entry) VALUES (?1, ?2);

-- name: take out
DELETE FROM event_entry WHERE entry = ?1;

-- name: remove thin
DELETE FROM event WHERE (SELECT count(*) FROM event_entry WHERE event_entry.event = event.id) < 2;
