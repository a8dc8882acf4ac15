-- Version 4. Never edited after a release.
-- From tags to a report that the panel has heard: the review's own list of weaknesses, passages, coding by several people, questions
-- and findings, paragraphs and versions of the draft, the panel and its rounds.

CREATE TABLE weakness (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    position      INTEGER NOT NULL,
    key           TEXT    NOT NULL UNIQUE,
    name          TEXT    NOT NULL,
    definition    TEXT    NOT NULL,
    example       TEXT    NOT NULL,
    good_practice INTEGER NOT NULL,
    parent        TEXT    NOT NULL,
    patterns      TEXT
);
INSERT INTO weakness (position, key, name, definition, example, good_practice, parent, patterns)
SELECT
    each.key + 1,
    json_extract (each.value, '$.key'),
    json_extract (each.value, '$.name'),
    json_extract (each.value, '$.definition'),
    json_extract (each.value, '$.example'),
    coalesce (json_extract (each.value, '$.good_practice'), 0),
    '',
    NULL
FROM header, json_each (header.template, '$.weaknesses') AS each;

CREATE TABLE passage (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    tagging       INTEGER NOT NULL REFERENCES tagging (id) ON DELETE CASCADE,
    cell          TEXT    NOT NULL,
    starts        INTEGER NOT NULL,
    ends          INTEGER NOT NULL,
    words         TEXT    NOT NULL
);
CREATE INDEX passage_tagging ON passage (tagging);

CREATE TABLE declined (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    entry         INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    weakness      TEXT    NOT NULL,
    coder         TEXT    NOT NULL,
    UNIQUE (entry, weakness, coder)
);

CREATE TABLE coding (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    name          TEXT    NOT NULL,
    drawn         TEXT    NOT NULL,
    coders        TEXT,
    closed        INTEGER NOT NULL
);
CREATE TABLE coding_entry (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    coding        INTEGER NOT NULL REFERENCES coding (id) ON DELETE CASCADE,
    entry         INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    UNIQUE (coding, entry)
);
CREATE INDEX coding_entry_entry ON coding_entry (entry);
CREATE TABLE coding_done (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    coding        INTEGER NOT NULL REFERENCES coding (id) ON DELETE CASCADE,
    entry         INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    coder         TEXT    NOT NULL,
    UNIQUE (coding, entry, coder)
);
CREATE INDEX coding_done_entry ON coding_done (entry);
-- The tags as they were when the coding was closed: what is talked through afterwards must not make the coders agree in hindsight.
CREATE TABLE coding_tag (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    coding        INTEGER NOT NULL REFERENCES coding (id) ON DELETE CASCADE,
    entry         INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    weakness      TEXT    NOT NULL,
    coder         TEXT    NOT NULL,
    UNIQUE (coding, entry, weakness, coder)
);
CREATE INDEX coding_tag_entry ON coding_tag (entry);
CREATE TABLE coding_settled (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    coding        INTEGER NOT NULL REFERENCES coding (id) ON DELETE CASCADE,
    entry         INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    weakness      TEXT    NOT NULL,
    how           TEXT    NOT NULL,
    UNIQUE (coding, entry, weakness)
);
CREATE INDEX coding_settled_entry ON coding_settled (entry);

-- Row numbers are never used again, so that a comment cannot come to stand at another paragraph.
CREATE TABLE paragraph (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    section       INTEGER NOT NULL REFERENCES section (id) ON DELETE CASCADE,
    position      INTEGER NOT NULL
);
CREATE INDEX paragraph_section ON paragraph (section);

CREATE TABLE version (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    label         TEXT    NOT NULL,
    at            TEXT    NOT NULL,
    who           TEXT    NOT NULL,
    sections      TEXT
);

