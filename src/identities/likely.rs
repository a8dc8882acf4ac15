//! What a first name leads a reader to think. A short list of names that are common in Britain: what it does not know, it says nothing of.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::model::Sex;

#[derive(Debug, Clone, Default)]
pub(super) struct Likely {
    pub sex: Option<Sex>,
    /// Beginnings of the template's groups, in small letters, that the name is usual in; empty where it is usual in many.
    pub groups: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    sex: Sex,
    groups: Vec<String>,
    names: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Lists {
    lists: Vec<List>,
}

static LISTS: LazyLock<Vec<List>> = LazyLock::new(|| {
    let lists: Result<Lists, _> = toml::from_str(include_str!("likely.toml"));
    lists.map(|lists| lists.lists).unwrap_or_default()
});

/// Of a first name in small letters.
pub(super) fn likely_of(folded: &str) -> Likely {
    let lists: Vec<&List> = LISTS
        .iter()
        .filter(|list| list.names.iter().any(|name| name == folded))
        .collect();
    let sex = lists.first().map(|list| list.sex);
    let one_sex = lists.iter().all(|list| Some(list.sex) == sex);
    let anywhere = lists.iter().any(|list| list.groups.is_empty());
    let groups = lists.iter().flat_map(|list| list.groups.clone());
    Likely {
        sex: sex.filter(|_| one_sex),
        groups: if anywhere {
            Vec::new()
        } else {
            groups.collect()
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_read_and_what_they_do_not_know_is_left_open() {
        assert!(LISTS.len() >= 8);
        assert_eq!(likely_of("daniel").sex, Some(Sex::Male));
        assert_eq!(likely_of("fatima").sex, Some(Sex::Female));
        assert!(
            likely_of("adaeze")
                .groups
                .iter()
                .any(|group| group.contains("african"))
        );
        let unknown = likely_of("xyzzy");
        assert!(unknown.sex.is_none() && unknown.groups.is_empty());
    }
}
