//! What two versions of the draft say differently, told so that it can be read: paragraph by paragraph, what moved as moved.

use super::markup::{Inline, inlines};
use super::matching::{Place, in_order, matched};
use super::numbering::{Numbered, NumberedSection, Part, paragraphs};
use super::wordings::{Fate, Stretch, word_for_word};
use crate::model::{Section, Template};

/// What became of one section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionDifference {
    pub key: String,
    /// As the later version has it.
    pub number: String,
    pub title: String,
    /// All its paragraphs and headings, in the order of the later version; what is gone stands where it stood.
    pub changes: Vec<Change>,
}

/// What became of a paragraph or heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub kind: Kind,
    /// Its number in the earlier version; empty for a heading and for what is new.
    pub before: String,
    /// Its number in the later version; empty for a heading and for what is gone.
    pub after: String,
    /// 1 or 2 for a heading.
    pub heading: u8,
    pub words: Vec<Stretch>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    Same,
    New,
    Gone,
    Changed,
    /// Stands elsewhere among its neighbours, or in another section, with the same words.
    Moved,
    MovedAndChanged,
    /// The same words, set otherwise: as a heading, as a list, stressed.
    SetOtherwise,
}

impl Kind {
    pub fn words(self) -> &'static str {
        match self {
            Self::Same => "unchanged",
            Self::New => "new",
            Self::Gone => "gone",
            Self::Changed => "changed",
            Self::Moved => "moved",
            Self::MovedAndChanged => "moved and changed",
            Self::SetOtherwise => "set otherwise",
        }
    }
}

impl SectionDifference {
    pub fn is_the_same(&self) -> bool {
        self.changes.iter().all(|change| change.kind == Kind::Same)
    }
}

/// Every section of both versions, in the order of the later one. Paragraphs are known by their own number (`Section::paragraphs`),
/// where they have one, else by their words.
pub fn difference(
    before: &[Section],
    after: &[Section],
    template: &Template,
) -> Vec<SectionDifference> {
    let (before, after) = (paragraphs(before, template), paragraphs(after, template));
    let partners = matched(&before, &after);
    (0..)
        .zip(&after)
        .map(|(at, section)| {
            let earlier = before.iter().position(|other| other.key == section.key);
            SectionDifference {
                key: section.key.clone(),
                number: section.number.clone(),
                title: section.title.clone(),
                changes: changes((&before, earlier), (section, at), &partners),
            }
        })
        .collect()
}

/// The changes of a section that stands at `earlier` among the sections before, and at `at` among those after.
fn changes(
    (before, earlier): (&[NumberedSection], Option<usize>),
    (section, at): (&NumberedSection, usize),
    partners: &[(Place, Place)],
) -> Vec<Change> {
    let partner = |paragraph: usize| {
        let mut pairs = partners.iter();
        pairs
            .find(|(_, after)| *after == (at, paragraph))
            .map(|(before, _)| *before)
    };
    let of_before: Vec<Option<Place>> = (0..section.paragraphs.len()).map(partner).collect();
    let here = |place: &Option<Place>| place.filter(|(section, _)| Some(*section) == earlier);
    let standing = in_order(
        &of_before
            .iter()
            .map(here)
            .map(|place| place.map(|at| at.1))
            .collect::<Vec<_>>(),
    );
    let mut gone = earlier.map_or(Vec::new(), |earlier| {
        let all = before[earlier].paragraphs.iter().enumerate();
        let left = |&(index, _): &(usize, &Numbered)| {
            partners
                .iter()
                .all(|(before, _)| *before != (earlier, index))
        };
        all.filter(left).collect()
    });
    gone.reverse();
    let mut changes = Vec::new();
    for (index, paragraph) in section.paragraphs.iter().enumerate() {
        let Some(was) = of_before[index] else {
            changes.push(alone(paragraph, Kind::New));
            continue;
        };
        if standing[index] {
            while let Some((_, old)) = gone.pop_if(|(at, _)| *at < was.1) {
                changes.push(alone(old, Kind::Gone));
            }
        }
        let old = &before[was.0].paragraphs[was.1];
        changes.push(compared(old, paragraph, !standing[index]));
    }
    changes.extend(
        gone.into_iter()
            .rev()
            .map(|(_, old)| alone(old, Kind::Gone)),
    );
    changes
}

fn alone(paragraph: &Numbered, kind: Kind) -> Change {
    let number = paragraph.number.clone();
    let (before, after, fate) = match kind {
        Kind::Gone => (number, String::new(), Fate::Gone),
        _ => (String::new(), number, Fate::New),
    };
    Change {
        kind,
        before,
        after,
        heading: paragraph.heading,
        words: vec![Stretch {
            text: shown(paragraph),
            fate,
        }],
    }
}

fn compared(old: &Numbered, new: &Numbered, moved: bool) -> Change {
    let words = word_for_word(&shown(old), &shown(new));
    let same = words.iter().all(|stretch| stretch.fate == Fate::Kept);
    let set_otherwise = old.heading != new.heading || old.parts() != new.parts();
    Change {
        kind: match (moved, same) {
            (true, true) => Kind::Moved,
            (true, false) => Kind::MovedAndChanged,
            (false, false) => Kind::Changed,
            (false, true) if set_otherwise => Kind::SetOtherwise,
            (false, true) => Kind::Same,
        },
        before: old.number.clone(),
        after: new.number.clone(),
        heading: new.heading,
        words,
    }
}

/// A paragraph in words, as they are read: its marks are left out, items and rows begin lines of their own.
pub fn shown(paragraph: &Numbered) -> String {
    if paragraph.heading > 0 {
        return said(&inlines(&paragraph.text));
    }
    let mut lines = Vec::new();
    for part in paragraph.parts() {
        match part {
            Part::Text(text) | Part::Quotation(text) => lines.push(said(&text)),
            Part::List { numbered, items } => {
                lines.extend((1..).zip(&items).map(|(number, item)| match numbered {
                    true => format!("{number}. {}", said(item)),
                    false => format!("• {}", said(item)),
                }));
            }
            Part::Table(rows) => lines.extend(rows.iter().map(|cells| {
                let cells: Vec<String> = cells.iter().map(|cell| said(cell)).collect();
                cells.join(" | ")
            })),
        }
    }
    lines.join("\n")
}

fn said(inlines: &[Inline]) -> String {
    let each = inlines.iter().map(|inline| match inline {
        Inline::Words(words) | Inline::Stressed(words) | Inline::Strong(words) => words.clone(),
        Inline::Citation(citation) if citation.words.is_empty() => citation.target.handle(),
        Inline::Citation(citation) => citation.words.clone(),
        Inline::Note(note) => format!(" (footnote: {})", said(note)),
    });
    each.collect()
}
