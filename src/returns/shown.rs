//! A spreadsheet's values as a person sees them.

use calamine::{Data, DataRef, ExcelDateTime};

use super::table::Cell;
use crate::dates::month_name;

/// What a number format says about a number; only what changes the wording of a chronology.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) enum Look {
    #[default]
    Plain,
    /// A date shown without its day: a person who typed “Mar 2019” sees “Mar-19”.
    Month,
    Year,
    /// A date shown with a time of day, also where that is midnight.
    Clock,
    /// Digits padded with zeros to this length: telephone and case numbers.
    Padded(usize),
    Percent,
}

impl Look {
    pub(super) fn of(format: &str) -> Self {
        // The part before `;` is for positive numbers. Quoted and escaped words are no codes.
        let mut codes = String::new();
        let mut rest = format.split(';').next().unwrap_or("").chars();
        while let Some(character) = rest.next() {
            match character {
                '"' => {
                    let _ = rest.by_ref().find(|next| *next == '"');
                }
                '[' => {
                    let _ = rest.by_ref().find(|next| *next == ']');
                }
                '\\' | '_' | '*' => {
                    let _ = rest.next();
                }
                other => codes.push(other.to_ascii_lowercase()),
            }
        }
        let codes = codes.replace("general", "").replace("am/pm", "h");
        let has = |code: char| codes.contains(code);
        if codes.len() > 1 && codes.chars().all(|code| code == '0') {
            Self::Padded(codes.len())
        } else if codes.contains('%') {
            Self::Percent
        } else if has('h') {
            Self::Clock
        } else if has('d') || has('s') {
            Self::Plain
        } else if has('m') && has('y') {
            Self::Month
        } else if has('y') {
            Self::Year
        } else {
            Self::Plain
        }
    }
}

pub(super) fn from_ref(value: &DataRef<'_>, look: &Look) -> Cell {
    match value {
        DataRef::Int(number) => numbered(*number as f64, look),
        DataRef::Float(number) => numbered(*number, look),
        DataRef::String(text) => Cell::text(clean(text)),
        DataRef::SharedString(text) => Cell::text(clean(text)),
        DataRef::Bool(value) => Cell::text(if *value { "TRUE" } else { "FALSE" }),
        DataRef::DateTime(moment) => dated(moment, look),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Cell::text(text.as_str()),
        DataRef::Error(error) => Cell::text(error.to_string()),
        DataRef::Empty => Cell::default(),
    }
}

pub(super) fn from_data(value: &Data) -> Cell {
    match value {
        Data::Int(number) => numbered(*number as f64, &Look::Plain),
        Data::Float(number) => numbered(*number, &Look::Plain),
        Data::String(text) => Cell::text(clean(text)),
        Data::Bool(value) => Cell::text(if *value { "TRUE" } else { "FALSE" }),
        Data::DateTime(moment) => dated(moment, &Look::Plain),
        Data::DateTimeIso(text) => Cell {
            text: iso(text),
            dated: true,
            ..Cell::default()
        },
        Data::DurationIso(text) => Cell::text(duration(text)),
        Data::Error(error) => Cell::text(error.to_string()),
        Data::Empty => Cell::default(),
    }
}

/// Line breaks as LF; Excel's `_x000D_` is a carriage return that a program wrote out.
fn clean(text: &str) -> String {
    if !text.contains(['\r', '_']) {
        return text.to_owned();
    }
    text.replace("_x000D_", "\r")
        .replace("\r\n", "\n")
        .replace('\r', "\n")
}

fn numbered(number: f64, look: &Look) -> Cell {
    let text = match look {
        Look::Padded(digits) if number >= 0.0 && number.fract() == 0.0 => {
            format!("{number:0>digits$}")
        }
        Look::Percent => format!("{}%", plain(number * 100.0)),
        _ => plain(number),
    };
    Cell {
        text,
        serial: Some(number),
        ..Cell::default()
    }
}

/// As Excel shows it: at most fifteen significant digits, no ending zeros.
fn plain(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        return format!("{number:.0}");
    }
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    rounded.to_string()
}

