//! The rules, one file each. A new rule is a file here, a line in this list, and its setting in the templates.

use super::Rule;

macro_rules! rules {
    ($($key:ident),* $(,)?) => {
        $(mod $key;)*

        /// Every rule that there is, in the order of their names.
        pub static ALL: &[Rule] = &[
            $(Rule::of(
                stringify!($key),
                include_str!(concat!(stringify!($key), ".rs")),
                $key::find,
            )),*
        ];
    };
}

rules! {
    acronym_not_explained,
    age_contradicts,
    blaming_words,
    children_identifiable,
    date_impossible,
    dates_out_of_order,
    exact_date,
    hard_to_read,
    hindsight_words,
    name_spelled_two_ways,
    objection_not_heard,
    own_word_as_fact,
    real_name_in_draft,
    rounds_held,
    section_empty,
    term_not_defined,
    term_not_explored,
    weekday_contradicts,
}

/// What a rule is called; its key where nobody knows it.
pub fn title_of(key: &str) -> String {
    let known = ALL.iter().find(|rule| rule.key == key);
    known.map_or_else(|| key.to_owned(), Rule::title)
}
