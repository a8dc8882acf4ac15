//! A report with some of its sections written, and what one rule finds in it.

use std::sync::Arc;

use chrono::NaiveDate;
use lantern::checks::{At, Case, Mark, RULES};
use lantern::drafting::blocks;
use lantern::model::{ParagraphId, Review, RuleSetting, Section, SectionId, Template};
use lantern::templates;

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

pub(crate) fn template(name: &str) -> Template {
    let mut all = templates::built_in().iter();
    let found = all.find(|template| template.name == name);
    found.expect("built in").clone()
}

/// Every section of the template; those named here with their text, each paragraph of section 3 numbered from 301 on.
pub(crate) fn report_of(template: Template, written: &[(&str, &str)]) -> Review {
    let mut review = Review::empty(Arc::new(template));
    let places = review.template.sections.iter();
    let sections = (1..).zip(places).map(|(number, place): (i64, _)| {
        let text = written.iter().find(|(key, _)| *key == place.key);
        let text = text.map_or("", |(_, text)| *text);
        let paragraphs = (1..).take(blocks(text).len());
        Section {
            id: SectionId(number),
            key: place.key.clone(),
            title: place.title.clone(),
            text: text.to_owned(),
            paragraphs: paragraphs
                .map(|place: i64| ParagraphId(number * 100 + place))
                .collect(),
        }
    });
    review.sections = sections.collect();
    for (key, _) in written {
        assert!(
            review.sections.iter().any(|section| section.key == *key),
            "{key}"
        );
    }
    review
}

pub(crate) fn report(written: &[(&str, &str)]) -> Review {
    report_of(template("dardr"), written)
}

/// As the template sets the rule.
pub(crate) fn setting(review: &Review, rule: &str) -> RuleSetting {
    let mut settings = review.template.rules.iter();
    let found = settings.find(|setting| setting.key == rule);
    found.unwrap_or_else(|| panic!("no {rule}")).clone()
}

/// On 1 June 2025.
pub(crate) fn marks(review: &Review, rule: &str) -> Vec<Mark> {
    let mut rules = RULES.iter();
    let known = rules.find(|known| known.key == rule);
    let case = Case::of(review, day("2025-06-01"));
    let marks = known.expect("a rule").find(&case, &setting(review, rule));
    for mark in &marks {
        assert!(
            !mark.subject.is_empty() && mark.what.ends_with(['.', '”']),
            "{mark:?}"
        );
        assert!(!mark.at.words(&case).is_empty(), "{mark:?}");
    }
    let mut subjects: Vec<&str> = marks.iter().map(|mark| mark.subject.as_str()).collect();
    subjects.sort_unstable();
    subjects.dedup();
    assert_eq!(
        subjects.len(),
        marks.len(),
        "one subject for two marks: {marks:?}"
    );
    marks
}

/// By what they are known again, in order.
pub(crate) fn subjects(review: &Review, rule: &str) -> Vec<String> {
    let marks = marks(review, rule).into_iter();
    marks.map(|mark| mark.subject).collect()
}

/// The key of the section that a mark leads to.
pub(crate) fn section_of(review: &Review, at: At) -> String {
    let (At::Section(id) | At::Paragraph(id, _)) = at else {
        return format!("{at:?}");
    };
    let mut sections = review.sections.iter();
    let found = sections.find(|section| section.id == id);
    found.map_or_else(String::new, |section| section.key.clone())
}
