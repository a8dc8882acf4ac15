-- Version 1 of the file. Never edited after a release: what comes later is a step of its own.
-- Every table but header, audit, step and recorded (and the search index) is undoable: its triggers and its
-- `…_before` table are generated from the columns named here (see undo_log.rs), so each needs `id INTEGER PRIMARY KEY`.

CREATE TABLE header (
    id            INTEGER PRIMARY KEY CHECK (id = 1),
    revision      INTEGER NOT NULL,
    audit_count   INTEGER NOT NULL,
    audit_last    TEXT    NOT NULL,
    template      TEXT    NOT NULL
);

CREATE TABLE details (
    id            INTEGER PRIMARY KEY CHECK (id = 1),
    title         TEXT    NOT NULL,
    label         TEXT    NOT NULL,
    partnership   TEXT    NOT NULL,
    chair         TEXT    NOT NULL,
    reference     TEXT    NOT NULL,
    scope_from    TEXT,
    scope_until   TEXT,
    fictional     INTEGER NOT NULL
);

CREATE TABLE key_date (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    kind          TEXT    NOT NULL,
    label         TEXT    NOT NULL,
    wording       TEXT    NOT NULL,
    earliest      TEXT,
    latest        TEXT,
    precision     TEXT    NOT NULL,
    certainty     TEXT    NOT NULL,
    inferred      TEXT,
    warnings      TEXT,
    alternatives  TEXT
);

CREATE TABLE pause (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    starts        TEXT    NOT NULL,
    ends          TEXT,
    reason        TEXT    NOT NULL
);

CREATE TABLE agency (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    name          TEXT    NOT NULL,
    sector        TEXT    NOT NULL,
    due           TEXT,
    note          TEXT    NOT NULL
);

CREATE TABLE person (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    name          TEXT    NOT NULL,
    role          TEXT    NOT NULL,
    aliases       TEXT,
    date_of_birth TEXT,
    pseudonym     TEXT    NOT NULL,
    note          TEXT    NOT NULL
);

CREATE TABLE import (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    agency        INTEGER NOT NULL REFERENCES agency (id),
    file          TEXT    NOT NULL,
    sha256        TEXT    NOT NULL,
    at            TEXT    NOT NULL,
    entries       INTEGER NOT NULL,
    doubts        TEXT,
    skipped       TEXT
);
CREATE INDEX import_agency ON import (agency);

CREATE TABLE entry (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    agency        INTEGER NOT NULL REFERENCES agency (id),
    import        INTEGER REFERENCES import (id),
    place         TEXT    NOT NULL,
    row           INTEGER NOT NULL,
    position      INTEGER NOT NULL,
    wording       TEXT    NOT NULL,
    earliest      TEXT,
    latest        TEXT,
    precision     TEXT    NOT NULL,
    certainty     TEXT    NOT NULL,
    inferred      TEXT,
    warnings      TEXT,
    alternatives  TEXT,
    text          TEXT    NOT NULL,
    response      TEXT    NOT NULL,
    seen          TEXT    NOT NULL,
    recorder      TEXT    NOT NULL,
    document      TEXT    NOT NULL,
    comment       TEXT    NOT NULL,
    basis         TEXT    NOT NULL,
    enquiry       TEXT    NOT NULL,
    disclosure    TEXT    NOT NULL,
    other         TEXT
);
CREATE INDEX entry_agency ON entry (agency);
CREATE INDEX entry_import ON entry (import);

CREATE TABLE entry_person (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    entry         INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    person        INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    UNIQUE (entry, person)
);
CREATE INDEX entry_person_person ON entry_person (person);

CREATE TABLE tagging (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    entry         INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    weakness      TEXT    NOT NULL,
    coder         TEXT    NOT NULL,
    memo          TEXT    NOT NULL,
    UNIQUE (entry, weakness, coder)
);

CREATE TABLE section (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    key           TEXT    NOT NULL UNIQUE,
    title         TEXT    NOT NULL,
    text          TEXT    NOT NULL
);

