//! Measures: a column for each scale, or a line for each with its name and value.

use chrono::{Months, NaiveDate};

use super::building::Building;
use super::line::Line;
use super::words::plain;
use super::{DoubtKind, Field, Kind, List, Meaning};
use crate::dates::spoken_date;
use crate::model::programme::{Measure, MeasureOf, MeasureTemplate, Taken};

impl Building<'_> {
    pub(super) fn measure(&mut self, line: &Line<'_>, at: usize) -> Result<(), String> {
        let when = self.told.coded(line, Field::Taken, List::Taken);
        let (taken, months) = match when.as_deref() {
            Some("before") => (Taken::Before, 0),
            Some("halfway") => (Taken::Halfway, 0),
            Some("end") => (Taken::End, 0),
            Some("follow_up_12") => (Taken::FollowUp, 12),
            Some("follow_up_6") => (Taken::FollowUp, 6),
            Some("follow_up") => (Taken::FollowUp, self.first_window()),
            _ => return Err("It is not said at which point it was measured.".to_owned()),
        };
        let values = self.values(line)?;
        let on = match self.told.day(line, Field::MeasuredOn) {
            Some(day) => day,
            None => {
                let Some(day) = self.usual_day(at, taken, months) else {
                    return Err(
                        "It is not said when it was measured, and his dates do not tell it either."
                            .to_owned(),
                    );
                };
                let why = format!(
                    "It is not said on which day; the one that follows from his dates was taken: {}.",
                    spoken_date(day)
                );
                self.told
                    .about_field(line, Field::Taken, DoubtKind::Assumed, why);
                day
            }
        };
        for (column, template, value) in values {
            let key = &template.key;
            if !(template.lowest..=template.highest).contains(&value) {
                let why = format!(
                    "The scale of “{}” runs from {} to {}. It was kept as it stands.",
                    template.name, template.lowest, template.highest
                );
                self.told.doubt(line, Some(column), DoubtKind::Number, why);
            }
            let man = self.records.men[at].id;
            let once = self.once(Kind::Measures, format!("{man} {key} {on} {taken:?}"), line);
            if let Err(first) = once {
                let why = format!("This measure stands twice for one day: {first} was taken.");
                self.told.doubt(line, Some(column), DoubtKind::NotKept, why);
                continue;
            }
            let measure = Measure {
                key: key.clone(),
                on,
                taken,
                value,
            };
            match template.of {
                MeasureOf::Man => self.records.men[at].measures.push(measure),
                MeasureOf::Partner => {
                    if let Some(hers) = self.her_of(line, at, column) {
                        self.hers[hers].measures.push(measure);
                    }
                }
            }
        }
        Ok(())
    }

    /// Column, measure and value of each that the line holds.
    fn values(&mut self, line: &Line<'_>) -> Result<Vec<(usize, MeasureTemplate, u32)>, String> {
        let measures = &self.told.settings.programme.template.measures;
        let unlocked = self.told.settings.unlocked;
        let shut = |one: &MeasureTemplate| one.of == MeasureOf::Partner && !unlocked;
        let mut values = Vec::new();
        for (column, meaning) in line.sheet.columns.iter().enumerate() {
            if let Some(Meaning::Measure(key)) = meaning
                && let Some(template) = measures.iter().find(|one| one.key == *key)
                && !shut(template)
                && let Some(value) = self.told.number(line, column)
            {
                values.push((column, template.clone(), value));
            }
        }
        if let Some(column) = line.sheet.column(Field::Score) {
            let named = plain(line.text(Field::Measure));
            let known = measures
                .iter()
                .find(|one| plain(&one.key) == named || plain(&one.name) == named);
            let Some(template) = known else {
                return Err(format!(
                    "“{}” is none of the measures of the programme’s template.",
                    line.text(Field::Measure)
                ));
            };
            if shut(template) {
                return Err(super::partners::LOCKED.to_owned());
            }
            if let Some(value) = self.told.number(line, column) {
                values.push((column, template.clone(), value));
            }
        }
        Ok(values)
    }

    fn first_window(&self) -> u32 {
        let months = &self.told.settings.programme.template.follow_up.months;
        months.first().copied().unwrap_or(6)
    }

    /// Before: his assessment, else his referral; halfway: half of the weeks after his enrolment; at the end: when he left.
    fn usual_day(&self, at: usize, taken: Taken, months: u32) -> Option<NaiveDate> {
        let way = &self.ways[at];
        let weeks = self.told.settings.programme.template.sessions.number;
        match taken {
            Taken::Before => way.assessed.or(way.referred),
            Taken::Halfway => way
                .enrolled?
                .checked_add_days(chrono::Days::new(u64::from(weeks) * 7 / 2)),
            Taken::End => way.left,
            Taken::FollowUp => way.left?.checked_add_months(Months::new(months)),
        }
    }
}
