use std::collections::HashMap;

use chrono::NaiveDate;

use crate::model::{AgencyId, Entry, Import, ImportId, Review};

/// What one agency has sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgencyStanding {
    pub agency: AgencyId,
    pub name: String,
    /// Key of the template's sector.
    pub sector: String,
    pub state: Return,
    /// Files imported; one that a corrected return has replaced is not counted.
    pub imports: usize,
    /// Those that it has withdrawn are not counted, nor below.
    pub entries: usize,
    /// The days its dated entries cover.
    pub first: Option<NaiveDate>,
    pub last: Option<NaiveDate>,
    /// Entries whose date a reader must look at, among them those without any understood date.
    pub doubtful: usize,
    pub undated: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Return {
    /// A file was imported, or entries stand there.
    Received,
    /// Nothing yet; due on the day given, where one was agreed.
    Waiting { due: Option<NaiveDate> },
    /// Nothing, and the day has passed.
    Overdue { due: NaiveDate, days: i64 },
}

pub(super) fn agencies(
    review: &Review,
    replaced: &HashMap<ImportId, Option<ImportId>>,
    today: NaiveDate,
) -> Vec<AgencyStanding> {
    let mut places: HashMap<AgencyId, usize> = HashMap::new();
    let mut standings: Vec<AgencyStanding> = Vec::new();
    for agency in &review.agencies {
        places.insert(agency.id, standings.len());
        standings.push(AgencyStanding {
            agency: agency.id,
            name: agency.name.clone(),
            sector: agency.sector.clone(),
            state: Return::Waiting { due: agency.due },
            imports: 0,
            entries: 0,
            first: None,
            last: None,
            doubtful: 0,
            undated: 0,
        });
    }
    let standing = |import: &&Import| !replaced.contains_key(&import.id);
    for import in review.imports.iter().filter(standing) {
        if let Some(at) = places.get(&import.agency) {
            standings[*at].imports += 1;
        }
    }
    for entry in review.entries.iter() {
        if entry.withdrawn.is_some() {
            continue;
        }
        if let Some(at) = places.get(&entry.agency) {
            standings[*at].take(entry);
        }
    }
    for standing in &mut standings {
        standing.state = standing.state_on(today);
    }
    standings
}

impl AgencyStanding {
    fn take(&mut self, entry: &Entry) {
        let when = &entry.when;
        self.entries += 1;
        self.doubtful += usize::from(when.is_doubtful());
        self.undated += usize::from(!when.is_understood());
        for moment in [when.earliest, when.latest].into_iter().flatten() {
            let day = moment.date;
            self.first = Some(self.first.map_or(day, |first| first.min(day)));
            self.last = Some(self.last.map_or(day, |last| last.max(day)));
        }
    }

    fn state_on(&self, today: NaiveDate) -> Return {
        match self.state {
            _ if self.imports > 0 || self.entries > 0 => Return::Received,
            Return::Waiting { due: Some(due) } if due < today => Return::Overdue {
                due,
                days: (today - due).num_days(),
            },
            state => state,
        }
    }
}
