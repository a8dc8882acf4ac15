use std::collections::HashMap;

use super::{Lane, Lanes};
use crate::chronology::timeline::Timeline;

/// More lines than this between the lanes cannot be told apart.
const MOST_JOINS: usize = 60;

/// Marks in different lanes that stand for one event, or for several of the same marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Join {
    /// Numbers of events, see [`Timeline::event`].
    pub events: Vec<u32>,
    /// Lane and mark, from the top lane down.
    pub ends: Vec<(usize, usize)>,
    pub contradicted: bool,
}

/// Lane and mark of each event on the screen.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Ends {
    ends: Vec<(u32, u32)>,
    /// Where the ends of each event begin; one more than there are events.
    starts: Vec<u32>,
}

impl Ends {
    pub(super) fn of(timeline: &Timeline, lanes: &[Lane]) -> Self {
        let events = timeline.events.len();
        if events == 0 {
            return Self::default();
        }
        let mut starts = vec![0u32; events + 1];
        for_each_end(lanes, |event, _| starts[event as usize + 1] += 1);
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let total = starts.last().copied().unwrap_or(0);
        let mut ends = vec![(0, 0); total as usize];
        for_each_end(lanes, |event, end| {
            let place = &mut next[event as usize];
            ends[*place as usize] = end;
            *place += 1;
        });
        Self { ends, starts }
    }

    fn of_event(&self, event: u32) -> &[(u32, u32)] {
        let at = event as usize;
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(start), Some(end)) => &self.ends[*start as usize..*end as usize],
            _ => &[],
        }
    }

    /// The joins to draw, and whether there are more. The first `contradicted` events have a contradiction.
    pub(super) fn joins(&self, contradicted: usize) -> (Vec<Join>, bool) {
        let mut joins: Vec<Join> = Vec::new();
        let mut known: HashMap<&[(u32, u32)], usize> = HashMap::new();
        for event in 0..self.starts.len().saturating_sub(1) as u32 {
            let ends = self.of_event(event);
            let is_join = ends.len() > 1 && ends.iter().any(|end| end.0 != ends[0].0);
            if !is_join {
                continue;
            }
            if let Some(at) = known.get(ends) {
                joins[*at].events.push(event);
                continue;
            }
            if joins.len() >= MOST_JOINS {
                return (joins, true);
            }
            known.insert(ends, joins.len());
            joins.push(Join {
                events: vec![event],
                ends: ends.iter().map(as_indices).collect(),
                contradicted: (event as usize) < contradicted,
            });
        }
        (joins, false)
    }
}

fn as_indices(end: &(u32, u32)) -> (usize, usize) {
    (end.0 as usize, end.1 as usize)
}

fn for_each_end(lanes: &[Lane], mut put: impl FnMut(u32, (u32, u32))) {
    for (lane, number) in lanes.iter().zip(0u32..) {
        for (mark, at) in lane.marks.iter().zip(0u32..) {
            for event in &mark.events {
                put(*event, (number, at));
            }
        }
    }
}

impl Lanes {
    /// Lane and mark of every mark on the screen that stands for an event, from the top lane down.
    pub fn ends_of(&self, event: u32) -> Vec<(usize, usize)> {
        self.ends.of_event(event).iter().map(as_indices).collect()
    }
}
