//! Men by what they have in common, as shares of a whole.

use std::collections::BTreeMap;

use super::Draft;
use super::table::{Entry, Sheet};

/// How many men stand under each name, and a table of it; `prefix` begins the counts’ names.
pub(super) fn shares(
    draft: &mut Draft<'_>,
    (key, title, heading): (&str, &str, &str),
    whole: &str,
    named: &[(String, String)],
    counted: &BTreeMap<String, u64>,
) -> Sheet {
    let name = |group: &str| match group {
        "" => format!("{key}.not_recorded"),
        group => format!("{key}.{group}"),
    };
    let counts = named
        .iter()
        .map(|(group, _)| (name(group), counted.get(group).copied().unwrap_or(0)));
    draft.counts.sum(whole, counts.collect::<Vec<_>>());
    let mut sheet = Sheet::new(key, title, &[heading, "Number", "95 % interval"]);
    for (group, words) in named {
        sheet.row(
            words.clone(),
            vec![
                Entry::share(name(group), whole),
                Entry::interval(name(group), whole),
            ],
        );
    }
    sheet.row("All", vec![Entry::count(whole), "".into()]);
    sheet
}
