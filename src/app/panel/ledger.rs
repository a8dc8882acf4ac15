use super::{Counts, PanelState};
use crate::checks::sounds_like_objection;
use crate::drafting::{LedgerLine, Stands};
use crate::model::{Comment, Disposition, MemberId, Review, RoundId, SectionId};

/// What the ledger is narrowed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LedgerFilter {
    pub round: Option<RoundId>,
    pub member: Option<MemberId>,
    pub section: Option<SectionId>,
    pub standing: Option<LedgerStanding>,
}

impl LedgerFilter {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Lets go of what is no longer there.
    pub(super) fn follow(&mut self, review: &Review) {
        self.round = self
            .round
            .filter(|id| review.rounds.iter().any(|one| one.id == *id));
        self.member = self.member.filter(|id| review.member(*id).is_some());
        self.section = self
            .section
            .filter(|id| review.sections.iter().any(|one| one.id == *id));
    }
}

/// How comments stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LedgerStanding {
    NotAnswered,
    NotHeard,
    Objections,
    /// At no paragraph of the draft as it is now.
    Unplaced,
    Answered(Disposition),
}

impl LedgerStanding {
    pub const ALL: [Self; 8] = [
        Self::NotAnswered,
        Self::NotHeard,
        Self::Objections,
        Self::Unplaced,
        Self::Answered(Disposition::ToDiscuss),
        Self::Answered(Disposition::Accepted),
        Self::Answered(Disposition::Partly),
        Self::Answered(Disposition::Declined),
    ];

    pub fn words(self) -> &'static str {
        match self {
            Self::NotAnswered => "Not answered",
            Self::NotHeard => "Objections not heard",
            Self::Objections => "All objections",
            Self::Unplaced => "At no paragraph",
            Self::Answered(disposition) => disposition.words(),
        }
    }

    pub fn holds(self, comment: &Comment, line: &LedgerLine, panel: &PanelState) -> bool {
        match self {
            Self::NotAnswered => !comment.is_answered(),
            Self::NotHeard => panel.not_heard.contains_key(&comment.id),
            Self::Objections => comment.objection,
            Self::Unplaced => !matches!(line.stands, Stands::At(_)),
            Self::Answered(disposition) => comment.disposition == disposition,
        }
    }
}

pub(super) fn counted(panel: &PanelState, review: &Review) -> Counts {
    let mut counts = Counts::default();
    for line in panel.ledger.iter() {
        let Some(comment) = review.comment(line.comment) else {
            continue;
        };
        for (count, standing) in counts.standings.iter_mut().zip(LedgerStanding::ALL) {
            *count += usize::from(standing.holds(comment, line, panel));
        }
        if !comment.is_answered() {
            counts.unanswered += 1;
            let reads_like = !comment.objection && sounds_like_objection(&comment.text);
            counts.like_objections += usize::from(reads_like);
        }
    }
    counts
}

/// Places in the ledger that the filter leaves. The comment in hand stays while it is in hand, so that answering it does not take it away.
pub(super) fn shown(panel: &PanelState, review: &Review) -> Vec<usize> {
    let filter = panel.filter;
    let is_left = |line: &LedgerLine| {
        let section = line.stands.place().map(|place| place.section);
        filter.round.is_none_or(|round| round == line.round)
            && filter.member.is_none_or(|member| member == line.member)
            && filter.section.is_none_or(|wanted| section == Some(wanted))
            && filter.standing.is_none_or(|standing| {
                let comment = review.comment(line.comment);
                comment.is_some_and(|comment| standing.holds(comment, line, panel))
            })
    };
    let lines = panel.ledger.iter().enumerate();
    lines
        .filter(|(_, line)| is_left(line) || panel.comment == Some(line.comment))
        .map(|(index, _)| index)
        .collect()
}