CREATE TABLE question (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    position      INTEGER NOT NULL,
    text          TEXT    NOT NULL
);
CREATE TABLE finding (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    position      INTEGER NOT NULL,
    text          TEXT    NOT NULL,
    analysis      TEXT    NOT NULL,
    good_practice INTEGER NOT NULL
);
CREATE TABLE finding_question (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    finding       INTEGER NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
    question      INTEGER NOT NULL REFERENCES question (id) ON DELETE CASCADE,
    UNIQUE (finding, question)
);
CREATE INDEX finding_question_question ON finding_question (question);
CREATE TABLE finding_weakness (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    finding       INTEGER NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
    weakness      TEXT    NOT NULL,
    UNIQUE (finding, weakness)
);
CREATE TABLE finding_entry (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    finding       INTEGER NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
    entry         INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    UNIQUE (finding, entry)
);
CREATE INDEX finding_entry_entry ON finding_entry (entry);
CREATE TABLE recommendation_finding (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    recommendation INTEGER NOT NULL REFERENCES recommendation (id) ON DELETE CASCADE,
    finding        INTEGER NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
    UNIQUE (recommendation, finding)
);
CREATE INDEX recommendation_finding_finding ON recommendation_finding (finding);

-- The finding was a text of its recommendation; now it is a finding of its own, once for each wording. The old column stays for the
-- undo records and is read no more.
INSERT INTO finding (position, text, analysis, good_practice)
SELECT row_number () OVER (ORDER BY min (position)), trim (finding), '', 0
FROM recommendation WHERE trim (finding) <> '' GROUP BY trim (finding);
INSERT INTO recommendation_finding (recommendation, finding)
SELECT recommendation.id, finding.id FROM recommendation JOIN finding ON finding.text = trim (recommendation.finding);
INSERT INTO finding_entry (finding, entry)
SELECT DISTINCT recommendation_finding.finding, recommendation_entry.entry
FROM recommendation_finding JOIN recommendation_entry USING (recommendation);

ALTER TABLE recommendation ADD COLUMN measure TEXT NOT NULL DEFAULT '';
ALTER TABLE recommendation ADD COLUMN achievable TEXT NOT NULL DEFAULT '';
ALTER TABLE recommendation ADD COLUMN due TEXT;

CREATE TABLE member (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    name          TEXT    NOT NULL,
    agency        INTEGER REFERENCES agency (id) ON DELETE SET NULL,
    role          TEXT    NOT NULL,
    email         TEXT    NOT NULL,
    has_left      INTEGER NOT NULL
);
CREATE INDEX member_agency ON member (agency);
CREATE TABLE round (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    number        INTEGER NOT NULL,
    deadline      TEXT,
    note          TEXT    NOT NULL,
    sections      TEXT,
    version       INTEGER REFERENCES version (id),
    sent          TEXT    NOT NULL,
    overridden    TEXT    NOT NULL
);
CREATE INDEX round_version ON round (version);
CREATE TABLE sending (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    round         INTEGER NOT NULL REFERENCES round (id) ON DELETE CASCADE,
    member        INTEGER NOT NULL REFERENCES member (id),
    sees          TEXT    NOT NULL,
    token         TEXT    NOT NULL UNIQUE,
    replied       TEXT    NOT NULL,
    UNIQUE (round, member)
);
CREATE INDEX sending_member ON sending (member);

-- A comment outlives the paragraph that it was about.
CREATE TABLE comment (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    sending       INTEGER NOT NULL REFERENCES sending (id),
    author        TEXT    NOT NULL,
    at            TEXT    NOT NULL,
    kind          TEXT    NOT NULL,
    paragraph     INTEGER,
    quoted        TEXT    NOT NULL,
    text          TEXT    NOT NULL,
    answers       INTEGER REFERENCES comment (id),
    origin        TEXT    NOT NULL,
    objection     INTEGER NOT NULL,
    repeats       INTEGER REFERENCES comment (id),
    disposition   TEXT    NOT NULL,
    reason        TEXT    NOT NULL,
    led_to        TEXT    NOT NULL
);
CREATE INDEX comment_sending ON comment (sending);
CREATE INDEX comment_answers ON comment (answers);
CREATE INDEX comment_repeats ON comment (repeats);
CREATE UNIQUE INDEX comment_origin ON comment (sending, origin) WHERE origin <> '';
CREATE TABLE collected (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    sending       INTEGER NOT NULL REFERENCES sending (id),
    file          TEXT    NOT NULL,
    sha256        TEXT    NOT NULL,
    at            TEXT    NOT NULL,
    added         INTEGER NOT NULL
);
CREATE INDEX collected_sending ON collected (sending);
