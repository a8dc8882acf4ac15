use std::collections::HashSet;

use rusqlite::{Connection, params};

use super::beginnings::{self, Beginnings};
use super::query::query;
use super::undo_log::{self, Range};
use super::{Store, StoreError, rows};
use crate::model::{EntryId, Review};

const SQL: &str = include_str!("search.sql");
const HITS: &str = query(SQL, "hits");
const FOUND: &str = query(SQL, "found");
const TAKE_OUT: &str = query(SQL, "take out");
const PUT_IN: &str = query(SQL, "put in");
const PUT_IN_NEW: &str = query(SQL, "put in new");

/// An entry whose wording holds the words sought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub entry: EntryId,
    /// Some words around the first place, each match between [`Hit::OPEN`] and [`Hit::CLOSE`].
    pub snippet: String,
}

impl Hit {
    /// Marks that cannot occur in a text that a person wrote.
    pub const OPEN: char = '\u{2}';
    pub const CLOSE: char = '\u{3}';
}

/// Brings the index up to date with what a step's records say of entries: out with their words as they were before it, in with
/// what they are now.
pub(super) fn keep_in_step(connection: &Connection, step: Range) -> Result<(), StoreError> {
    if undo_log::has_before(connection, step, "entry")? {
        rows::execute(connection, TAKE_OUT, params![step.first, step.last])?;
        rows::execute(connection, PUT_IN, params![step.first, step.last])?;
    } else {
        let (condition, [first, last]) = undo_log::rows_of(connection, step, "entry")?;
        let put_in = format!("{PUT_IN_NEW} WHERE {condition} ORDER BY id");
        rows::execute(connection, &put_in, params![first, last])?;
    }
    Ok(())
}

impl Store {
    /// Entries that hold all the words, in any of date, text, response, seen, document and comment; at most `limit`, in the order in
    /// which they were entered. `review` is the file's, as loaded: it makes common beginnings quick.
    ///
    /// Case and accents do not matter. The last word may be a beginning (from three letters on); words between “quotation marks”
    /// stand together. No words: no hits.
    pub fn search(
        &self,
        review: &Review,
        words: &str,
        limit: usize,
    ) -> Result<Vec<Hit>, StoreError> {
        let Some(sought) = Sought::of(words) else {
            return Ok(Vec::new());
        };
        let beginnings = sought
            .beginning
            .as_deref()
            .and_then(|beginning| beginnings::of(review, beginning));
        if let Some(beginnings) = beginnings {
            let hits = self.hits(&sought.spelt_out(&beginnings), limit)?;
            let complete = hits
                .last()
                .is_some_and(|last| last.entry <= beginnings.complete_until);
            if complete && hits.len() == limit {
                return Ok(hits);
            }
        }
        self.hits(&sought.expression(), limit)
    }

    fn hits(&self, expression: &str, limit: usize) -> Result<Vec<Hit>, StoreError> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let values = params![
            expression,
            Hit::OPEN.to_string(),
            Hit::CLOSE.to_string(),
            limit
        ];
        self.read(|connection| {
            rows::all(connection, HITS, values, |row| {
                Ok(Hit {
                    entry: row.get(0)?,
                    snippet: row.get(1)?,
                })
            })
        })
    }

    /// All entries that [`Store::search`] finds, without their words: for a filter.
    pub fn found(&self, words: &str) -> Result<HashSet<EntryId>, StoreError> {
        let Some(sought) = Sought::of(words) else {
            return Ok(HashSet::new());
        };
        self.read(|connection| {
            let ids = rows::all(connection, FOUND, [sought.expression()], |row| row.get(0))?;
            Ok(ids.into_iter().collect())
        })
    }
}

/// Letters from which on the last word may be a beginning: shorter ones stand in nearly every entry, and answering them would take too long.
const SHORTEST_BEGINNING: usize = 3;

/// The user's words, in which nothing but the words themselves has a meaning.
struct Sought {
    /// Words, and words that stand together, each between quotation marks.
    phrases: Vec<String>,
    /// What a last word begins with.
    beginning: Option<String>,
}

impl Sought {
    /// `None` where there is no word.
    fn of(words: &str) -> Option<Self> {
        let mut phrases: Vec<String> = Vec::new();
        // Every second part stands between quotation marks; an unclosed one is taken as words.
        let parts: Vec<&str> = words.split(['"', '“', '”', '„']).collect();
        let mut last = None;
        for (index, part) in parts.iter().enumerate() {
            let quoted = index % 2 == 1 && index + 1 < parts.len();
            if quoted {
                let tokens: Vec<&str> = tokens(part).collect();
                if !tokens.is_empty() {
                    phrases.push(tokens.join(" "));
                    last = None;
                }
            } else {
                for token in tokens(part) {
                    phrases.push(token.to_owned());
                    last = Some(token);
                }
            }
        }
        // A word that is finished, by a space or a quotation mark, is meant whole.
        let open = words.ends_with(char::is_alphanumeric);
        let beginning = last
            .filter(|token| open && token.chars().count() >= SHORTEST_BEGINNING)
            .map(str::to_owned);
        if beginning.is_some() {
            phrases.pop();
        }
        (beginning.is_some() || !phrases.is_empty()).then_some(Self { phrases, beginning })
    }

    /// As an FTS5 expression.
    fn expression(&self) -> String {
        let beginning = self.beginning.iter().map(|word| format!("\"{word}\"*"));
        self.all(beginning)
    }

    /// With whole words in place of the beginning.
    fn spelt_out(&self, beginnings: &Beginnings) -> String {
        let words: Vec<String> = beginnings
            .words
            .iter()
            .map(|word| format!("\"{word}\""))
            .collect();
        self.all([format!("({})", words.join(" OR "))])
    }

    fn all(&self, last: impl IntoIterator<Item = String>) -> String {
        let phrases = self.phrases.iter().map(|phrase| format!("\"{phrase}\""));
        phrases.chain(last).collect::<Vec<_>>().join(" AND ")
    }
}

/// As the index cuts text: letters and digits make words, all else parts them.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| !character.is_alphanumeric() && !is_mark(character))
        .filter(|token| token.chars().any(char::is_alphanumeric))
}

/// Accents that stand as characters of their own.
fn is_mark(character: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&character)
}

#[cfg(test)]
mod tests {
    use super::Sought;

    #[test]
    fn words_are_never_syntax() {
        for (words, expected) in [
            ("", None),
            ("  -- * ", None),
            ("police", Some("\"police\"*")),
            ("police ", Some("\"police\"")),
            ("p", Some("\"p\"")),
            ("po", Some("\"po\"")),
            ("pol", Some("\"pol\"*")),
            ("no reply", Some("\"no\" AND \"reply\"*")),
            (
                "text:injury NEAR(a b)",
                Some("\"text\" AND \"injury\" AND \"NEAR\" AND \"a\" AND \"b\""),
            ),
            ("a OR b*", Some("\"a\" AND \"OR\" AND \"b\"")),
            (
                "\"left the house\" pol",
                Some("\"left the house\" AND \"pol\"*"),
            ),
            ("“left the house”", Some("\"left the house\"")),
            ("\"left the", Some("\"left\" AND \"the\"*")),
            ("it's 01:32", Some("\"it\" AND \"s\" AND \"01\" AND \"32\"")),
        ] {
            let expression = Sought::of(words).map(|sought| sought.expression());
            assert_eq!(expression.as_deref(), expected, "{words}");
        }
    }
}
