//! The draft: one section at a time, with what stands beside its text.

mod citing;
mod looking;
mod pages;
mod seeking;
mod shaping;
mod spelling;
mod versions;

use std::ops::Range;

use super::{Effect, Open, Problem, Room, State, Task, Typing, field};
use crate::chronology::Claims;
use crate::drafting::{self, Citing, Place, Shape, Target};
use crate::edits;
use crate::model::{ParagraphId, Review, Section, SectionId};

pub use citing::{OfferStep, Offers};
pub use looking::{Here, Look};
pub use pages::{Laid, PAUSE, PagesAction, PagesState};
pub use seeking::{SeekAction, Seeking};
pub(super) use shaping::store_section;
pub use spelling::{SpellingAction, SpellingState};
pub use versions::{Compared, VersionsAction, VersionsState};

#[derive(Default)]
pub struct DraftState {
    pub section: Option<SectionId>,
    /// What is chosen in the section's text, in bytes; empty where the caret only stands there.
    pub chosen: Range<usize>,
    /// Grows whenever something else than the keyboard or the pointer set `chosen`: the editor then puts its caret there.
    pub placed: u64,
    pub beside: Beside,
    /// What the text is and says, as it is shown now.
    pub look: Look,
    pub offers: Option<Offers>,
    /// Where the `@` stands whose offers were put away.
    put_away: Option<usize>,
    pub seeking: Seeking,
    pub spelling: SpellingState,
    pub pages: PagesState,
    pub versions: VersionsState,
}

/// What stands beside the text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Beside {
    /// What the paragraph and the section cite.
    #[default]
    Evidence,
    Comments,
    Spelling,
    /// What belongs into the section.
    Guidance,
}

impl Beside {
    pub const ALL: [Self; 4] = [
        Self::Evidence,
        Self::Comments,
        Self::Spelling,
        Self::Guidance,
    ];

    pub fn words(self) -> &'static str {
        match self {
            Self::Evidence => "Evidence",
            Self::Comments => "Comments",
            Self::Spelling => "Spelling",
            Self::Guidance => "What belongs here",
        }
    }
}

#[derive(Debug, Clone)]
pub enum DraftAction {
    Show(SectionId),
    /// Gives the report its executive summary, which begins with what the report has.
    BeginSummary,
    /// Goes to a place of the draft and chooses it.
    ShowPlace(Place),
    /// Goes to the paragraph, whichever section it is in now.
    ShowParagraph(ParagraphId),
    Beside(Beside),
    /// The caret was moved, or text was chosen, by hand.
    Choose(Range<usize>),
    Shape(Shape),
    /// Enter in a list: the next item begins.
    NextLine,
    /// Takes a citation out as the one thing that it is.
    Erase(Range<usize>),
    /// Begins to cite at the caret, as an `@` that is typed does.
    Ask,
    Offer(OfferStep),
    Cite(Target),
    Seek(SeekAction),
    Spelling(SpellingAction),
    Pages(PagesAction),
    Versions(VersionsAction),
}

impl DraftState {
    pub(super) fn follow(&mut self, review: &Review) {
        let present = self
            .section
            .is_some_and(|id| review.sections.iter().any(|section| section.id == id));
        if !present {
            self.section = review.sections.first().map(|section| section.id);
            self.chosen = 0..0;
        }
    }

    /// Goes to the first citation of the draft that does not hold.
    pub(super) fn show_broken(&mut self, review: &Review, claims: &Claims) {
        let sections = sections_up_to_date(review, &Citing::of(review, claims));
        let broken = drafting::broken_citations(review, &sections);
        if let Some(first) = broken.into_iter().next() {
            self.section = Some(first.place.section);
            self.place(first.place.range);
        }
        self.beside = Beside::Evidence;
    }

    /// Comes back to a section and what was chosen in it.
    pub(super) fn return_to(&mut self, section: Option<SectionId>, chosen: Range<usize>) {
        if (self.section, &self.chosen) != (section, &chosen) {
            self.section = section;
            self.place(chosen);
        }
        self.versions.shown = false;
    }

