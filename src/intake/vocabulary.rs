//! The headings and words of `cohort-words/`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::words::{plain, telling};
use super::{Field, Kind, List};

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Headings {
    too_little: Vec<String>,
    no_case: Vec<String>,
    shared: BTreeMap<Field, Vec<String>>,
    table: Vec<TableWords>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TableWords {
    pub(super) kind: Kind,
    pub(super) called: Vec<String>,
    #[serde(default)]
    pub(super) also: Vec<Kind>,
    pub(super) column: Vec<ColumnWords>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ColumnWords {
    pub(super) field: Field,
    name: String,
    #[serde(default)]
    pub(super) needed: bool,
    #[serde(default)]
    headings: Vec<String>,
    /// Made of the headings, and of those that are shared.
    #[serde(skip)]
    pub(super) known: Vec<Known>,
}

/// A heading made ready to be compared.
#[derive(Debug, Clone)]
pub(super) struct Known {
    pub(super) plain: String,
    pub(super) telling: Vec<String>,
    /// Says enough where it is only a part of a heading.
    pub(super) says_enough: bool,
}

impl Known {
    pub(super) fn of(heading: &str) -> Self {
        let plain = plain(heading);
        let telling = telling(&plain);
        let little = &HEADINGS.too_little;
        let says_enough = telling.len() > 1 || !telling.iter().all(|word| little.contains(word));
        Self {
            plain,
            telling,
            says_enough,
        }
    }
}

static HEADINGS: LazyLock<Headings> = LazyLock::new(|| {
    // A test holds that both files are sound.
    toml::from_str(include_str!("../../cohort-words/headings.toml")).unwrap_or_default()
});

type Words = BTreeMap<List, BTreeMap<String, Vec<String>>>;

static VALUES: LazyLock<Words> = LazyLock::new(|| {
    toml::from_str(include_str!("../../cohort-words/values.toml")).unwrap_or_default()
});

/// Every kind of table with its columns.
pub(super) fn tables() -> &'static [TableWords] {
    static TABLES: LazyLock<Vec<TableWords>> = LazyLock::new(|| {
        let mut tables = HEADINGS.table.clone();
        for column in tables.iter_mut().flat_map(|table| &mut table.column) {
            let shared = HEADINGS.shared.get(&column.field).into_iter().flatten();
            let all = column.headings.iter().chain(shared);
            column.known = all.map(|heading| Known::of(heading)).collect();
        }
        tables
    });
    &TABLES
}

pub(super) fn table(kind: Kind) -> Option<&'static TableWords> {
    tables().iter().find(|table| table.kind == kind)
}

/// What stands where a case number should, in lines of sums.
pub(super) fn is_no_case(text: &str) -> bool {
    let text = plain(text);
    HEADINGS.no_case.contains(&text)
}

/// The columns that a table of this kind may have, as a person may choose them.
pub fn fields_of(kind: Kind) -> Vec<Field> {
    let Some(own) = table(kind) else {
        return Vec::new();
    };
    let also = own.also.iter().filter_map(|kind| table(*kind));
    let mut fields: Vec<Field> = Vec::new();
    for column in std::iter::once(own).chain(also).flat_map(|one| &one.column) {
        if !fields.contains(&column.field) {
            fields.push(column.field);
        }
    }
    fields
}

/// “Referred on”.
pub fn field_name(field: Field) -> &'static str {
    let columns = tables().iter().flat_map(|table| &table.column);
    let mut named = columns.filter(|column| column.field == field);
    named.next().map_or("", |column| column.name.as_str())
}

/// The key that other words of a list stand for. Of several keys the first that is `possible`.
pub(super) fn key_of(
    list: List,
    plain: &str,
    possible: impl Fn(&str) -> bool,
) -> Option<&'static str> {
    let keys = VALUES.get(&list)?.iter();
    let mut keys = keys.filter(|(key, words)| {
        possible(key) && words.iter().any(|word| super::words::plain(word) == plain)
    });
    keys.next().map(|(key, _)| key.as_str())
}

/// Every key of a list that the program itself decides.
pub(super) fn keys_of(list: List) -> Vec<&'static str> {
    let keys = VALUES.get(&list).into_iter().flatten();
    keys.map(|(key, _)| key.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_words_are_sound() {
        let headings = toml::from_str::<Headings>(include_str!("../../cohort-words/headings.toml"));
        assert!(headings.is_ok(), "{headings:?}");
        let values = toml::from_str::<Words>(include_str!("../../cohort-words/values.toml"));
        assert!(values.is_ok(), "{values:?}");
        for kind in Kind::ALL {
            let table = table(kind).expect("every kind has headings");
            assert!(
                table.column.iter().all(|column| !column.known.is_empty()),
                "{kind:?}"
            );
        }
    }

    #[test]
    fn no_word_of_a_list_stands_for_two_keys() {
        for (list, keys) in &*VALUES {
            let mut seen = BTreeMap::new();
            for (key, words) in keys {
                for word in words {
                    let before = seen.insert(super::super::words::plain(word), key);
                    assert!(
                        before.is_none_or(|before| before == key),
                        "{list:?}: {word}"
                    );
                }
            }
        }
    }

    #[test]
    fn no_heading_of_a_kind_stands_for_two_columns() {
        for table in tables() {
            let mut seen = BTreeMap::new();
            for column in &table.column {
                for known in &column.known {
                    let before = seen.insert(known.plain.clone(), column.field);
                    assert!(
                        before.is_none_or(|before| before == column.field),
                        "{:?}: {}",
                        table.kind,
                        known.plain
                    );
                }
            }
        }
    }
}
