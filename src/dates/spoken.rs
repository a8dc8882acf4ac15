//! An understanding in words, for people.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

use super::calendar::month_name;
use crate::model::{Certainty, Moment, When};

/// “12 April 2019”
pub fn spoken_date(date: NaiveDate) -> String {
    format!(
        "{} {} {}",
        date.day(),
        month_name(date.month()),
        date.year()
    )
}

/// “12 April 2019, 21:10”
pub fn spoken_moment(moment: Moment) -> String {
    match moment.time {
        Some(time) => format!("{}, {}", spoken_date(moment.date), spoken_time(time)),
        None => spoken_date(moment.date),
    }
}

fn spoken_time(time: NaiveTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// Both ends, with what they share said once: “1 – 14 March 2019”, “12 April 2019, 20:00 – 22:00”; whole months as such: “March 2019”.
pub fn spoken_stretch(first: Moment, last: Moment) -> String {
    if first == last {
        return spoken_moment(first);
    }
    let (from, to) = (first.date, last.date);
    if first.time.is_none() && last.time.is_none() && are_whole_months(from, to) {
        return spoken_months(from, to);
    }
    match (first.time, last.time) {
        (Some(start), Some(end)) if from == to => {
            format!(
                "{}, {} – {}",
                spoken_date(from),
                spoken_time(start),
                spoken_time(end)
            )
        }
        (None, None) if from == to => spoken_date(from),
        (None, None) if (from.year(), from.month()) == (to.year(), to.month()) => {
            format!("{} – {}", from.day(), spoken_date(to))
        }
        (None, None) if from.year() == to.year() => {
            format!(
                "{} {} – {}",
                from.day(),
                month_name(from.month()),
                spoken_date(to)
            )
        }
        _ => format!("{} – {}", spoken_moment(first), spoken_moment(last)),
    }
}

/// What was understood, where that is more than the wording says by itself: none for “May 2019” that is May 2019.
pub fn spoken_beyond_wording(when: &When) -> Option<String> {
    let spoken = spoken(when);
    (spoken.to_lowercase() != when.wording.trim().to_lowercase()).then_some(spoken)
}

/// What was understood: “12 April 2019, 21:10”, “March 2019, approximate”, “from 1 January 2017”,
/// “2 November 2017 or 11 February 2017, uncertain”, “not understood”. Never empty.
pub fn spoken(when: &When) -> String {
    let mut words = match (when.earliest, when.latest) {
        (Some(first), Some(last)) => spoken_stretch(first, last),
        (Some(first), None) => format!("from {}", spoken_moment(first)),
        (None, Some(last)) => format!("until {}", spoken_moment(last)),
        (None, None) => return "not understood".to_owned(),
    };
    for other in &when.alternatives {
        if let (Some(first), Some(last)) = (other.earliest, other.latest) {
            words.push_str(" or ");
            words.push_str(&spoken_stretch(first, last));
        }
    }
    words.push_str(match when.certainty {
        Certainty::Exact => "",
        Certainty::Approximate => ", approximate",
        Certainty::Uncertain => ", uncertain",
        Certainty::Inferred => ", inferred",
    });
    words
}

/// Whether the stretch begins with a month and ends with one.
fn are_whole_months(from: NaiveDate, until: NaiveDate) -> bool {
    from.day() == 1 && until.succ_opt().is_none_or(|next| next.day() == 1)
}

/// “March 2019”, “March – May 2019”, “March 2019 – May 2020”; of a whole year “2019”.
fn spoken_months(from: NaiveDate, until: NaiveDate) -> String {
    let last = until.format("%B %Y");
    if from.year() == until.year() && (from.month(), until.month()) == (1, 12) {
        return from.year().to_string();
    }
    if (from.year(), from.month()) == (until.year(), until.month()) {
        return last.to_string();
    }
    match from.year() == until.year() {
        true => format!("{} – {last}", from.format("%B")),
        false => format!("{} – {last}", from.format("%B %Y")),
    }
}

/// “1 January 2016 to 18 May 2021”; of whole months: “January 2016 to May 2021”.
pub fn spoken_period(from: NaiveDate, until: NaiveDate) -> String {
    match are_whole_months(from, until) {
        true => format!("{} to {}", from.format("%B %Y"), until.format("%B %Y")),
        false => format!("{} to {}", spoken_date(from), spoken_date(until)),
    }
}

/// “once”, “twice”, “3 times”.
pub fn so_often(times: usize) -> String {
    match times {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        times => format!("{times} times"),
    }
}
