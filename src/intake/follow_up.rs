//! Follow-up after completion: his account, hers on her side of the wall, and what the police knew.

use chrono::{Months, NaiveDate};

use super::building::Building;
use super::line::Line;
use super::{DoubtKind, Field, Kind, List};
use crate::dates::spoken_date;
use crate::model::programme::{Answer, FollowUp, FollowUpResult, Incident, InformationSource};

impl Building<'_> {
    pub(super) fn follow_up(&mut self, line: &Line<'_>, at: usize) -> Result<(), String> {
        let result = self.told.coded(line, Field::FollowedUp, List::Result);
        let due = self.told.day(line, Field::DueOn);
        let done = self.told.day(line, Field::FollowedUpOn);
        let his = self.told.answer(line, Field::HisAccount);
        let police = self.told.answer(line, Field::PoliceAccount);
        let Some(on) = done.or(due).or_else(|| self.window(at)) else {
            return Err("There is no day in it, and it is not known when he left.".to_owned());
        };
        let months = self.months(line, at, due.unwrap_or(on));
        let man = self.records.men[at].id;
        self.once(Kind::FollowUp, format!("{man} {months} {on}"), line)
            .map_err(|first| format!("This follow-up of his stands twice: {first} was taken."))?;
        if done.is_none() {
            let why = format!(
                "It is not said on which day he was asked; {} was taken: {}.",
                if due.is_some() {
                    "the day on which it fell due"
                } else {
                    "the day of the window"
                },
                spoken_date(on)
            );
            self.told
                .about_field(line, Field::FollowedUp, DoubtKind::Assumed, why);
        }
        let result = match result.as_deref() {
            Some("reached") => Some(FollowUpResult::Reached),
            Some("refused") => Some(FollowUpResult::Refused),
            Some("not_traced") => Some(FollowUpResult::NotTraced),
            Some("tried") => Some(FollowUpResult::Tried),
            _ if his != Answer::NotAsked => Some(FollowUpResult::Reached),
            _ if police != Answer::NotAsked => Some(FollowUpResult::Tried),
            _ => None,
        };
        if let Some(result) = result {
            self.records.men[at].follow_ups.push(FollowUp {
                incident: his,
                police,
                ..FollowUp::new(months, on, result)
            });
        }
        self.her_account(line, at, months, on);
        if police == Answer::Yes {
            self.known_to_police(line, at, on);
        }
        Ok(())
    }

    fn her_account(&mut self, line: &Line<'_>, at: usize, months: u32, on: NaiveDate) {
        let Some(column) = line.sheet.column(Field::HerAccount) else {
            return;
        };
        if !self.told.settings.unlocked || line.cell(column).is_empty() {
            return;
        }
        let incident = self.told.answer(line, Field::HerAccount);
        if incident == Answer::NotAsked {
            return;
        }
        if let Some(hers) = self.her_of(line, at, column) {
            let result = match incident {
                Answer::Yes | Answer::No => FollowUpResult::Reached,
                Answer::NotKnown | Answer::NotAsked => FollowUpResult::Tried,
            };
            self.hers[hers].follow_ups.push(FollowUp {
                incident,
                ..FollowUp::new(months, on, result)
            });
        }
    }

    fn known_to_police(&mut self, line: &Line<'_>, at: usize, on: NaiveDate) {
        let place = line.short_place();
        self.records.men[at].incidents.push(Incident {
            on,
            told: on,
            physical: Answer::NotKnown,
            source: InformationSource::Police,
            words: format!("Known to the police at the follow-up ({place})"),
        });
        let why = format!(
            "It is not said when it happened; the day of the follow-up was taken: {}.",
            spoken_date(on)
        );
        self.told
            .about_field(line, Field::PoliceAccount, DoubtKind::Assumed, why);
    }

    /// As the line says, else the template’s window that is nearest to its day.
    fn months(&mut self, line: &Line<'_>, at: usize, due: NaiveDate) -> u32 {
        if let Some(column) = line.sheet.column(Field::Months)
            && let Some(months) = self.told.number(line, column)
        {
            return months;
        }
        let windows = &self.told.settings.programme.template.follow_up.months;
        let left = self.ways[at].left;
        let far = |months: &u32| {
            let window = left?.checked_add_months(Months::new(*months))?;
            Some((window - due).num_days().abs())
        };
        let nearest = windows
            .iter()
            .min_by_key(|months| far(months).unwrap_or(i64::MAX));
        nearest.copied().unwrap_or(6)
    }

    fn window(&self, at: usize) -> Option<NaiveDate> {
        let windows = &self.told.settings.programme.template.follow_up.months;
        let months = windows.first().copied().unwrap_or(6);
        self.ways[at].left?.checked_add_months(Months::new(months))
    }
}
