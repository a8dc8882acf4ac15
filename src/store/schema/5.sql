-- Version 5. Never edited after a release.
-- What publishing needs: who and what must not be known, what was settled about words and rules, the letter of the quality-assurance
-- panel, the data record, and what went out.

ALTER TABLE person ADD COLUMN chosen_by TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN date_of_death TEXT;
ALTER TABLE person ADD COLUMN sex TEXT NOT NULL DEFAULT 'not_recorded';
ALTER TABLE person ADD COLUMN ethnicity TEXT NOT NULL DEFAULT '';

ALTER TABLE member ADD COLUMN independence TEXT NOT NULL DEFAULT 'not_asked';
ALTER TABLE member ADD COLUMN connection TEXT NOT NULL DEFAULT '';

CREATE TABLE place (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    kind          TEXT    NOT NULL,
    name          TEXT    NOT NULL,
    forms         TEXT,
    written       TEXT    NOT NULL,
    note          TEXT    NOT NULL
);

CREATE TABLE identifier (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    person        INTEGER REFERENCES person (id) ON DELETE CASCADE,
    place         INTEGER REFERENCES place (id) ON DELETE CASCADE,
    kind          TEXT    NOT NULL,
    text          TEXT    NOT NULL,
    CHECK ((person IS NULL) <> (place IS NULL))
);
CREATE INDEX identifier_person ON identifier (person);
CREATE INDEX identifier_place ON identifier (place);

-- Without a person: an ordinary word there.
CREATE TABLE ruling (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    form          TEXT    NOT NULL,
    before        TEXT    NOT NULL,
    after         TEXT    NOT NULL,
    person        INTEGER REFERENCES person (id) ON DELETE CASCADE,
    UNIQUE (form, before, after)
);
CREATE INDEX ruling_person ON ruling (person);

CREATE TABLE allowed (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    words         TEXT    NOT NULL UNIQUE,
    why           TEXT    NOT NULL
);

CREATE TABLE suppressed (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    rule          TEXT    NOT NULL,
    subject       TEXT    NOT NULL,
    reason        TEXT    NOT NULL,
    decided_by    TEXT    NOT NULL,
    decided_at    TEXT    NOT NULL,
    UNIQUE (rule, subject)
);

CREATE TABLE letter_point (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    position      INTEGER NOT NULL,
    raised        TEXT    NOT NULL,
    answer        TEXT    NOT NULL,
    paragraph     INTEGER
);

CREATE TABLE record_answer (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    key           TEXT    NOT NULL UNIQUE,
    answer        TEXT    NOT NULL
);

CREATE TABLE publication (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    at            TEXT    NOT NULL,
    by            TEXT    NOT NULL,
    manifest      TEXT    NOT NULL,
    overridden    INTEGER NOT NULL,
    reason        TEXT    NOT NULL,
    dated         TEXT    NOT NULL
);
