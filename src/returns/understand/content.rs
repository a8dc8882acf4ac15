//! What a column holds, where no heading says so.

use crate::dates::MONTHS;
use crate::model::ColumnKey;
use crate::returns::table::Table;

/// Rows looked at.
const SAMPLE: usize = 500;

/// Fills in the date, the time and the text column by what stands in them, but for `settled` columns; returns the
/// reason by column.
pub(super) fn fill(
    table: &Table,
    first_row: usize,
    keys: &mut [Option<ColumnKey>],
    settled: &[bool],
) -> Vec<Option<String>> {
    let mut why = vec![None; keys.len()];
    let seen: Vec<Seen> = (0..keys.len())
        .map(|column| Seen::of(table, first_row, column))
        .collect();
    let mut give = |keys: &mut [Option<ColumnKey>], key, column: Option<usize>, reason: String| {
        if let Some(column) = column {
            keys[column] = Some(key);
            why[column] = Some(reason);
        }
    };
    if !keys.contains(&Some(ColumnKey::Date)) {
        let column = best(keys, settled, &seen, |seen| {
            (seen.dates > 0 && seen.dates * 2 >= seen.filled)
                .then(|| seen.dates * 100 / seen.filled)
        });
        let reason = column.map_or(String::new(), |column| {
            let Seen { dates, filled, .. } = seen[column];
            format!("by its content: {dates} of {filled} cells are dates")
        });
        give(keys, ColumnKey::Date, column, reason);
    }
    if !keys.contains(&Some(ColumnKey::Time)) {
        let column = best(keys, settled, &seen, |seen| {
            (seen.times * 10 >= seen.filled * 7 && seen.times > 0).then_some(seen.times)
        });
        let reason = "by its content: times of day".to_owned();
        give(keys, ColumnKey::Time, column, reason);
    }
    if !keys.contains(&Some(ColumnKey::Text)) {
        let column = best(keys, settled, &seen, |seen| {
            (seen.letters > 0).then(|| seen.letters / seen.filled.max(1) + 1)
        });
        let reason = "by its content: the longest text".to_owned();
        give(keys, ColumnKey::Text, column, reason);
    }
    why
}

/// The column without a meaning that scores highest; of equal ones the leftmost.
fn best(
    keys: &[Option<ColumnKey>],
    settled: &[bool],
    seen: &[Seen],
    score: impl Fn(&Seen) -> Option<usize>,
) -> Option<usize> {
    let mut best: Option<(usize, usize)> = None;
    for (column, seen) in seen.iter().enumerate() {
        if keys[column].is_none()
            && !settled[column]
            && let Some(score) = score(seen)
            && best.is_none_or(|(_, highest)| score > highest)
        {
            best = Some((column, score));
        }
    }
    best.map(|(column, _)| column)
}

struct Seen {
    filled: usize,
    dates: usize,
    times: usize,
    letters: usize,
}

impl Seen {
    fn of(table: &Table, first_row: usize, column: usize) -> Self {
        let mut seen = Self {
            filled: 0,
            dates: 0,
            times: 0,
            letters: 0,
        };
        for row in table.rows.iter().skip(first_row).take(SAMPLE) {
            // A row with one cell is a heading or a note and tells nothing about its column.
            if row
                .cells
                .iter()
                .filter(|cell| !cell.text.trim().is_empty())
                .count()
                < 2
                && table.width > 1
            {
                continue;
            }
            let text = row.text(column).trim();
            if text.is_empty() {
                continue;
            }
            seen.filled += 1;
            seen.dates += usize::from(is_like_date(text));
            seen.times += usize::from(is_like_time(text));
            seen.letters += text.bytes().filter(u8::is_ascii_alphabetic).count();
        }
        seen
    }
}

/// Whether a cell has the look of a date, however badly written; cheap, and no promise that it can be read.
pub(super) fn is_like_date(text: &str) -> bool {
    let text = text.trim();
    // “between the evening of 3 September and the morning of 5 September 2019”
    if text.is_empty() || text.len() > 80 {
        return false;
    }
    let bytes = text.as_bytes();
    let has_digit = bytes.iter().any(u8::is_ascii_digit);
    // 3/4, 3.4, 3-4
    let parted = bytes.windows(3).any(|three| {
        three[0].is_ascii_digit()
            && matches!(three[1], b'/' | b'.' | b'-')
            && three[2].is_ascii_digit()
    });
    if parted {
        return true;
    }
    text.split(|character: char| !character.is_alphanumeric())
        .any(|word| {
            (word.len() == 4 && has_digit && year(word).is_some()) || (is_month(word) && has_digit)
        })
        || is_month(text)
}

fn is_month(word: &str) -> bool {
    word.len() >= 3
        && MONTHS.iter().any(|month| {
            word.eq_ignore_ascii_case(month)
                || word.eq_ignore_ascii_case(&month[..3])
                || word.eq_ignore_ascii_case(&month[..month.len().min(4)])
        })
}

/// A year in which a chronology can lie.
pub(super) fn year(word: &str) -> Option<i32> {
    let year: i32 = word.parse().ok()?;
    (word.len() == 4 && (1900..2100).contains(&year)).then_some(year)
}

/// `21:10`, `9.05`, `2110hrs`.
fn is_like_time(text: &str) -> bool {
    let text = text
        .trim_end_matches(|character: char| character.is_ascii_alphabetic() || character == ' ');
    let (hours, minutes) = match text.split_once([':', '.']) {
        Some((hours, rest)) => (hours, rest.get(..2).unwrap_or(rest)),
        None if text.len() == 4 && text.is_ascii() => text.split_at(2),
        None => return false,
    };
    let within = |part: &str, limit| {
        (1..=2).contains(&part.len()) && part.parse::<u32>().is_ok_and(|number| number < limit)
    };
    text.len() <= 8 && within(hours, 25) && within(minutes, 60)
}

/// The year that a heading row gives to the rows below: `2018`, `Year: 2018`, `March 2018`, `2018 (continued)`.
pub(super) fn heading_year(text: &str) -> Option<i32> {
    let mut found = None;
    for word in text.split(|character: char| !character.is_alphanumeric()) {
        match (year(word), found) {
            _ if word.is_empty() => {}
            (Some(year), None) => found = Some(year),
            (Some(_), Some(_)) => return None,
            (None, _) => {
                let is_filler = is_month(word)
                    || [
                        "year",
                        "continued",
                        "cont",
                        "events",
                        "of",
                        "in",
                        "calendar",
                    ]
                    .iter()
                    .any(|filler| word.eq_ignore_ascii_case(filler));
                if !is_filler {
                    return None;
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_by_their_look() {
        for (text, expected) in [
            ("12/03/2019", true),
            ("c. March 2014", true),
            ("early 2013", true),
            ("29th JUNE 2012 - 31ST JUNE 2013", true),
            ("22.05/16", true),
            ("on the 19 August", true),
            ("12 Sept", true),
            ("March", true),
            ("She may call", false),
            ("same day", false),
            ("07700 900123", false),
            ("PC Okafor", false),
            ("21:10", false),
            ("", false),
        ] {
            assert_eq!(is_like_date(text), expected, "{text}");
        }
    }

    #[test]
    fn years_of_headings() {
        for (text, expected) in [
            ("2018", Some(2018)),
            ("Year: 2018", Some(2018)),
            ("MARCH 2018 (cont.)", Some(2018)),
            ("2018 – 2019", None),
            ("Calls in 2018 by police", None),
            ("12 March 2018", None),
            ("", None),
        ] {
            assert_eq!(heading_year(text), expected, "{text}");
        }
    }
}
