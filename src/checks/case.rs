//! What every rule looks into, made once.

use chrono::NaiveDate;

use super::At;
use crate::chronology::Claims;
use crate::drafting::{self, Numbered, NumberedSection};
use crate::model::{Review, Section};

/// A review on a day, with what several rules need of it.
pub struct Case<'a> {
    pub review: &'a Review,
    pub today: NaiveDate,
    /// The report and its executive summary, numbered, in the order of the template.
    pub sections: Vec<NumberedSection>,
    pub claims: Claims,
}

impl<'a> Case<'a> {
    pub fn of(review: &'a Review, today: NaiveDate) -> Self {
        Self {
            review,
            today,
            sections: drafting::paragraphs(&review.sections, &review.template),
            claims: Claims::of(review),
        }
    }

    /// `None` where the template has no such section.
    pub fn numbered(&self, key: &str) -> Option<&NumberedSection> {
        self.sections.iter().find(|section| section.key == key)
    }

    pub fn section(&self, key: &str) -> Option<&'a Section> {
        self.review
            .sections
            .iter()
            .find(|section| section.key == key)
    }

    /// What the template calls a date of the process; its key where the template knows it no longer.
    pub fn date_name(&self, kind: &str) -> String {
        let mut dates = self.review.template.clock.dates.iter();
        let known = dates.find(|date| date.key == kind);
        known.map_or_else(|| kind.to_owned(), |date| date.name.clone())
    }

    /// The sections of these keys, in reading order.
    pub fn named<'c>(
        &'c self,
        keys: &'c [String],
    ) -> impl Iterator<Item = &'c NumberedSection> + 'c {
        let all = self.sections.iter();
        all.filter(move |section| keys.contains(&section.key))
    }

    /// The section of this key as a place; the review where there is none.
    pub fn at(&self, key: &str) -> At {
        self.section(key)
            .map_or(At::Review, |section| At::Section(section.id))
    }

    /// The first of these sections that the review has.
    pub fn first_of(&self, keys: &[String]) -> At {
        let mut keys = keys.iter();
        let there = keys.find(|key| self.section(key).is_some());
        there.map_or(At::Review, |key| self.at(key))
    }

    pub fn at_paragraph(&self, section: &NumberedSection, paragraph: &Numbered) -> At {
        match (self.section(&section.key), paragraph.id) {
            (Some(section), Some(paragraph)) => At::Paragraph(section.id, paragraph),
            (Some(section), None) => At::Section(section.id),
            (None, _) => At::Review,
        }
    }

    /// The sections of these keys; of no keys: all of the report’s body.
    pub fn chosen<'c>(
        &'c self,
        keys: &'c [String],
    ) -> impl Iterator<Item = &'c NumberedSection> + 'c {
        self.sections.iter().filter(move |section| match keys {
            [] => !section.appendix,
            keys => keys.contains(&section.key),
        })
    }

    /// Every paragraph and heading with its section, in reading order.
    pub fn paragraphs(&self) -> impl Iterator<Item = (&NumberedSection, &Numbered)> {
        self.sections
            .iter()
            .flat_map(|section| section.paragraphs.iter().map(move |each| (section, each)))
    }
}
