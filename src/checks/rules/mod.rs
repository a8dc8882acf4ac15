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
    action_incomplete,
    age_contradicts,
    analysis_without_citation,
    blaming_words,
    characteristic_not_answered,
    characteristic_not_carried,
    children_identifiable,
    citation_broken,
    contradiction_open,
    date_impossible,
    dates_out_of_order,
    early_learning_not_acted_on,
    exact_date,
    family_not_recorded,
    family_not_shown_the_draft,
    finding_without_recommendation,
    hard_to_read,
    hindsight_words,
    independence_not_stated,
    letter_point_not_answered,
    limit_passed_without_reason,
    name_of_nobody,
    name_spelled_two_ways,
    objection_not_heard,
    own_word_as_fact,
    panel_incomplete,
    process_dates_out_of_order,
    real_name_in_draft,
    recommendation_not_smart,
    recommendation_without_finding,
    recommendations_not_together,
    rounds_held,
    section_empty,
    summary_disagrees,
    term_not_defined,
    term_not_explored,
    terms_of_reference_late_or_thin,
    tribute_not_considered,
    weekday_contradicts,
}

/// What a rule is called; its key where nobody knows it.
pub fn title_of(key: &str) -> String {
    let known = ALL.iter().find(|rule| rule.key == key);
    known.map_or_else(|| key.to_owned(), Rule::title)
}
