//! Weaknesses by agency and by year.

use super::{Action, AnalysisAction, AnalysisPart, Effect, Latest, Open, Problem, Room, latest};
use crate::analysis::{Across, Matrix, matrix};
use crate::app::{ChronologyAction, State, chronology};

#[derive(Debug, Clone, Default)]
pub struct WeaknessesState {
    pub across: Across,
    pub found: Latest<Matrices>,
}

/// Both at once, so that changing over takes no time.
#[derive(Debug, Clone, Default)]
pub struct Matrices {
    pub agencies: Matrix,
    pub years: Matrix,
}

impl Matrices {
    pub fn across(&self, across: Across) -> &Matrix {
        match across {
            Across::Agencies => &self.agencies,
            Across::Years => &self.years,
        }
    }
}

#[derive(Debug, Clone)]
pub enum WeaknessesAction {
    Across(Across),
    /// To the chronology, with the tagging bar open.
    BeginTagging,
}

impl From<WeaknessesAction> for Action {
    fn from(action: WeaknessesAction) -> Self {
        Self::Analysis(AnalysisAction::Weaknesses(action))
    }
}

pub(super) fn update(state: &mut State, action: WeaknessesAction) -> Result<Vec<Effect>, Problem> {
    let Some(open) = state.open.as_mut() else {
        return Ok(Vec::new());
    };
    match action {
        WeaknessesAction::Across(across) => open.analysis.weaknesses.across = across,
        WeaknessesAction::BeginTagging => {
            open.room = Room::Chronology;
            return chronology::update(state, ChronologyAction::SetTagging(true));
        }
    }
    Ok(Vec::new())
}

pub(super) fn wanted(open: &mut Open) -> Option<Effect> {
    latest::look(
        open,
        AnalysisPart::Weaknesses,
        |analysis| &mut analysis.weaknesses.found,
        |material, _| {
            let across = |across| matrix(&material.review, &material.order, across);
            Ok(Matrices {
                agencies: across(Across::Agencies),
                years: across(Across::Years),
            })
        },
    )
}
