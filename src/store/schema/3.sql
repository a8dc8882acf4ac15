-- Version 3. Never edited after a release.

-- The return that this one corrected and took the place of. Not known of corrections made in files of version 2: there, a return of
-- which no entry stands any longer counts as replaced.
ALTER TABLE import ADD COLUMN replaces INTEGER REFERENCES import (id);
CREATE INDEX import_replaces ON import (replaces) WHERE replaces IS NOT NULL;