CREATE TABLE recommendation (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    position       INTEGER NOT NULL,
    text           TEXT    NOT NULL,
    finding        TEXT    NOT NULL,
    reach          TEXT    NOT NULL,
    scope          TEXT    NOT NULL,
    early_learning INTEGER NOT NULL,
    weakness       TEXT    NOT NULL
);

CREATE TABLE recommendation_agency (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    recommendation INTEGER NOT NULL REFERENCES recommendation (id) ON DELETE CASCADE,
    agency         INTEGER NOT NULL REFERENCES agency (id) ON DELETE CASCADE,
    UNIQUE (recommendation, agency)
);
CREATE INDEX recommendation_agency_agency ON recommendation_agency (agency);

CREATE TABLE recommendation_entry (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    recommendation INTEGER NOT NULL REFERENCES recommendation (id) ON DELETE CASCADE,
    entry          INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    UNIQUE (recommendation, entry)
);
CREATE INDEX recommendation_entry_entry ON recommendation_entry (entry);

CREATE TABLE action (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    recommendation INTEGER NOT NULL REFERENCES recommendation (id) ON DELETE CASCADE,
    position       INTEGER NOT NULL,
    text           TEXT    NOT NULL,
    lead_agency    TEXT    NOT NULL,
    owner          TEXT    NOT NULL,
    milestones     TEXT    NOT NULL,
    target         TEXT,
    completed      TEXT,
    outcome        TEXT    NOT NULL,
    outcome_sought TEXT    NOT NULL,
    outputs        TEXT    NOT NULL,
    resources      TEXT    NOT NULL,
    review         TEXT    NOT NULL,
    related_plans  TEXT    NOT NULL,
    status         TEXT    NOT NULL
);
CREATE INDEX action_recommendation ON action (recommendation);

-- Search over the agencies' own wording. It holds no copy of the text: the rows of `entry` are its content. At the end of each
-- step it is brought up to date from the step's undo records (a trigger per row would make it write a segment per row).
CREATE VIRTUAL TABLE search USING fts5 (
    wording, text, response, seen, document, comment,
    content = 'entry', content_rowid = 'id', columnsize = 0,
    tokenize = "unicode61 remove_diacritics 2"
);
-- A leaf of the index must fit on one encrypted page: of its 4096 bytes 80 are for the cipher and 35 for the record.
INSERT INTO search (search, rank) VALUES ('pgsz', 3900);
-- An import is gathered in memory and written at once, rather than merged again and again.
INSERT INTO search (search, rank) VALUES ('hashsize', 16777216);
-- The undo log. A step is one edit, undo or redo; its changes are the rows first_change … last_change of `recorded`.
CREATE TABLE step (
    id           INTEGER PRIMARY KEY,
    stack        TEXT    NOT NULL CHECK (stack IN ('undo', 'redo')),
    label        TEXT    NOT NULL,
    first_change INTEGER NOT NULL,
    last_change  INTEGER NOT NULL
);
CREATE TABLE recorded (
    id        INTEGER PRIMARY KEY,
    noun      TEXT    NOT NULL,
    row       INTEGER NOT NULL,
    kind      TEXT    NOT NULL CHECK (kind IN ('insert', 'update', 'delete'))
);

-- The audit trail: rows are added and never changed or removed. Each holds the hash of the row before it.
CREATE TABLE audit (
    id       INTEGER PRIMARY KEY,
    at       TEXT NOT NULL,
    who      TEXT NOT NULL,
    what     TEXT NOT NULL,
    kind     TEXT NOT NULL CHECK (kind IN ('create', 'edit', 'undo', 'redo')),
    digest   TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash     TEXT NOT NULL
);
CREATE TRIGGER audit_never_changed BEFORE UPDATE ON audit BEGIN
    SELECT RAISE (ABORT, 'the audit trail cannot be changed');
END;
CREATE TRIGGER audit_never_removed BEFORE DELETE ON audit BEGIN
    SELECT RAISE (ABORT, 'the audit trail cannot be changed');
END;
