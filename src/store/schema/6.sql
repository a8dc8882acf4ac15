-- Version 6. Never edited after a release.
-- A perpetrator programme as a kind of file of its own. Its records are read, changed and destroyed whole, so each stands as one text
-- (JSON of `model::programme`). What is hers stands sealed under a key that the file's passphrase does not open.

ALTER TABLE header ADD COLUMN kind TEXT NOT NULL DEFAULT 'review';
-- JSON of `wall::Lock`; without one, women's safety work has not begun here.
ALTER TABLE header ADD COLUMN safety_lock TEXT;

CREATE TABLE programme (
    id            INTEGER PRIMARY KEY CHECK (id = 1),
    record        TEXT    NOT NULL
);

CREATE TABLE man (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    record        TEXT    NOT NULL
);

CREATE TABLE programme_group (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    record        TEXT    NOT NULL
);

-- With the marks of its register.
CREATE TABLE held_session (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    record        TEXT    NOT NULL
);

-- The id is the man's.
CREATE TABLE passed_on (
    id            INTEGER PRIMARY KEY,
    record        TEXT    NOT NULL
);

CREATE TABLE sealed_partner (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    content       BLOB    NOT NULL
);

-- Only grow: no undo takes them back.
CREATE TABLE sealed_look (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    content       BLOB    NOT NULL
);

CREATE TABLE certificate (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    record        TEXT    NOT NULL
);