    fn place(&mut self, chosen: Range<usize>) {
        self.chosen = chosen;
        self.placed += 1;
    }
}

/// As they are shown: with the words of their citations brought up to date.
fn sections_up_to_date(review: &Review, citing: &Citing<'_>) -> Vec<Section> {
    let mut sections = review.sections.clone();
    for section in &mut sections {
        section.text = citing.brought_up_to_date(&section.text);
    }
    sections
}

pub(super) fn update(state: &mut State, action: DraftAction) -> Result<Vec<Effect>, Problem> {
    match action {
        DraftAction::Choose(range) => looking::choose(state, range),
        DraftAction::Shape(shape) => shaping::shape(state, shape)?,
        DraftAction::NextLine => shaping::next_line(state)?,
        DraftAction::Erase(range) => shaping::put(state, range, "")?,
        DraftAction::Ask => citing::ask(state)?,
        DraftAction::Offer(step) => citing::step(state, step)?,
        DraftAction::Cite(target) => citing::cite(state, target)?,
        DraftAction::Seek(action) => seeking::update(state, action)?,
        DraftAction::Spelling(action) => return spelling::update(state, action),
        DraftAction::Beside(beside) => {
            if let Some(open) = state.open.as_mut() {
                open.draft.beside = beside;
            }
        }
        DraftAction::BeginSummary => {
            field::leave(state)?;
            if let Some(open) = state.open.as_mut() {
                open.edit("The executive summary was not begun", edits::begin_summary)?;
            }
        }
        DraftAction::Show(section) => {
            field::leave(state)?;
            if let Some(open) = state.open.as_mut() {
                open.draft.section = Some(section);
                open.draft.chosen = 0..0;
                open.draft.versions.shown = false;
            }
        }
        // Looking at the pages does not end the typing.
        DraftAction::Pages(action) => {
            if let Some(open) = state.open.as_mut() {
                open.draft.update_pages(action);
            }
        }
        DraftAction::Versions(action) => {
            field::leave(state)?;
            let told = match state.open.as_deref_mut() {
                Some(open) => versions::update(open, action)?,
                None => None,
            };
            if let Some(notice) = told {
                state.tell(notice);
            }
        }
        DraftAction::ShowPlace(place) => show(state, place)?,
        DraftAction::ShowParagraph(paragraph) => {
            field::leave(state)?;
            bring_up_to_date(state);
            let open = state.open.as_ref();
            let place = open.and_then(|open| open.draft.look.place_of(paragraph));
            let place = place.ok_or_else(|| {
                Problem::new(
                    "The paragraph is no longer in the draft",
                    "It was taken out, or joined with another. What was said of it is kept, and so are the versions that hold it.",
                )
            })?;
            show(state, place)?;
        }
    }
    Ok(Vec::new())
}

fn show(state: &mut State, place: Place) -> Result<(), Problem> {
    field::leave(state)?;
    if let Some(open) = state.open.as_mut() {
        open.room = Room::Draft;
        open.draft.section = Some(place.section);
        open.draft.versions.shown = false;
        open.draft.place(place.range);
    }
    Ok(())
}

/// Brings what is shown up to date with the review, the text and the caret.
fn bring_up_to_date(state: &mut State) {
    if let Some(open) = state.open.as_deref_mut() {
        looking::look(open, state.typing.as_ref());
        citing::look(open);
        seeking::look(open);
    }
}

/// The same while the draft is shown, and the spelling that is to be checked; called after every action and task.
pub(super) fn look_again(state: &mut State) -> Option<Effect> {
    let shown = state
        .open
        .as_ref()
        .is_some_and(|open| open.room == Room::Draft);
    if !shown {
        return None;
    }
    bring_up_to_date(state);
    spelling::look(state.open.as_deref_mut()?)
}

/// What the pages and the comparison need to be made. The pages wait while somebody `types`.
pub(super) fn wanted(open: &mut Open, typing: Option<&Typing>, types: bool) -> [Option<Task>; 2] {
    if open.room != Room::Draft {
        return [None, None];
    }
    let pages = if types {
        None
    } else {
        pages::wanted(open, typing)
    };
    [pages, versions::wanted(open)]
}
