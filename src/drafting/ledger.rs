//! The comments of all rounds, each where it stands in the report as it is now.

use std::collections::HashMap;

use super::joined::Joined;
use super::markup::{Inline, inlines};
use super::numbering::paragraphs;
use super::rewritten::rewritten;
use crate::model::{
    Comment, CommentId, MemberId, ParagraphId, Review, RoundId, Section, SectionId, Template,
};

/// A paragraph or heading of a draft, found by its id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParagraphPlace {
    pub section: SectionId,
    /// Key of the section.
    pub key: String,
    pub title: String,
    /// “4.2”; empty for a heading.
    pub number: String,
    /// As somebody reads it, without its number: citations and footnotes in brackets.
    pub text: String,
    /// From 0 in the whole draft.
    pub order: usize,
}

/// Every paragraph of a draft by its id.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ParagraphPlaces {
    by_id: HashMap<ParagraphId, ParagraphPlace>,
}

impl ParagraphPlaces {
    pub fn of(sections: &[Section], template: &Template) -> Self {
        let mut by_id = HashMap::new();
        let mut order = 0;
        for numbered in paragraphs(sections, template) {
            let Some(section) = sections.iter().find(|section| section.key == numbered.key) else {
                continue;
            };
            for paragraph in numbered.paragraphs {
                order += 1;
                let place = ParagraphPlace {
                    section: section.id,
                    key: numbered.key.clone(),
                    title: numbered.title.clone(),
                    number: paragraph.number,
                    text: readable(&paragraph.text),
                    order,
                };
                if let Some(id) = paragraph.id {
                    by_id.insert(id, place);
                }
            }
        }
        Self { by_id }
    }

    pub fn get(&self, id: ParagraphId) -> Option<&ParagraphPlace> {
        self.by_id.get(&id)
    }

    /// In the order of the draft.
    pub fn all(&self) -> Vec<(ParagraphId, &ParagraphPlace)> {
        let mut all: Vec<_> = self.by_id.iter().map(|(id, place)| (*id, place)).collect();
        all.sort_by_key(|(_, place)| place.order);
        all
    }
}

fn readable(text: &str) -> String {
    let lines: Vec<String> = text
        .lines()
        .map(|line| read_aloud(&inlines(line)))
        .collect();
    lines.join("\n")
}

fn read_aloud(inlines: &[Inline]) -> String {
    let words = inlines.iter().map(|inline| match inline {
        Inline::Words(words) | Inline::Stressed(words) | Inline::Strong(words) => words.clone(),
        Inline::Citation(citation) => format!("({})", citation.words),
        Inline::Note(note) => format!(" (footnote: {})", read_aloud(note)),
    });
    words.collect()
}

/// Where a comment stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stands {
    /// At this paragraph of the draft as it is now.
    At(ParagraphPlace),
    /// At a paragraph that is no longer in the draft, as it stood when the round went out.
    Gone(ParagraphPlace),
    /// At no paragraph.
    Nowhere,
}

impl Stands {
    pub fn place(&self) -> Option<&ParagraphPlace> {
        match self {
            Self::At(place) | Self::Gone(place) => Some(place),
            Self::Nowhere => None,
        }
    }

    /// “4.2”, “Heading in Analysis”, “Was 4.2, now gone”, “No paragraph”.
    pub fn words(&self) -> String {
        let name = |place: &ParagraphPlace| match place.number.as_str() {
            "" => format!("Heading in {}", place.title),
            number => number.to_owned(),
        };
        match self {
            Self::At(place) => name(place),
            Self::Gone(place) => format!("{}, no longer in the draft", name(place)),
            Self::Nowhere => "No paragraph".to_owned(),
        }
    }
}

/// One comment, and what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerLine {
    pub comment: CommentId,
    pub round: RoundId,
    pub round_number: u32,
    pub member: MemberId,
    pub stands: Stands,
    /// Of the comment, or of the first one that it replies to; where that was joined with another, the one that has its words now.
    pub paragraph: Option<ParagraphId>,
    /// The paragraph as it went out in the comment's round, where it reads otherwise now.
    pub then: Option<String>,
    /// How many comments it replies to, one upon the other.
    pub depth: usize,
    /// The earlier comment in whose place its member seems to have written this one, in a file sent later.
    pub rewrites: Option<CommentId>,
    /// The later one that seems to stand in this one's place.
    pub rewritten: Option<CommentId>,
}

