//! What was looked up or asked of a sample of the men: criminal justice, childhood.

use super::building::Building;
use super::line::Line;
use super::{Field, Kind};
use crate::model::programme::{Childhood, Justice};

impl Building<'_> {
    pub(super) fn justice(&mut self, line: &Line<'_>, at: usize) -> Result<(), String> {
        self.only_line(Kind::CriminalJustice, line, at)?;
        let told = &mut self.told;
        self.records.men[at].justice = Some(Justice {
            called_out: told.answer(line, Field::CalledOut),
            arrested: told.answer(line, Field::Arrested),
            charged: told.answer(line, Field::Charged),
            custody: told.answer(line, Field::Custody),
            pending: told.answer(line, Field::Pending),
        });
        Ok(())
    }

    pub(super) fn childhood(&mut self, line: &Line<'_>, at: usize) -> Result<(), String> {
        self.only_line(Kind::Childhood, line, at)?;
        let told = &mut self.told;
        self.records.men[at].childhood = Some(Childhood {
            engaged_in_group: told.answer(line, Field::EngagedInGroup),
            exposed_to_violence: told.answer(line, Field::ExposedToViolence),
            lost_parent: told.answer(line, Field::LostParent),
        });
        Ok(())
    }

    /// One line of a kind for each man.
    pub(super) fn only_line(
        &mut self,
        kind: Kind,
        line: &Line<'_>,
        at: usize,
    ) -> Result<(), String> {
        let man = self.records.men[at].id;
        self.once(kind, man.to_string(), line)
            .map_err(|first| format!("His line stands twice: {first} was taken."))
    }
}
