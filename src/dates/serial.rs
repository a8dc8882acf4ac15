//! Dates that a spreadsheet keeps as a count of days.

use chrono::{Duration, NaiveDate, NaiveTime};

use crate::model::Moment;

/// The day a workbook counts from: 1900 (Windows) or 1904 (old Mac workbooks).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Epoch {
    #[default]
    Y1900,
    Y1904,
}

/// The last serial a spreadsheet knows: 31 December 9999.
const LAST: f64 = 2_958_466.0;
const MINUTES_A_DAY: i64 = 24 * 60;

/// The day, and the time to the nearest minute where the serial is no whole number.
///
/// In the 1900 epoch serial 60 is 29 February 1900, a day that never was (a fault kept since Lotus 1-2-3):
/// it gives `None`, and earlier serials count from the day after later ones do. Serials below one day are a
/// time without a date and give `None` too.
pub fn from_serial(serial: f64, epoch: Epoch) -> Option<Moment> {
    let first = match epoch {
        Epoch::Y1900 => 1.0,
        Epoch::Y1904 => 0.0,
    };
    if !serial.is_finite() || serial < first || serial >= LAST {
        return None;
    }
    let mut days = serial.floor() as i64;
    let mut minutes = (serial.fract() * MINUTES_A_DAY as f64).round() as i64;
    if minutes == MINUTES_A_DAY {
        days += 1;
        minutes = 0;
    }
    let start = match epoch {
        Epoch::Y1900 if days == 60 => return None,
        Epoch::Y1900 if days < 60 => NaiveDate::from_ymd_opt(1899, 12, 31)?,
        Epoch::Y1900 => NaiveDate::from_ymd_opt(1899, 12, 30)?,
        Epoch::Y1904 => NaiveDate::from_ymd_opt(1904, 1, 1)?,
    };
    let date = start.checked_add_signed(Duration::days(days))?;
    if serial.fract() == 0.0 {
        return Some(Moment::day(date));
    }
    let time = NaiveTime::from_hms_opt((minutes / 60) as u32, (minutes % 60) as u32, 0)?;
    Some(Moment::at(date, time))
}
