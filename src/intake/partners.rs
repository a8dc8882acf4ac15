//! Partners: read only while the lock of women’s safety work is open, and kept on their side of the wall.

use std::fmt;

use chrono::NaiveDate;

use super::building::Building;
use super::line::Line;
use super::{DoubtKind, Field, Kind, List};
use crate::dates::spoken_date;
use crate::model::programme::{Answer, FollowUp, Measure};
use crate::model::{ManId, PartnerId};
use crate::wall::{Partner, Relationship, Support, Walled};

/// What the lock says of every row that is hers.
pub(super) const LOCKED: &str = "It is about a partner, and the lock of women’s safety work is closed. Open it, and read the files again.";

/// A partner as the tables tell of her.
pub(super) struct HerRecord {
    id: PartnerId,
    pub(super) man: ManId,
    former: bool,
    at_risk: bool,
    name: String,
    worker: String,
    ethnicity: String,
    known_since: NaiveDate,
    support: Answer,
    pub(super) follow_ups: Vec<FollowUp>,
    pub(super) measures: Vec<Measure>,
}

impl fmt::Debug for HerRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("behind the wall")
    }
}

impl HerRecord {
    pub(super) fn partner(&self) -> Partner {
        let mut partner = Partner::new(self.id, self.man, self.known_since);
        if self.former {
            partner.relationship = Relationship::Former;
        }
        partner.at_risk = self.at_risk;
        partner.name = Walled::new(self.name.clone());
        partner.worker.clone_from(&self.worker);
        partner.ethnicity = Walled::new(self.ethnicity.clone());
        partner.follow_ups.clone_from(&self.follow_ups);
        partner.measures.clone_from(&self.measures);
        if self.support != Answer::NotAsked {
            partner.support.push(Support {
                what: Walled::new("Support".to_owned()),
                offered: self.known_since,
                taken: self.support,
            });
        }
        partner
    }
}

impl Building<'_> {
    pub(super) fn partner(&mut self, line: &Line<'_>) -> Result<(), String> {
        if !self.told.settings.unlocked {
            return Err(LOCKED.to_owned());
        }
        let at = self.his(line)?;
        let man = self.records.men[at].id;
        let number = line.text(Field::Partner);
        if !number.is_empty() {
            self.once(Kind::Partners, format!("{man} {number}"), line)
                .map_err(|first| format!("This partner of his stands twice: {first} was taken."))?;
        }
        let told = &mut self.told;
        let relationship = told.coded(line, Field::Relationship, List::Relationship);
        if relationship.is_none() {
            let why = "It is not said whether she is his partner now; she was taken as his current partner.";
            told.about_field(line, Field::Relationship, DoubtKind::Assumed, why);
        }
        let ethnicity = told.coded(line, Field::HerEthnicity, List::Ethnicity);
        let support = told.answer(line, Field::SupportTakenUp);
        let at_risk = told.answer(line, Field::AtRisk) != Answer::No;
        let known = told.day(line, Field::KnownSince);
        let Some(known_since) = known.or(self.ways[at].referred) else {
            return Err(
                "It is not said since when she is known, and there is no day of his referral to take instead."
                    .to_owned(),
            );
        };
        if known.is_none() {
            let why = format!(
                "It is not said since when the programme knows of her; the day of his referral was taken: {}.",
                spoken_date(known_since)
            );
            self.told
                .about_field(line, Field::KnownSince, DoubtKind::Assumed, why);
        }
        let next = i64::try_from(self.hers.len()).unwrap_or(i64::MAX - 1) + 1;
        self.hers.push(HerRecord {
            id: PartnerId(next),
            man,
            former: relationship.as_deref() == Some("former"),
            at_risk,
            name: line.text(Field::HerName).to_owned(),
            worker: line.text(Field::Worker).to_owned(),
            ethnicity: ethnicity.unwrap_or_default(),
            known_since,
            support,
            follow_ups: Vec::new(),
            measures: Vec::new(),
        });
        Ok(())
    }

    /// The partner whom a line about the man means: his only one, or the first of several, which is told. `None`, which is told: there is none.
    pub(super) fn her_of(&mut self, line: &Line<'_>, at: usize, column: usize) -> Option<usize> {
        let man = self.records.men[at].id;
        let of_him = self.hers.iter().enumerate();
        let of_him = of_him.filter(|(_, hers)| hers.man == man);
        let of_him: Vec<usize> = of_him.map(|(place, _)| place).collect();
        let why = match of_him.as_slice() {
            [only] => return Some(*only),
            [] => "There is no partner of his among these files, so it was not taken.".to_owned(),
            several => format!(
                "He has {} partners among these files, and it is not said which of them it is. It was taken for the first.",
                several.len()
            ),
        };
        self.told.doubt(line, Some(column), DoubtKind::Hers, why);
        of_him.first().copied()
    }
}
