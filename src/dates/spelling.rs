//! Months and weekdays that are misspelt, or written in another language.

use chrono::Weekday;

use super::calendar::MONTHS;

/// A month in a language that interpreters and families write in.
pub fn foreign_month(text: &str) -> Option<u32> {
    const NAMES: [(&[&str], u32); 12] = [
        (
            &[
                "janvier", "januar", "enero", "janeiro", "gennaio", "stycznia", "styczeń",
                "ianuarie",
            ],
            1,
        ),
        (
            &[
                "février",
                "fevrier",
                "februar",
                "febrero",
                "fevereiro",
                "febbraio",
                "lutego",
                "luty",
                "februarie",
            ],
            2,
        ),
        (
            &[
                "mars", "märz", "maerz", "marzo", "março", "marca", "marzec", "martie",
            ],
            3,
        ),
        (
            &[
                "avril",
                "abril",
                "aprile",
                "kwietnia",
                "kwiecień",
                "aprilie",
            ],
            4,
        ),
        (&["mai", "mayo", "maio", "maggio", "maja", "maj"], 5),
        (
            &[
                "juin", "juni", "junio", "junho", "giugno", "czerwca", "czerwiec", "iunie",
            ],
            6,
        ),
        (
            &[
                "juillet", "juli", "julio", "julho", "luglio", "lipca", "lipiec", "iulie",
            ],
            7,
        ),
        (&["août", "aout", "agosto", "sierpnia", "sierpień"], 8),
        (
            &[
                "septembre",
                "septiembre",
                "setembro",
                "settembre",
                "września",
                "wrzesień",
                "septembrie",
            ],
            9,
        ),
        (
            &[
                "octobre",
                "oktober",
                "octubre",
                "outubro",
                "ottobre",
                "października",
                "październik",
                "octombrie",
            ],
            10,
        ),
        (
            &[
                "novembre",
                "noviembre",
                "novembro",
                "listopada",
                "listopad",
                "noiembrie",
            ],
            11,
        ),
        (
            &[
                "décembre",
                "decembre",
                "dezember",
                "diciembre",
                "dezembro",
                "dicembre",
                "grudnia",
                "grudzień",
                "decembrie",
            ],
            12,
        ),
    ];
    let written = text.to_lowercase();
    NAMES
        .iter()
        .find(|(names, _)| names.contains(&written.as_str()))
        .map(|(_, month)| *month)
}

/// The weekday that a misspelt word can only mean.
pub fn misspelt_weekday(text: &str) -> Option<Weekday> {
    const DAYS: [(&str, Weekday); 7] = [
        ("monday", Weekday::Mon),
        ("tuesday", Weekday::Tue),
        ("wednesday", Weekday::Wed),
        ("thursday", Weekday::Thu),
        ("friday", Weekday::Fri),
        ("saturday", Weekday::Sat),
        ("sunday", Weekday::Sun),
    ];
    if text.len() < 5 || text.len() > 10 || !text.is_ascii() {
        return None;
    }
    let written = text.to_ascii_lowercase();
    let mut found = DAYS
        .iter()
        .filter(|(name, _)| one_slip(written.as_bytes(), name.as_bytes()));
    let (_, weekday) = found.next()?;
    found.next().is_none().then_some(*weekday)
}

/// The month that a misspelt word of at least five letters can only mean: one letter missing, added, wrong,
/// or two neighbours exchanged.
pub fn misspelt_month(text: &str) -> Option<u32> {
    if text.len() < 5 || text.len() > 11 || !text.is_ascii() {
        return None;
    }
    let written = text.to_ascii_lowercase();
    MONTHS
        .iter()
        .position(|month| {
            month.len() > 4 && one_slip(written.as_bytes(), month.to_ascii_lowercase().as_bytes())
        })
        .map(|index| index as u32 + 1)
}

fn one_slip(written: &[u8], right: &[u8]) -> bool {
    let start = written
        .iter()
        .zip(right)
        .take_while(|(a, b)| a == b)
        .count();
    let end = written
        .iter()
        .rev()
        .zip(right.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let shorter = written.len().min(right.len());
    let longer = written.len().max(right.len());
    let end = end.min(shorter - start);
    let left = longer - start - end;
    match longer - shorter {
        0 => {
            left == 1
                || (left == 2
                    && written[start] == right[start + 1]
                    && written[start + 1] == right[start])
        }
        1 => left == 1,
        _ => false,
    }
}
