-- name: kind
SELECT kind FROM header WHERE id = 1;

-- name: start
INSERT INTO header (id, revision, audit_count, audit_last, template, kind) VALUES (1, 0, 0, '', ?1, 'programme');

-- name: template
SELECT template FROM header WHERE id = 1;

-- name: frame
SELECT id, record FROM programme WHERE id = 1;

-- name: set frame
INSERT INTO programme (id, record) VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET record = excluded.record;

-- name: men
SELECT id, record FROM man ORDER BY id;

-- name: man
SELECT id, record FROM man WHERE id = ?1;

-- name: add man
INSERT INTO man (record) VALUES (?1);

-- name: change man
UPDATE man SET record = ?2 WHERE id = ?1;

-- name: remove man
DELETE FROM man WHERE id = ?1;

-- name: groups
SELECT id, record FROM programme_group ORDER BY id;

-- name: add group
INSERT INTO programme_group (record) VALUES (?1);

-- name: change group
UPDATE programme_group SET record = ?2 WHERE id = ?1;

-- name: sessions
SELECT id, record FROM held_session ORDER BY id;

-- name: session
SELECT id, record FROM held_session WHERE id = ?1;

-- name: add session
INSERT INTO held_session (record) VALUES (?1);

-- name: change session
UPDATE held_session SET record = ?2 WHERE id = ?1;

-- name: remove session
DELETE FROM held_session WHERE id = ?1;

-- name: passed on
SELECT id, record FROM passed_on ORDER BY id;

-- name: pass on
INSERT INTO passed_on (id, record) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET record = excluded.record;

-- name: take back
DELETE FROM passed_on WHERE id = ?1;

-- name: certificates
SELECT id, record FROM certificate ORDER BY id;

-- name: add certificate
INSERT INTO certificate (record) VALUES (?1);