/// `dd/mm/yyyy`, with `hh:mm` where the cell has a time of day, with seconds where it has those.
fn dated(moment: &ExcelDateTime, look: &Look) -> Cell {
    let serial = moment.as_f64();
    let whole = serial.fract() == 0.0;
    let text = if moment.is_duration() {
        let minutes = (serial * 24.0 * 60.0).round().max(0.0);
        format!("{:02}:{:02}", (minutes / 60.0).floor(), minutes % 60.0)
    } else {
        let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
        let time = if second == 0 {
            format!("{hour:02}:{minute:02}")
        } else {
            format!("{hour:02}:{minute:02}:{second:02}")
        };
        match look {
            _ if (0.0..1.0).contains(&serial) => time,
            Look::Month if whole => {
                format!("{} {year}", month_name(u32::from(month)))
            }
            Look::Year if whole => year.to_string(),
            Look::Clock => format!("{day:02}/{month:02}/{year} {time}"),
            _ if whole => format!("{day:02}/{month:02}/{year}"),
            _ => format!("{day:02}/{month:02}/{year} {time}"),
        }
    };
    Cell {
        text,
        serial: Some(serial),
        dated: true,
        ..Cell::default()
    }
}

/// OpenDocument writes `2019-03-12T21:10:00` or `2019-03-12`.
fn iso(text: &str) -> String {
    let (date, time) = text.split_once('T').unwrap_or((text, ""));
    let parts: Vec<&str> = date.split('-').collect();
    let [year, month, day] = parts[..] else {
        return text.to_owned();
    };
    let clock = time.get(..5).unwrap_or("");
    match clock {
        "" => format!("{day}/{month}/{year}"),
        _ => format!("{day}/{month}/{year} {clock}"),
    }
}

/// OpenDocument writes a time of day as `PT21H10M00S`.
fn duration(text: &str) -> String {
    let clock = || {
        let (hours, rest) = text.strip_prefix("PT")?.split_once('H')?;
        let (minutes, _) = rest.split_once('M')?;
        Some(format!("{:0>2}:{:0>2}", hours, minutes))
    };
    clock().unwrap_or_else(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType::{DateTime, TimeDelta};

    #[test]
    fn numbers_and_dates_read_as_in_excel() {
        let date =
            |serial, is_1904| DataRef::DateTime(ExcelDateTime::new(serial, DateTime, is_1904));
        for (value, format, expected) in [
            (DataRef::Float(12.0), "General", "12"),
            (DataRef::Float(0.1 + 0.2), "General", "0.3"),
            (DataRef::Float(-2.5), "General", "-2.5"),
            (
                DataRef::Float(7_700_900_123.0),
                "00000000000",
                "07700900123",
            ),
            (DataRef::Float(0.45), "0%", "45%"),
            (DataRef::Bool(true), "General", "TRUE"),
            (date(43_567.0, false), "dd/mm/yyyy", "12/04/2019"),
            (date(42_105.0, true), "dd/mm/yyyy", "12/04/2019"),
            (
                date(43_567.881_944_444, false),
                "d mmm yy",
                "12/04/2019 21:10",
            ),
            (
                date(43_567.0, false),
                "dd/mm/yyyy hh:mm",
                "12/04/2019 00:00",
            ),
            (date(43_556.0, false), "mmm\\-yy", "April 2019"),
            (date(43_556.0, false), "yyyy", "2019"),
            (date(0.881_944_444, false), "hh:mm", "21:10"),
            (date(0.0, false), "hh:mm", "00:00"),
            (
                DataRef::DateTime(ExcelDateTime::new(0.881_944_444, TimeDelta, false)),
                "[h]:mm",
                "21:10",
            ),
            (
                DataRef::String("a_x000D_\r\nb\rc".to_owned()),
                "@",
                "a\n\nb\nc",
            ),
        ] {
            assert_eq!(
                from_ref(&value, &Look::of(format)).text,
                expected,
                "{format}"
            );
        }
        assert_eq!(
            from_data(&Data::DateTimeIso("2019-04-12T21:10:00".into())).text,
            "12/04/2019 21:10"
        );
        assert_eq!(
            from_data(&Data::DurationIso("PT21H10M00S".into())).text,
            "21:10"
        );
    }
}
