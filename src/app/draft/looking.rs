//! What the text of a section is and says, as it is shown.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;
use std::sync::Arc;

use crate::app::{Field, Open, State, Typing};
use crate::drafting::{
    self, BrokenCitation, Citation, Citing, Numbered, NumberedSection, Place, block_at,
    citations_and_words,
};
use crate::model::{ParagraphId, Review, Section, SectionId};

/// Of one section, one text and one caret.
#[derive(Debug, Clone, Default)]
pub struct Look {
    /// All sections as they are shown: with the words of citations brought up to date, and the one that is typed as it is typed.
    pub sections: Arc<Vec<Section>>,
    /// The same, numbered as they are printed.
    pub numbered: Vec<NumberedSection>,
    /// The present section's place among them.
    at: usize,
    /// Words of the section, and of the whole draft.
    pub words: usize,
    pub draft_words: usize,
    /// Headings inside the section, with their level and where they stand.
    pub headings: Vec<(u8, String, Place)>,
    /// `None` where nothing is written.
    pub here: Option<Here>,
    /// The section's citations, with their bytes.
    pub cites: Vec<(Range<usize>, Citation)>,
    /// Citations of the whole draft that do not hold.
    pub broken: Vec<BrokenCitation>,
    /// Enter would go on with a list.
    pub in_list: bool,
    stored: Stored,
    of: Option<Key>,
}

/// The sections as stored, with their citations brought up to date.
#[derive(Debug, Clone, Default)]
struct Stored {
    revision: Option<i64>,
    sections: Vec<Section>,
    words: Vec<usize>,
}

/// The paragraph or heading under the caret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Here {
    /// Its place among the paragraphs and headings of the section.
    pub place: usize,
    /// `None` where it is new and not yet saved.
    pub id: Option<ParagraphId>,
    pub paragraph: Numbered,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Key {
    revision: i64,
    section: SectionId,
    text: u64,
    chosen: Range<usize>,
}

impl Look {
    /// The text of the present section.
    pub fn text(&self) -> &str {
        self.section().map_or("", |section| section.text.as_str())
    }

    pub fn section(&self) -> Option<&Section> {
        self.sections.get(self.at)
    }

    /// Where the paragraph stands now.
    pub fn place_of(&self, paragraph: ParagraphId) -> Option<Place> {
        self.sections.iter().find_map(|section| {
            let at = section.paragraphs.iter().position(|id| *id == paragraph)?;
            let start = drafting::start_of_block(&section.text, at)?;
            Some(Place {
                section: section.id,
                range: start..start,
            })
        })
    }

    /// The citation that ends, or begins, at the caret.
    pub fn citation_at(&self, caret: usize, before: bool) -> Option<Range<usize>> {
        let at = |range: &Range<usize>| if before { range.end } else { range.start };
        let mut all = self.cites.iter().map(|(range, _)| range);
        all.find(|range| at(range) == caret).cloned()
    }
}

/// The caret never stands inside a citation: it goes on to the end that it was moved to.
pub(super) fn choose(state: &mut State, range: Range<usize>) {
    let Some(open) = state.open.as_mut() else {
        return;
    };
    let before = open.draft.chosen.end;
    let cites = &open.draft.look.cites;
    let outside = |at: usize| {
        let citation = cites
            .iter()
            .find(|(range, _)| range.start < at && at < range.end);
        match citation {
            Some((range, _)) if at >= before => range.end,
            Some((range, _)) => range.start,
            None => at,
        }
    };
    let settled = outside(range.start)..outside(range.end);
    if settled == range {
        open.draft.chosen = range;
    } else {
        open.draft.place(settled);
    }
}

pub(super) fn look(open: &mut Open, typing: Option<&Typing>) {
    let Some(section) = open.draft.section else {
        return;
    };
    let typed = typing
        .filter(|typing| typing.field == Field::Section(section))
        .map(|typing| typing.text.as_str());
    let key = Key {
        revision: open.review.revision,
        section,
        text: hash_of(typed),
        chosen: open.draft.chosen.clone(),
    };
    if open.draft.look.of.as_ref() == Some(&key) {
        return;
    }
    let claims = Arc::clone(&open.derived.claims);
    let review = Arc::clone(&open.review);
    let look = &mut open.draft.look;
    let citing = Citing::of(&review, &claims);
    look.stored.bring_up_to_date(&review, &citing);
    let same_texts = look.of.as_ref().is_some_and(|of| {
        (of.revision, of.section, of.text) == (key.revision, key.section, key.text)
    });
    if !same_texts {
        look.read_texts(section, typed);
        look.numbered = drafting::paragraphs(&look.sections, &review.template);
        look.broken = drafting::broken_citations(&review, &look.sections);
    }
    let length = look.text().len();
    let caret = key.chosen.end.min(length);
    look.here = look.here(caret);
    look.in_list = key.chosen.is_empty() && drafting::next_line(look.text(), caret).is_some();
    look.of = Some(key);
    let chosen = &mut open.draft.chosen;
    *chosen = chosen.start.min(length)..chosen.end.min(length);
}

fn hash_of(text: Option<&str>) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

impl Stored {
    fn bring_up_to_date(&mut self, review: &Review, citing: &Citing<'_>) {
        if self.revision == Some(review.revision) {
            return;
        }
        self.revision = Some(review.revision);
        self.sections = super::sections_up_to_date(review, citing);
        self.words = self
            .sections
            .iter()
            .map(|section| drafting::word_count(&section.text))
            .collect();
    }
}

impl Look {
    fn read_texts(&mut self, section: SectionId, typed: Option<&str>) {
        let mut sections = self.stored.sections.clone();
        self.at = sections
            .iter()
            .position(|one| one.id == section)
            .unwrap_or(0);
        let mut counted = self.stored.words.clone();
        if let (Some(section), Some(typed)) = (sections.get_mut(self.at), typed) {
            let known = section.paragraphs.clone();
            // A paragraph that is not stored yet has no number: nothing hangs on it.
            let kept = drafting::keep_ids(&section.text, &known, typed);
            section.paragraphs = kept
                .into_iter()
                .map(|id| id.unwrap_or(ParagraphId(0)))
                .collect();
            typed.clone_into(&mut section.text);
            if let Some(count) = counted.get_mut(self.at) {
                *count = drafting::word_count(typed);
            }
        }
        self.words = counted.get(self.at).copied().unwrap_or(0);
        self.draft_words = counted.iter().sum();
        self.sections = Arc::new(sections);
        let text = self.text().to_owned();
        self.cites = citations_and_words(&text)
            .into_iter()
            .filter_map(|(range, citation)| Some((range, citation?)))
            .collect();
        self.headings = drafting::headings(&text)
            .into_iter()
            .map(|(level, words, range)| (level, words, Place { section, range }))
            .collect();
    }

    fn here(&self, caret: usize) -> Option<Here> {
        let section = self.section()?;
        let place = block_at(&section.text, caret)?;
        let mut numbered = self.numbered.iter();
        let numbered = numbered.find(|one| one.key == section.key)?;
        let paragraph = numbered.paragraphs.get(place)?.clone();
        Some(Here {
            place,
            id: paragraph.id.filter(|id| *id != ParagraphId(0)),
            paragraph,
        })
    }
}
