use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use super::super::coarse;
use super::super::whereabouts::Spot;
use super::Work;
use crate::chronology;
use crate::model::{Entry, Habit, Import, Moment, Precision, PublishedDates, Review, Source, When};

impl Work<'_> {
    /// Their order is that of the days, which are no longer told.
    pub(super) fn entries(&mut self, review: &Review) -> Vec<Arc<Entry>> {
        let mut place = vec![0_i64; review.entries.len()];
        for (rank, index) in (0_i64..).zip(chronology::in_order(review)) {
            if let Some(place) = place.get_mut(index as usize) {
                *place = rank;
            }
        }
        let entries = review.entries.iter().zip(place);
        entries
            .map(|(entry, place)| Arc::new(self.entry(entry, place)))
            .collect()
    }

    /// Who made a record, its number and cells that nobody understood are left out: they name professionals and files that are in no register.
    fn entry(&mut self, entry: &Entry, place: i64) -> Entry {
        let Entry {
            id,
            agency,
            when,
            text,
            response,
            seen,
            recorder: _,
            document: _,
            comment,
            basis,
            enquiry,
            disclosure,
            other: _,
            source,
            position: _,
            people,
            withdrawn,
        } = entry;
        let spot = Spot::Entry(*id);
        Entry {
            id: *id,
            agency: *agency,
            when: self.when(when),
            text: self.text(spot, "What happened", text),
            response: self.text(spot, "Response", response),
            seen: self.text(spot, "Who was seen", seen),
            recorder: String::new(),
            document: String::new(),
            other: Vec::new(),
            comment: self.text(spot, "Comment", comment),
            basis: *basis,
            enquiry: *enquiry,
            disclosure: *disclosure,
            source: self.source(source),
            position: place,
            people: people.clone(),
            withdrawn: *withdrawn,
        }
    }

    /// The name of a sheet may be that of a person: of a place only its row is told.
    fn source(&mut self, source: &Source) -> Source {
        let Source {
            import,
            file,
            place,
            row,
        } = source;
        let place = match row {
            0 => self.quietly(place),
            row => format!("row {row}"),
        };
        Source {
            import: *import,
            file: self.file(file),
            place,
            row: *row,
        }
    }

    pub(super) fn import(&mut self, import: &Import) -> Import {
        let Import {
            id,
            agency,
            file,
            sha256,
            at,
            entries,
            doubts: _,
            skipped: _,
            replaces,
        } = import;
        Import {
            id: *id,
            agency: *agency,
            file: self.file(file),
            sha256: sha256.clone(),
            at: at.clone(),
            entries: *entries,
            doubts: Vec::new(),
            skipped: Vec::new(),
            replaces: *replaces,
        }
    }

    pub(super) fn habit(&mut self, habit: &Habit) -> Habit {
        let Habit {
            id,
            agency,
            columns,
            day_first,
        } = habit;
        let columns = columns.iter();
        Habit {
            id: *id,
            agency: *agency,
            columns: columns
                .map(|(heading, key)| (self.quietly(heading), *key))
                .collect(),
            day_first: *day_first,
        }
    }

    /// To the month or year, and the wording from that.
    pub(super) fn when(&mut self, when: &When) -> When {
        let When {
            wording,
            earliest,
            latest,
            precision,
            certainty,
            inferred: _,
            warnings: _,
            alternatives: _,
            hangs_on,
        } = when;
        let dates = self.disguise.review.template.publication.dates;
        let first = earliest.map(|moment| widened(moment.date, dates).0);
        let last = latest.map(|moment| widened(moment.date, dates).1);
        let coarse = match dates {
            PublishedDates::Month => Precision::Month,
            PublishedDates::Year => Precision::Year,
        };
        When {
            wording: match (first, last) {
                (None, None) => self.quietly(wording),
                (first, last) => spoken(first, last, dates),
            },
            earliest: first.map(Moment::day),
            latest: last.map(Moment::day),
            precision: (*precision).max(coarse),
            certainty: *certainty,
            inferred: Vec::new(),
            warnings: Vec::new(),
            alternatives: Vec::new(),
            hangs_on: *hangs_on,
        }
    }
}

/// The first and last day of the month or year.
pub(super) fn widened(date: NaiveDate, dates: PublishedDates) -> (NaiveDate, NaiveDate) {
    let (first_month, last_month) = match dates {
        PublishedDates::Month => (date.month(), date.month()),
        PublishedDates::Year => (1, 12),
    };
    let first = NaiveDate::from_ymd_opt(date.year(), first_month, 1).unwrap_or(date);
    let after = match last_month {
        12 => NaiveDate::from_ymd_opt(date.year() + 1, 1, 1),
        month => NaiveDate::from_ymd_opt(date.year(), month + 1, 1),
    };
    (
        first,
        after.and_then(|after| after.pred_opt()).unwrap_or(date),
    )
}

/// “March 2019”, “March to May 2019”, “from March 2019”.
fn spoken(first: Option<NaiveDate>, last: Option<NaiveDate>, dates: PublishedDates) -> String {
    let told = |date: NaiveDate| coarse::date(date, dates);
    match (first, last) {
        (Some(first), Some(last)) if told(first) == told(last) => told(first),
        (Some(first), Some(last)) if first.year() == last.year() => {
            format!(
                "{} to {}",
                crate::dates::month_name(first.month()),
                told(last)
            )
        }
        (Some(first), Some(last)) => format!("{} to {}", told(first), told(last)),
        (Some(first), None) => format!("from {}", told(first)),
        (None, Some(last)) => format!("until {}", told(last)),
        (None, None) => String::new(),
    }
}
