-- Version 2. Never edited after a release.
-- Combining: events, contradictions, who knew what, habits, views, the files as they were sent, and what dates hang on.

CREATE TABLE event (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    name          TEXT    NOT NULL
);
CREATE TABLE event_entry (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    event         INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    entry         INTEGER NOT NULL UNIQUE REFERENCES entry (id) ON DELETE CASCADE
);
CREATE INDEX event_entry_event ON event_entry (event);

CREATE TABLE parted (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    one           INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    other         INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    UNIQUE (one, other)
);
CREATE INDEX parted_other ON parted (other);

CREATE TABLE contradiction (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    about         TEXT    NOT NULL,
    one           INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    other         INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    a             TEXT    NOT NULL,
    b             TEXT    NOT NULL,
    standing      TEXT    NOT NULL,
    note          TEXT    NOT NULL,
    UNIQUE (one, other, about)
);
CREATE INDEX contradiction_other ON contradiction (other);

CREATE TABLE fact (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    name          TEXT    NOT NULL,
    words         TEXT,
    note          TEXT    NOT NULL
);
-- A line of who knew what outlives the entry that showed it.
CREATE TABLE knowing (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    fact          INTEGER NOT NULL REFERENCES fact (id) ON DELETE CASCADE,
    agency        INTEGER NOT NULL REFERENCES agency (id),
    wording       TEXT    NOT NULL,
    earliest      TEXT,
    latest        TEXT,
    precision     TEXT    NOT NULL,
    certainty     TEXT    NOT NULL,
    inferred      TEXT,
    warnings      TEXT,
    alternatives  TEXT,
    hangs_on      TEXT,
    how           TEXT    NOT NULL,
    from_agency   INTEGER REFERENCES agency (id),
    entry         INTEGER REFERENCES entry (id) ON DELETE SET NULL
);
CREATE INDEX knowing_fact ON knowing (fact);
CREATE INDEX knowing_agency ON knowing (agency);
CREATE INDEX knowing_from_agency ON knowing (from_agency);
CREATE INDEX knowing_entry ON knowing (entry);

CREATE TABLE saved_view (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    name          TEXT    NOT NULL,
    settings      TEXT    NOT NULL
);

CREATE TABLE habit (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    agency        INTEGER NOT NULL UNIQUE REFERENCES agency (id) ON DELETE CASCADE,
    headings      TEXT,
    day_first     INTEGER
);

CREATE TABLE import_file (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    import        INTEGER NOT NULL UNIQUE REFERENCES import (id) ON DELETE CASCADE,
    bytes         BLOB    NOT NULL
);

ALTER TABLE details ADD COLUMN contacts_named_in_text INTEGER NOT NULL DEFAULT 1;
ALTER TABLE details ADD COLUMN contacts_event_once INTEGER NOT NULL DEFAULT 0;

-- What a relative date is counted from: `key_date:3`, `entry:17`.
ALTER TABLE key_date ADD COLUMN hangs_on TEXT;
ALTER TABLE entry ADD COLUMN hangs_on TEXT;
CREATE INDEX entry_hangs_on ON entry (hangs_on) WHERE hangs_on IS NOT NULL;

ALTER TABLE entry ADD COLUMN withdrawn INTEGER REFERENCES import (id);
CREATE INDEX entry_withdrawn ON entry (withdrawn) WHERE withdrawn IS NOT NULL;

-- What the chair set by hand, so that a corrected return leaves it alone: 1 basis, 2 enquiry, 4 disclosure, 8 date.
-- 16: the entry is older than this column, and the rest is not known.
ALTER TABLE entry ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 16;

-- The undo log's records without their checks: SQLite set up a table of the three kinds anew for each record, a tenth of an import.
-- Renamed first, so that the triggers (made afresh after every step) follow the old one.
ALTER TABLE recorded RENAME TO recorded_before_2;
CREATE TABLE recorded (
    id        INTEGER PRIMARY KEY,
    noun      TEXT,
    row       INTEGER,
    kind      TEXT
);
INSERT INTO recorded SELECT id, noun, row, kind FROM recorded_before_2;
DROP TABLE recorded_before_2;

-- What every table should hold (see tally.rs); each audit row says what all of it was. Rows of earlier versions say nothing.
CREATE TABLE tally (
    noun      TEXT PRIMARY KEY,
    sum       BLOB NOT NULL
);
ALTER TABLE audit ADD COLUMN tally TEXT NOT NULL DEFAULT '';
