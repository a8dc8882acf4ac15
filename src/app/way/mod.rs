//! The way somebody came: Back and Forward through rooms, and through what was shown in them.

mod programme;
mod review;

pub use programme::ProgrammePlace;
pub(super) use programme::note as note_in_programme;
pub use review::Place;
pub(super) use review::note;

use super::{Problem, State, field};

/// Places that are remembered.
const LONGEST: usize = 100;

/// Where somebody has been since the file was opened.
#[derive(Debug, Clone)]
pub struct Way<P = Place> {
    here: Option<P>,
    back: Vec<P>,
    forward: Vec<P>,
    /// Somebody was led to another entry of the same list, so that there is a way back from it.
    is_led: bool,
}

impl<P> Default for Way<P> {
    fn default() -> Self {
        Self {
            here: None,
            back: Vec::new(),
            forward: Vec::new(),
            is_led: false,
        }
    }
}

impl<P> Way<P> {
    /// The place that Back leads to.
    pub fn back(&self) -> Option<&P> {
        self.back.last()
    }

    /// The place that Forward leads to, after Back.
    pub fn forward(&self) -> Option<&P> {
        self.forward.last()
    }

    /// Going to another entry from here is a step of the way, although the room stays.
    pub(super) fn lead(&mut self) {
        self.is_led = true;
    }

    fn here(&self) -> Option<&P> {
        self.here.as_ref()
    }

    /// Somebody is at `now`. `is_step` is asked of the place before and of this one, and whether they were led.
    fn arrive(&mut self, now: P, is_step: impl FnOnce(&P, &P, bool) -> bool) {
        let is_led = std::mem::take(&mut self.is_led);
        if let Some(before) = self.here.take()
            && is_step(&before, &now, is_led)
        {
            self.forward.clear();
            self.back.push(before);
            if self.back.len() > LONGEST {
                self.back.remove(0);
            }
        }
        self.here = Some(now);
    }

    /// Takes the nearest place that is there, and remembers the present one on the other side.
    fn take(&mut self, step: Step, is_there: impl Fn(&P) -> bool) -> Option<P> {
        let (from, to) = match step {
            Step::Back => (&mut self.back, &mut self.forward),
            Step::Forward => (&mut self.forward, &mut self.back),
        };
        while let Some(place) = from.pop() {
            if is_there(&place) {
                to.extend(self.here.take());
                return Some(place);
            }
        }
        None
    }

    /// Where somebody stands after Back or Forward.
    fn stand(&mut self, now: P) {
        self.here = Some(now);
        self.is_led = false;
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Back,
    Forward,
}

pub(super) fn go(state: &mut State, step: Step) -> Result<(), Problem> {
    field::leave(state)?;
    state.search.close();
    if let Some(open) = state.open.as_deref_mut() {
        review::go(open, step);
    } else if let Some(open) = state.programme.as_deref_mut() {
        programme::go(open, step);
    }
    Ok(())
}
