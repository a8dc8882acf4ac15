//! The pages of the draft beside its text, typeset anew whenever typing pauses.

use std::sync::Arc;
use std::time::Duration;

use super::DraftState;
use crate::app::{Field, Finish, Open, Task, TaskKind, Typing};
use crate::drafting;
use crate::model::{ParagraphId, Review, SectionId};
use crate::publish::{DraftPages, Options, Place};

/// Typing that rests this long is typeset.
pub const PAUSE: Duration = Duration::from_millis(250);

/// What stands beside the text.
#[derive(Default)]
pub struct PagesState {
    pub shown: bool,
    /// The page that was turned to, and the caret's place then: once that moves, the page follows it again.
    turned: Option<(usize, Caret)>,
    /// As last typeset.
    pub laid: Option<Laid>,
    /// Why the draft as it was last tried cannot be typeset.
    pub fault: Option<String>,
    /// What was last given to be typeset: never tried twice.
    tried: Option<Written>,
}

/// The section in which the caret stands, and the byte of its text.
type Caret = (Option<SectionId>, usize);

pub struct Laid {
    pub pages: Arc<DraftPages>,
    /// Grows with each typesetting, so that a page is painted once.
    pub number: u64,
}

/// A state of the draft: of the review, and what is typed and not stored yet.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Written {
    revision: i64,
    typed: Option<(SectionId, String)>,
}

#[derive(Debug, Clone)]
pub enum PagesAction {
    Show(bool),
    /// To a page, or back to the one under the caret.
    Turn(Option<usize>),
}

impl PagesState {
    fn take_in(&mut self, pages: Result<DraftPages, String>) {
        match pages {
            Ok(pages) => {
                let number = self.laid.as_ref().map_or(0, |laid| laid.number + 1);
                let pages = Arc::new(pages);
                self.laid = Some(Laid { pages, number });
                self.fault = None;
            }
            Err(fault) => self.fault = Some(fault),
        }
    }
}

impl DraftState {
    pub(super) fn update_pages(&mut self, action: PagesAction) {
        match action {
            PagesAction::Show(shown) => self.pages.shown = shown,
            PagesAction::Turn(page) => {
                self.pages.turned = page.map(|page| (page, self.caret()));
            }
        }
    }

    fn caret(&self) -> Caret {
        (self.section, self.chosen.end)
    }

    /// The page that was turned to by hand.
    pub fn turned_page(&self) -> Option<usize> {
        let (page, caret) = self.pages.turned?;
        (caret == self.caret()).then_some(page)
    }

    /// Where the caret stands on the pages.
    pub fn place_on_page(&self) -> Option<Place> {
        let section = self.look.section()?;
        let standing = drafting::standing_at(&section.text, self.chosen.end)?;
        let pages = &self.pages.laid.as_ref()?.pages;
        pages.place(&section.key, standing.block, standing.share)
    }
}

fn typed(typing: Option<&Typing>) -> Option<(SectionId, &str)> {
    match typing?.field {
        Field::Section(id) => Some((id, typing?.text.as_str())),
        _ => None,
    }
}

/// The typesetting that the pages need, where what is written was not typeset yet.
pub(super) fn wanted(open: &mut Open, typing: Option<&Typing>) -> Option<Task> {
    let typed = typed(typing);
    let is_current = |of: &Written| {
        of.revision == open.review.revision
            && of.typed.as_ref().map(|(id, text)| (*id, text.as_str())) == typed
    };
    let state = &open.draft.pages;
    if !state.shown || state.tried.as_ref().is_some_and(is_current) {
        return None;
    }
    let of = Written {
        revision: open.review.revision,
        typed: typed.map(|(id, text)| (id, text.to_owned())),
    };
    open.draft.pages.tried = Some(of.clone());
    let (store, review, today) = (open.store(), Arc::clone(&open.review), open.today);
    let before = open.draft.pages.laid.as_ref();
    let before = before.map(|laid| Arc::clone(&laid.pages));
    Some(Task::new(
        TaskKind::Typeset,
        "Typesetting the draft",
        move |_| {
            let (review, options) = (as_typed(review, &of), Options::new(today));
            let pages = match before {
                Some(before) => before.again(&review, &options),
                None => DraftPages::of(&review, &options),
            };
            let finish: Finish = Box::new(move |state| {
                if let Some(open) = state.open_as(&store) {
                    open.draft
                        .pages
                        .take_in(pages.map_err(|error| error.to_string()));
                }
                Ok(Vec::new())
            });
            finish
        },
    ))
}

/// The review with what is typed in the place of what is stored.
fn as_typed(mut review: Arc<Review>, of: &Written) -> Arc<Review> {
    if let Some((id, text)) = &of.typed {
        let review = Arc::make_mut(&mut review);
        let section = review.sections.iter_mut().find(|section| section.id == *id);
        if let Some(section) = section {
            let kept = drafting::keep_ids(&section.text, &section.paragraphs, text);
            let new = ParagraphId(0);
            section.paragraphs = kept.into_iter().map(|id| id.unwrap_or(new)).collect();
            text.clone_into(&mut section.text);
        }
    }
    review
}
