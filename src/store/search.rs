use std::collections::HashSet;

use rusqlite::{Connection, params};

use super::query::query;
use super::undo_log::Range;
use super::{Store, StoreError, rows};
use crate::model::EntryId;

const SQL: &str = include_str!("search.sql");
const HITS: &str = query(SQL, "hits");
const FOUND: &str = query(SQL, "found");
const TAKE_OUT: &str = query(SQL, "take out");
const PUT_IN: &str = query(SQL, "put in");

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
    rows::execute(connection, TAKE_OUT, params![step.first, step.last])?;
    rows::execute(connection, PUT_IN, params![step.first, step.last])?;
    Ok(())
}

impl Store {
    /// Entries that hold all the words, in any of date, text, response, seen, document and comment; at most `limit`, in the order in
    /// which they were entered.
    ///
    /// Case and accents do not matter. The last word may be a beginning (from three letters on); words between “quotation marks”
    /// stand together. No words: no hits.
    pub fn search(&self, words: &str, limit: usize) -> Result<Vec<Hit>, StoreError> {
        let Some(expression) = expression(words) else {
            return Ok(Vec::new());
        };
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
        let Some(expression) = expression(words) else {
            return Ok(HashSet::new());
        };
        self.read(|connection| {
            let ids = rows::all(connection, FOUND, [expression], |row| row.get(0))?;
            Ok(ids.into_iter().collect())
        })
    }
}

/// Letters from which on the last word may be a beginning: shorter ones stand in nearly every entry, and answering them would take too long.
const SHORTEST_BEGINNING: usize = 3;
const QUOTES: usize = 2;

/// The user's words as an FTS5 expression in which nothing but the words themselves has a meaning.
fn expression(words: &str) -> Option<String> {
    let mut phrases: Vec<String> = Vec::new();
    // Every second part stands between quotation marks; an unclosed one is taken as words.
    let parts: Vec<&str> = words.split(['"', '“', '”', '„']).collect();
    let mut begins = true;
    for (index, part) in parts.iter().enumerate() {
        let quoted = index % 2 == 1 && index + 1 < parts.len();
        if quoted {
            let tokens: Vec<&str> = tokens(part).collect();
            if !tokens.is_empty() {
                phrases.push(format!("\"{}\"", tokens.join(" ")));
                begins = false;
            }
        } else {
            for token in tokens(part) {
                phrases.push(format!("\"{token}\""));
                begins = true;
            }
        }
    }
    let last = phrases.last_mut()?;
    // A word that is finished, by a space or a quotation mark, is meant whole.
    let open = words.ends_with(char::is_alphanumeric);
    if begins && open && last.chars().count() >= SHORTEST_BEGINNING + QUOTES {
        last.push('*');
    }
    Some(phrases.join(" "))
}

/// As the index cuts text: letters and digits make words, all else parts them.
fn tokens(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| !character.is_alphanumeric() && !is_mark(character))
        .filter(|token| token.chars().any(char::is_alphanumeric))
}

/// Accents that stand as characters of their own.
fn is_mark(character: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&character)
}

#[cfg(test)]
mod tests {
    use super::expression;

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
            ("no reply", Some("\"no\" \"reply\"*")),
            (
                "text:injury NEAR(a b)",
                Some("\"text\" \"injury\" \"NEAR\" \"a\" \"b\""),
            ),
            ("a OR b*", Some("\"a\" \"OR\" \"b\"")),
            (
                "\"left the house\" pol",
                Some("\"left the house\" \"pol\"*"),
            ),
            ("“left the house”", Some("\"left the house\"")),
            ("\"left the", Some("\"left\" \"the\"*")),
            ("it's 01:32", Some("\"it\" \"s\" \"01\" \"32\"")),
        ] {
            assert_eq!(expression(words).as_deref(), expected, "{words}");
        }
    }
}
