//! The room Panel: the ledger of comments, the rounds, and who is on the panel.

mod collecting;
mod ledger;
mod members;
mod outgoing;
mod rounds;

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use super::{
    DraftAction, Effect, Open, Pick, Piece, Problem, Room, State, draft, field, word_by_word,
};
use crate::checks::{self, WhyNotHeard};
use crate::drafting::{self, LedgerLine, ParagraphPlaces};
use crate::edits::{self, Answer, ToldComment};
use crate::model::{
    AgencyId, Comment, CommentId, Disposition, Independence, MemberId, ParagraphId, Review,
    RoundId, Sees, SendingId,
};
use crate::store::{self, Passphrase};

pub use collecting::{CollectedFile, NotCollected};
pub(super) use members::change as change_member;
pub(super) use rounds::change as change_round;

pub use ledger::{LedgerFilter, LedgerStanding};
pub use outgoing::{Written, WrittenFile};

/// What the room shows, one at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum PanelPart {
    #[default]
    Comments,
    Rounds,
    Members,
}

impl PanelPart {
    pub const ALL: [Self; 3] = [Self::Comments, Self::Rounds, Self::Members];

    pub fn words(self) -> &'static str {
        match self {
            Self::Comments => "Comments",
            Self::Rounds => "Rounds",
            Self::Members => "Members",
        }
    }
}

#[derive(Debug, Clone, Default)]
pub struct PanelState {
    pub part: PanelPart,
    pub filter: LedgerFilter,
    /// The comment in hand.
    pub comment: Option<CommentId>,
    /// How often a comment was asked for, so that the list goes there.
    pub asked: u64,
    pub round: Option<RoundId>,
    /// Every comment where it stands in the report.
    pub ledger: Arc<Vec<LedgerLine>>,
    /// ParagraphPlaces in `ledger` that the filter leaves, and that of the comment in hand.
    pub shown: Vec<usize>,
    pub not_heard: HashMap<CommentId, WhyNotHeard>,
    pub counts: Counts,
    /// The paragraph of the comment in hand as it went out and as it reads now, where that differs.
    pub difference: Option<[Vec<Piece>; 2]>,
    /// The paragraphs of the draft as it is now.
    pub places: Arc<ParagraphPlaces>,
    /// What became of the files that were collected last.
    pub collected: Vec<CollectedFile>,
    /// What was written for the members last.
    pub written: Option<Written>,
    asked_to_send: Option<AskedToSend>,
    made_of: Option<(i64, LedgerFilter, Option<CommentId>)>,
}

/// How many comments stand how.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    /// In the order of [`LedgerStanding::ALL`].
    pub standings: [usize; LedgerStanding::ALL.len()],
    pub unanswered: usize,
    /// Not answered, not marked as objections, and read like one.
    pub like_objections: usize,
}

/// A round that waits for a folder.
#[derive(Debug, Clone)]
struct AskedToSend {
    round: RoundId,
    /// Why it goes out although an objection was not heard.
    overriding: String,
    packs: Option<Passphrase>,
}

#[derive(Debug, Clone)]
pub enum PanelAction {
    ShowPart(PanelPart),
    /// Goes to a comment in the ledger, whatever the ledger was narrowed to.
    Show(CommentId),
    Choose(CommentId),
    /// By so many lines of what is shown.
    Move(isize),
    Narrow(LedgerFilter),
    /// Goes to the comments that stand so.
    ShowStanding(LedgerStanding),
    Answer(CommentId, Disposition),
    MarkObjection(CommentId, bool),
    MarkRepeated(CommentId, Option<CommentId>),
    Place(CommentId, Option<ParagraphId>),
    /// A comment told by telephone or in a meeting.
    Tell {
        sending: SendingId,
        paragraph: Option<ParagraphId>,
        text: String,
        objection: bool,
    },
    RemoveComment(CommentId),
    SetReplied(SendingId, bool),
    /// Where the comment stands in the draft.
    ShowInDraft(ParagraphId),

    AddMember,
    RemoveMember(MemberId),
    SetMemberAgency(MemberId, Option<AgencyId>),
    SetMemberLeft(MemberId, bool),
    SetIndependence(MemberId, Independence),

    ShowRound(RoundId),
    BeginRound,
    RemoveRound(RoundId),
    ChooseSection(RoundId, String, bool),
    ChooseSections(RoundId, bool),
    ChooseMember(RoundId, MemberId, bool),
    SetSees(RoundId, MemberId, Sees),
    /// Asks for a folder; the round goes out when it is chosen. `overriding`: why, although an objection was not heard.
    Send {
        round: RoundId,
        overriding: String,
        /// Opens the packs that members with Lantern get beside their Word file; `None`: no packs.
        packs: Option<Passphrase>,
    },
    SendTo(RoundId, PathBuf),
    ChooseReplies,
    Collect(Vec<PathBuf>),
    CollectPack(PathBuf, Passphrase),
    ShowFile(PathBuf),
}

