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
    objection_not_heard,
    rounds_held,
    section_empty,
}

/// What a rule is called; its key where nobody knows it.
pub fn title_of(key: &str) -> String {
    let known = ALL.iter().find(|rule| rule.key == key);
    known.map_or_else(|| key.to_owned(), Rule::title)
}
