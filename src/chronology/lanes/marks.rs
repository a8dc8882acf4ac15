use super::View;
use crate::chronology::timeline::{NO_EVENT, Open, Stretch};
use crate::model::Certainty;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// A moment, a day, or a stretch too short to be seen as one.
    Point,
    /// A stretch of time.
    Bar,
    /// Several entries too near each other to be told apart; shows their number.
    Cluster,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    pub shape: Shape,
    /// Equal for a point. May lie beyond the edges.
    pub left: f32,
    pub right: f32,
    /// 0: the points' row; from 1: rows of bars.
    pub row: u8,
    /// The edge is not known exactly, or open: it fades instead of ending.
    pub fades_left: bool,
    pub fades_right: bool,
    /// The least certain of its entries.
    pub certainty: Certainty,
    /// Indices into `review.entries`, in order of time; never empty.
    pub entries: Vec<u32>,
    /// How many of its entries show a sign of danger.
    pub flagged: u32,
    /// Numbers of the events its entries are joined to, each once, in order; see [`Timeline::event`](crate::chronology::Timeline::event).
    pub events: Vec<u32>,
    /// The records of one of its events contradict each other.
    pub contradicted: bool,
}

impl Mark {
    pub fn middle(&self) -> f32 {
        f32::midpoint(self.left, self.right)
    }
}

/// A mark that may still grow.
pub(super) struct Pending {
    pub(super) left: f64,
    pub(super) right: f64,
    fades_left: bool,
    fades_right: bool,
    certainty: Certainty,
    pub(super) entries: Vec<u32>,
    flagged: u32,
    events: Vec<u32>,
}

impl Pending {
    pub(super) fn at(left: f64, right: f64) -> Self {
        Self {
            left,
            right,
            fades_left: false,
            fades_right: false,
            certainty: Certainty::Exact,
            entries: Vec::new(),
            flagged: 0,
            events: Vec::new(),
        }
    }

    pub(super) fn take(&mut self, stretch: &Stretch) {
        let soft = matches!(
            stretch.certainty,
            Certainty::Approximate | Certainty::Uncertain
        );
        self.fades_left |= soft || stretch.open == Open::Start;
        self.fades_right |= soft || stretch.open == Open::End;
        if doubt(stretch.certainty) > doubt(self.certainty) {
            self.certainty = stretch.certainty;
        }
        self.flagged += u32::from(stretch.flagged);
        if stretch.event != NO_EVENT {
            self.events.push(stretch.event);
        }
        self.entries.push(stretch.entry);
    }

    pub(super) fn mark(mut self, view: &View, row: u8) -> Mark {
        let shape = match (self.entries.len(), row) {
            (1, 0) => Shape::Point,
            (1, _) => Shape::Bar,
            _ => Shape::Cluster,
        };
        self.events.sort_unstable();
        self.events.dedup();
        Mark {
            shape,
            left: view.screen(self.left),
            right: view.screen(self.right),
            row,
            fades_left: self.fades_left,
            fades_right: self.fades_right,
            certainty: self.certainty,
            entries: self.entries,
            flagged: self.flagged,
            contradicted: self
                .events
                .first()
                .is_some_and(|event| *event < view.contradicted),
            events: self.events,
        }
    }
}

/// How much a reader must doubt it, for the mark of several.
fn doubt(certainty: Certainty) -> u8 {
    match certainty {
        Certainty::Exact => 0,
        Certainty::Approximate => 1,
        Certainty::Inferred => 2,
        Certainty::Uncertain => 3,
    }
}
