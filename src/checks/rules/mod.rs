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
    action_incomplete,
    analysis_without_citation,
    characteristic_not_answered,
    characteristic_not_carried,
    citation_broken,
    contradiction_open,
    early_learning_not_acted_on,
    family_not_recorded,
    family_not_shown_the_draft,
    finding_without_recommendation,
    independence_not_stated,
    letter_point_not_answered,
    limit_passed_without_reason,
    objection_not_heard,
    panel_incomplete,
    process_dates_out_of_order,
    recommendation_not_smart,
    recommendation_without_finding,
    recommendations_not_together,
    rounds_held,
    section_empty,
    summary_disagrees,
    terms_of_reference_late_or_thin,
    tribute_not_considered,
}

/// What a rule is called; its key where nobody knows it.
pub fn title_of(key: &str) -> String {
    let known = ALL.iter().find(|rule| rule.key == key);
    known.map_or_else(|| key.to_owned(), Rule::title)
}