impl From<PanelAction> for super::Action {
    fn from(action: PanelAction) -> Self {
        Self::Panel(action)
    }
}

impl PanelState {
    pub(super) fn follow(&mut self, review: &Review) {
        self.comment = self.comment.filter(|id| review.comment(*id).is_some());
        let has = |id: &RoundId| review.rounds.iter().any(|round| round.id == *id);
        self.round = self
            .round
            .filter(has)
            .or_else(|| review.rounds.last().map(|round| round.id));
        self.filter.follow(review);
    }

    /// The line of the comment in hand.
    pub fn line(&self) -> Option<&LedgerLine> {
        let chosen = self.comment?;
        self.ledger.iter().find(|line| line.comment == chosen)
    }
}

/// Brings the ledger up to date while it is looked at.
pub(super) fn wanted(open: &mut Open) {
    let panel = &mut open.panel;
    if open.room != Room::Panel {
        return;
    }
    let review = &open.review;
    let made_of = (review.revision, panel.filter, panel.comment);
    if panel.made_of == Some(made_of) {
        return;
    }
    if panel.made_of.map(|(revision, ..)| revision) != Some(review.revision) {
        panel.ledger = Arc::new(drafting::ledger(review));
        panel.places = Arc::new(ParagraphPlaces::of(&review.sections, &review.template));
        let not_heard = checks::not_heard(review).into_iter();
        panel.not_heard = not_heard.map(|one| (one.comment, one.why)).collect();
        panel.counts = ledger::counted(panel, review);
    }
    panel.shown = ledger::shown(panel, review);
    panel.difference = panel.line().and_then(difference);
    panel.made_of = Some(made_of);
}

fn difference(line: &LedgerLine) -> Option<[Vec<Piece>; 2]> {
    let now = &line.stands.place()?.text;
    line.then.as_ref().map(|then| word_by_word(then, now))
}

pub(super) fn update(state: &mut State, action: PanelAction) -> Result<Vec<Effect>, Problem> {
    field::leave(state)?;
    let who = state.settings.name.clone();
    let Some(open) = state.open.as_mut() else {
        return Ok(Vec::new());
    };
    match action {
        PanelAction::ShowPart(part) => open.panel.part = part,
        PanelAction::Show(comment) => {
            open.room = Room::Panel;
            open.panel.part = PanelPart::Comments;
            open.panel.filter = LedgerFilter::default();
            choose(open, comment);
        }
        PanelAction::Choose(comment) => open.panel.comment = Some(comment),
        PanelAction::Move(by) => step(open, by),
        PanelAction::Narrow(filter) => open.panel.filter = filter,
        PanelAction::ShowStanding(standing) => show_standing(open, standing),
        PanelAction::ShowInDraft(paragraph) => {
            open.room = Room::Draft;
            return draft::update(state, DraftAction::ShowParagraph(paragraph));
        }
        PanelAction::SendTo(round, folder) => return outgoing::send(open, round, folder, who),
        PanelAction::Send {
            round,
            overriding,
            packs,
        } => {
            open.panel.asked_to_send = Some(AskedToSend {
                round,
                overriding,
                packs,
            });
            return Ok(vec![Effect::Pick(Pick::RoundFolder(round))]);
        }
        PanelAction::ChooseReplies => return Ok(vec![Effect::Pick(Pick::Replies)]),
        PanelAction::Collect(paths) => return collecting::collect(open, paths, None),
        PanelAction::CollectPack(path, passphrase) => {
            return collecting::collect(open, vec![path], Some(passphrase));
        }
        PanelAction::ShowFile(path) => return Ok(vec![Effect::Show(path)]),
        PanelAction::Answer(..)
        | PanelAction::MarkObjection(..)
        | PanelAction::MarkRepeated(..)
        | PanelAction::Place(..)
        | PanelAction::Tell { .. }
        | PanelAction::RemoveComment(_)
        | PanelAction::SetReplied(..) => edit_comment(open, action)?,
        PanelAction::AddMember
        | PanelAction::RemoveMember(_)
        | PanelAction::SetMemberAgency(..)
        | PanelAction::SetMemberLeft(..)
        | PanelAction::SetIndependence(..) => members::update(open, action)?,
        PanelAction::ShowRound(_)
        | PanelAction::BeginRound
        | PanelAction::RemoveRound(_)
        | PanelAction::ChooseSection(..)
        | PanelAction::ChooseSections(..)
        | PanelAction::ChooseMember(..)
        | PanelAction::SetSees(..) => rounds::update(open, action)?,
    }
    Ok(Vec::new())
}

