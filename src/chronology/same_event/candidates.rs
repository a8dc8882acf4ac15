//! Which pairs are looked at: by time first, then by what is rare. Never all pairs.
//!
//! Every search is bounded, so that a thousand records with one and the same date cost a thousand times the bound and no
//! more; in such a crowd the nearest in time are looked at, and those that share a rare word, place or number.

use super::records::{Records, in_parts};
use crate::jobs::{Cancelled, Progress};

/// Two records, as indices into [`Records::all`], the lower first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Pair {
    pub one: u32,
    pub other: u32,
    pub likelihood: f32,
}

/// Less likely pairs start no group.
pub(super) const WORTH_A_LOOK: f32 = 0.3;
/// So many records of one day are looked at on either side of a record.
const OF_A_DAY: usize = 60;
/// A stretch of more days is no day to look on.
const DAYS: i64 = 4;
/// So many records with a rare term are looked at on either side of a record.
const WITH_A_TERM: usize = 12;
/// A term in more records is not looked up.
const TOO_MANY: usize = 400;
/// So many records of a sector are looked at before a record that names it, over so many days.
const OF_A_SECTOR: usize = 12;
const NAMED_WITHIN: i64 = 14;

/// Pairs that are worth a look, in no order of meaning.
pub(super) fn likely_pairs(
    records: &Records,
    progress: &dyn Progress,
) -> Result<Vec<Pair>, Cancelled> {
    let blocks = Blocks::of(records);
    let all: Vec<u32> = (0u32..).take(records.all.len()).collect();
    let total = Some(all.len() as u64);
    let pairs = in_parts(&all, |_, part| {
        let mut pairs = Vec::new();
        let mut others: Vec<u32> = Vec::new();
        for one in part {
            progress.report(u64::from(*one), total, "Comparing the records")?;
            others.clear();
            blocks.beside(*one, &mut others);
            others.sort_unstable();
            others.dedup();
            for other in others.iter().copied().filter(|other| other > one) {
                let weight = records.weigh(*one as usize, other as usize);
                let likelihood = weight.likelihood();
                if likelihood >= WORTH_A_LOOK {
                    pairs.push(Pair {
                        one: *one,
                        other,
                        likelihood,
                    });
                }
            }
        }
        Ok(pairs)
    })?;
    Ok(pairs)
}

struct Blocks<'a> {
    records: &'a Records,
    /// Day, minute, record: whatever a record speaks of, in order.
    points: Vec<(i64, i64, u32)>,
    /// The records of each sector, in order of time.
    sectors: Vec<Vec<u32>>,
}

impl<'a> Blocks<'a> {
    fn of(records: &'a Records) -> Self {
        let mut points = Vec::new();
        let mut sectors = vec![Vec::new(); u32::BITS as usize];
        for (at, record) in (0u32..).zip(&records.all) {
            for mention in record.mentions.iter().filter(|one| one.days() <= DAYS) {
                let days = mention.first_day()..=mention.last_day();
                points.extend(days.map(|day| (day, mention.from, at)));
            }
            if let Some(sector) = sectors.get_mut(record.sector.trailing_zeros() as usize) {
                sector.push(at);
            }
        }
        points.sort_unstable();
        Self {
            records,
            points,
            sectors,
        }
    }

    /// Adds the records that may belong to the record `at`, some perhaps twice, and itself.
    fn beside(&self, at: u32, others: &mut Vec<u32>) {
        self.by_day(at, others);
        self.by_term(at, others);
        self.by_sector(at, others);
    }

    fn by_day(&self, at: u32, others: &mut Vec<u32>) {
        let record = &self.records.all[at as usize];
        for mention in record.mentions.iter().filter(|one| one.days() <= DAYS) {
            for day in mention.first_day()..=mention.last_day() {
                let start = self.points.partition_point(|(known, _, _)| *known < day);
                let end = self.points.partition_point(|(known, _, _)| *known <= day);
                let here = self.points[start..end]
                    .partition_point(|point| *point < (day, mention.from, at));
                let from = (start + here).saturating_sub(OF_A_DAY).max(start);
                let until = (start + here + OF_A_DAY + 1).min(end);
                others.extend(self.points[from..until].iter().map(|(_, _, other)| *other));
                let before = start.saturating_sub(OF_A_DAY);
                let after = (end + OF_A_DAY).min(self.points.len());
                let beside = self.points[before..start]
                    .iter()
                    .chain(&self.points[end..after]);
                others.extend(
                    beside
                        .filter(|(other, _, _)| other.abs_diff(day) == 1)
                        .map(|(_, _, other)| *other),
                );
            }
        }
    }

    fn by_term(&self, at: u32, others: &mut Vec<u32>) {
        for number in &self.records.all[at as usize].terms {
            let holders = &self.records.terms[*number as usize].records;
            if holders.len() <= TOO_MANY {
                let here = holders.partition_point(|other| *other < at);
                let from = here.saturating_sub(WITH_A_TERM);
                let until = (here + WITH_A_TERM + 1).min(holders.len());
                others.extend_from_slice(&holders[from..until]);
            }
        }
    }

    /// Records before this one of the agencies that it names.
    fn by_sector(&self, at: u32, others: &mut Vec<u32>) {
        let record = &self.records.all[at as usize];
        let Some(own) = record.own() else {
            return;
        };
        for (bit, sector) in self.sectors.iter().enumerate() {
            if record.signs.sectors >> bit & 1 == 0 {
                continue;
            }
            let here = sector.partition_point(|other| *other < at);
            for other in sector[..here].iter().rev().take(OF_A_SECTOR) {
                let before = self.records.all[*other as usize].own();
                let near = before
                    .is_some_and(|before| own.first_day() - before.last_day() <= NAMED_WITHIN);
                if !near {
                    break;
                }
                others.push(*other);
            }
        }
    }
}
