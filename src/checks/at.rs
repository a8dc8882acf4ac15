//! Where a mark leads to.

use super::Case;
use crate::dates;
use crate::model::{
    ActionId, CommentId, EntryId, FindingId, KeyDateId, LetterPointId, MemberId, ParagraphId,
    PersonId, QuestionId, RecommendationId, SectionId,
};

/// Where a mark leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    /// The review as a whole, its details and key dates.
    Review,
    KeyDate(KeyDateId),
    Section(SectionId),
    Paragraph(SectionId, ParagraphId),
    Entry(EntryId),
    Person(PersonId),
    Question(QuestionId),
    Finding(FindingId),
    Recommendation(RecommendationId),
    Action(ActionId),
    Member(MemberId),
    Comment(CommentId),
    /// The rounds of the panel.
    Rounds,
    /// A point of the quality-assurance letter.
    Letter(LetterPointId),
    /// The data record.
    Record,
}

impl At {
    /// “Paragraph 4.2”, “Recommendation 3”; never the name of a person.
    pub fn words(self, case: &Case<'_>) -> String {
        let review = case.review;
        let numbered = |what: &str, number: Option<u32>| {
            number.map_or_else(|| what.to_owned(), |number| format!("{what} {number}"))
        };
        match self {
            Self::Review => "The review".to_owned(),
            Self::KeyDate(id) => {
                let date = review.key_dates.iter().find(|date| date.id == id);
                let name = date.map(|date| match date.label.trim() {
                    "" => case.date_name(&date.kind),
                    label => label.to_owned(),
                });
                name.map_or_else(|| "A key date".to_owned(), |name| format!("“{name}”"))
            }
            Self::Section(id) => section(case, id),
            Self::Paragraph(id, paragraph) => {
                let mut all = case.paragraphs();
                match all.find(|(_, each)| each.id == Some(paragraph)) {
                    Some((_, each)) if each.heading == 0 => format!("Paragraph {}", each.number),
                    _ => section(case, id),
                }
            }
            Self::Entry(id) => match review.entry(id) {
                Some(entry) => {
                    let agency = review.agency(entry.agency);
                    let agency = agency.map_or("", |agency| agency.name.as_str());
                    format!("Entry {id}: {agency}, {}", dates::spoken(&entry.when))
                }
                None => format!("Entry {id}"),
            },
            Self::Person(id) => match review.person(id).map(|person| person.role) {
                Some(role) => format!("People: {}", role.words().to_lowercase()),
                None => "People".to_owned(),
            },
            Self::Question(id) => {
                let question = review.questions.iter().find(|each| each.id == id);
                numbered("Question", question.map(|each| each.position))
            }
            Self::Finding(id) => numbered("Finding", review.finding(id).map(|each| each.position)),
            Self::Recommendation(id) => {
                let found = review.recommendations.iter().find(|each| each.id == id);
                numbered("Recommendation", found.map(|each| each.position))
            }
            Self::Action(id) => action(case, id),
            Self::Member(_) => "The panel’s members".to_owned(),
            Self::Comment(_) => "The panel’s comments".to_owned(),
            Self::Rounds => "The panel’s rounds".to_owned(),
            Self::Letter(id) => {
                let point = review.publishing.letter.iter().find(|each| each.id == id);
                numbered("Letter, point", point.map(|each| each.position))
            }
            Self::Record => "The data record".to_owned(),
        }
    }
}

fn section(case: &Case<'_>, id: SectionId) -> String {
    let section = case.review.sections.iter().find(|each| each.id == id);
    match section.and_then(|section| case.numbered(&section.key)) {
        Some(section) => format!("Section {}", section.number),
        None => "The report".to_owned(),
    }
}

/// “Action 3.1”
fn action(case: &Case<'_>, id: ActionId) -> String {
    let review = case.review;
    let found = review.actions.iter().find(|action| action.id == id);
    let found = found.and_then(|action| {
        let mut all = review.recommendations.iter();
        let recommendation = all.find(|each| each.id == action.recommendation)?;
        Some(format!(
            "Action {}.{}",
            recommendation.position, action.position
        ))
    });
    found.unwrap_or_else(|| "The action plan".to_owned())
}
