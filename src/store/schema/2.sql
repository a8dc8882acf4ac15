-- Version 2 of the file.

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
