//! The report and the action plan.

use lantern::sample;

use super::{REVIEW, day};

#[test]
fn the_report_and_the_plan_stand_in_it() {
    let review = &*REVIEW;
    let written = review
        .sections
        .iter()
        .filter(|section| !section.text.is_empty());
    assert!(written.count() >= 18);
    assert_eq!(review.recommendations.len(), 11);
    for recommendation in &review.recommendations {
        assert!(
            !recommendation.entries.is_empty(),
            "{}",
            recommendation.text
        );
        assert!(!recommendation.findings.is_empty());
    }
    let today = sample::today().expect("a day");
    assert_eq!(today, day("2022-11-30"));
    let count = |which: &dyn Fn(&lantern::model::Action) -> bool| {
        review.actions.iter().filter(|action| which(action)).count()
    };
    assert_eq!(review.actions.len(), 20);
    assert_eq!(count(&|action| action.completed.is_some()), 6);
    assert_eq!(count(&|action| action.is_overdue(today)), 4);
    assert_eq!(count(&|action| !action.missing().is_empty()), 2);
    let late: Vec<&str> = review
        .agencies
        .iter()
        .filter(|agency| {
            review
                .imports
                .iter()
                .all(|import| import.agency != agency.id)
        })
        .map(|agency| agency.name.as_str())
        .collect();
    assert_eq!(late, ["Tidewater Recovery"]);
    let pause = &review.pauses[0];
    let days = pause.until.map(|until| (until - pause.from).num_days());
    assert_eq!(days, Some(41));
}

/// What goes into the report must not contain what the pseudonyms are there to keep.
#[test]
fn the_report_names_nobody() {
    let review = &*REVIEW;
    let mut text = review.details.title.clone();
    for section in &review.sections {
        text += &section.text;
    }
    for recommendation in &review.recommendations {
        text += &recommendation.text;
        text += &review.findings_of(recommendation);
    }
    let places = ["Kettle Row", "Tallow Lane", "Saltmarsh", "The Weir"].map(str::to_owned);
    let names = review.people.iter().flat_map(|person| {
        let aliases = person
            .aliases
            .iter()
            .filter(|alias| !alias.contains("maternal"));
        std::iter::once(&person.name)
            .chain(aliases)
            .cloned()
            .collect::<Vec<_>>()
    });
    for name in names.chain(places) {
        let found = text
            .split(|letter: char| !letter.is_alphanumeric())
            .any(|word| word == name)
            || (name.contains(' ') && text.contains(&name));
        assert!(!found, "the report says {name}");
    }
}