/// This moment on the day on which the review plays, as files say it.
pub(super) fn this_moment(open: &Open) -> String {
    let now = store::now();
    let time = now.find('T').map_or("T00:00:00Z", |at| &now[at..]);
    format!("{}{time}", open.today)
}

/// Where somebody was before.
pub(super) fn return_to(
    open: &mut Open,
    part: PanelPart,
    comment: Option<CommentId>,
    round: Option<RoundId>,
) {
    open.panel.part = part;
    open.panel.round = round;
    if let Some(comment) = comment {
        choose(open, comment);
    }
}

fn choose(open: &mut Open, comment: CommentId) {
    open.panel.comment = Some(comment);
    open.panel.asked += 1;
}

fn step(open: &mut Open, by: isize) {
    let panel = &open.panel;
    let at = |index: &usize| Some(panel.ledger.get(*index)?.comment);
    let present = panel
        .shown
        .iter()
        .position(|index| at(index) == panel.comment);
    let last = panel.shown.len().saturating_sub(1);
    let next = present.map_or(0, |place| place.saturating_add_signed(by).min(last));
    if let Some(comment) = panel.shown.get(next).and_then(at) {
        choose(open, comment);
    }
}

fn show_standing(open: &mut Open, standing: LedgerStanding) {
    open.room = Room::Panel;
    open.panel.part = PanelPart::Comments;
    open.panel.comment = None;
    open.panel.filter = LedgerFilter {
        standing: Some(standing),
        ..LedgerFilter::default()
    };
    wanted(open);
    step(open, 0);
}

fn edit_comment(open: &mut Open, action: PanelAction) -> Result<(), Problem> {
    let at = this_moment(open);
    match action {
        PanelAction::Answer(id, disposition) => {
            let Some(comment) = open.review.comment(id) else {
                return Ok(());
            };
            let answer = Answer {
                disposition,
                ..Answer::of(comment)
            };
            open.edit("The comment was not answered", |store| {
                edits::answer_comment(store, id, &answer)
            })
        }
        PanelAction::MarkObjection(id, objection) => open
            .edit("The comment was not marked", |store| {
                edits::mark_objection(store, id, objection)
            }),
        PanelAction::MarkRepeated(id, earlier) => open
            .edit("The comment was not marked", |store| {
                edits::mark_repeated(store, id, earlier)
            }),
        PanelAction::Place(id, paragraph) => open.edit("The comment was not placed", |store| {
            edits::place_comment(store, id, paragraph)
        }),
        PanelAction::Tell {
            sending,
            paragraph,
            text,
            objection,
        } => {
            let told = ToldComment {
                sending,
                paragraph,
                text,
                objection,
                at,
            };
            let id = open.edit("The comment was not added", |store| {
                edits::add_comment(store, &told)
            })?;
            choose(open, id);
            Ok(())
        }
        PanelAction::RemoveComment(id) => open.edit("The comment was not removed", |store| {
            edits::remove_comment(store, id)
        }),
        PanelAction::SetReplied(id, replied) => open.edit("The reply was not noted", |store| {
            edits::set_replied(store, id, replied.then_some(at.as_str()))
        }),
        _ => Ok(()),
    }
}

/// What can be typed about a comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CommentPart {
    /// Its words, where they were typed in by hand.
    Text,
    Reason,
    Change,
}

/// Stores what was typed about a comment.
pub(super) fn write_comment(
    open: &mut Open,
    id: CommentId,
    part: CommentPart,
    text: &str,
) -> Result<(), Problem> {
    let Some(comment) = open.review.comment(id) else {
        return Ok(());
    };
    let mut answer = Answer::of(comment);
    match part {
        CommentPart::Text => {
            return open.edit("The comment was not changed", |store| {
                edits::rewrite_comment(store, id, text)
            });
        }
        CommentPart::Reason => text.clone_into(&mut answer.reason),
        CommentPart::Change => text.clone_into(&mut answer.change),
    }
    open.edit("The answer was not saved", |store| {
        edits::answer_comment(store, id, &answer)
    })
}

/// Earlier comments of the same member, which a comment may raise again; the nearest first.
pub fn earlier_of_member<'a>(review: &'a Review, comment: &Comment) -> Vec<&'a Comment> {
    let member = |of: &Comment| {
        review
            .sending(of.sending)
            .map(|(_, sending)| sending.member)
    };
    let own = member(comment);
    let all = review.comments.iter().rev();
    all.filter(|one| one.id < comment.id && member(one) == own)
        .collect()
}