/// Every comment once: in the order of the report, of the rounds and of coming; a reply after what it replies to. Comments whose paragraph is gone come
/// after those that have one, in the order of the report as it went out; those at no paragraph come last.
pub fn ledger(review: &Review) -> Vec<LedgerLine> {
    if review.comments.is_empty() {
        return Vec::new();
    }
    let now = ParagraphPlaces::of(&review.sections, &review.template);
    let sent = as_sent(review);
    let by_id: HashMap<CommentId, &Comment> =
        review.comments.iter().map(|one| (one.id, one)).collect();
    let rewrites = rewritten(&review.comments);
    let rewritten: HashMap<CommentId, CommentId> = rewrites
        .iter()
        .map(|(newer, earlier)| (*earlier, *newer))
        .collect();
    let by_words = Joined::of(&now);
    let mut joined: HashMap<(RoundId, ParagraphId), ParagraphId> = HashMap::new();
    let mut lines: Vec<(Key, LedgerLine)> = Vec::with_capacity(review.comments.len());
    for comment in &review.comments {
        let Some((round, sending)) = review.sending(comment.sending) else {
            continue;
        };
        let above = chain(comment, &by_id);
        let root = above.first().copied().unwrap_or(comment);
        let stood = |id: ParagraphId| sent.get(&round.id).and_then(|places| places.get(id));
        let paragraph = root.paragraph.map(|id| match (now.get(id), stood(id)) {
            (None, Some(gone)) => *joined
                .entry((round.id, id))
                .or_insert_with(|| by_words.with(gone).unwrap_or(id)),
            _ => id,
        });
        let stands = stand_of(paragraph, &now, stood);
        let then = match (&stands, root.paragraph.and_then(stood)) {
            (Stands::At(place), Some(then)) if then.text != place.text => Some(then.text.clone()),
            _ => None,
        };
        let key = Key {
            place: order_of(&stands),
            round: round.number,
            thread: above.iter().map(|one| one.id).chain([comment.id]).collect(),
        };
        lines.push((
            key,
            LedgerLine {
                comment: comment.id,
                round: round.id,
                round_number: round.number,
                member: sending.member,
                stands,
                paragraph,
                then,
                depth: above.len(),
                rewrites: rewrites.get(&comment.id).copied(),
                rewritten: rewritten.get(&comment.id).copied(),
            },
        ));
    }
    lines.sort_by(|one, other| one.0.cmp(&other.0));
    lines.into_iter().map(|(_, line)| line).collect()
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    /// Now in the draft, gone, nowhere; then the place in the draft.
    place: (u8, usize),
    round: u32,
    /// What it replies to, from the first on, and itself.
    thread: Vec<CommentId>,
}

fn order_of(stands: &Stands) -> (u8, usize) {
    match stands {
        Stands::At(place) => (0, place.order),
        Stands::Gone(place) => (1, place.order),
        Stands::Nowhere => (2, 0),
    }
}

/// The drafts as they went out.
fn as_sent(review: &Review) -> HashMap<RoundId, ParagraphPlaces> {
    let of_round = |id| {
        review
            .versions
            .iter()
            .find(|version| Some(version.id) == id)
    };
    review
        .rounds
        .iter()
        .filter_map(|round| {
            let version = of_round(round.version)?;
            Some((
                round.id,
                ParagraphPlaces::of(&version.sections, &review.template),
            ))
        })
        .collect()
}

fn stand_of<'a>(
    paragraph: Option<ParagraphId>,
    now: &ParagraphPlaces,
    stood: impl Fn(ParagraphId) -> Option<&'a ParagraphPlace>,
) -> Stands {
    let Some(id) = paragraph else {
        return Stands::Nowhere;
    };
    match (now.get(id), stood(id)) {
        (Some(place), _) => Stands::At(place.clone()),
        (None, Some(place)) => Stands::Gone(place.clone()),
        (None, None) => Stands::Nowhere,
    }
}

/// What a comment replies to, from the first on. Replies in a circle, as no file should hold them, end where they began.
fn chain<'a>(comment: &Comment, by_id: &HashMap<CommentId, &'a Comment>) -> Vec<&'a Comment> {
    let mut chain: Vec<&Comment> = Vec::new();
    let mut next = comment.answers;
    while let Some(above) = next.and_then(|id| by_id.get(&id)) {
        if above.id == comment.id || chain.iter().any(|one| one.id == above.id) {
            break;
        }
        chain.push(above);
        next = above.answers;
    }
    chain.reverse();
    chain
}
