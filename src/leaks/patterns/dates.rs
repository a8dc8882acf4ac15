use std::ops::Range;

use chrono::NaiveDate;

use super::plain::{Plain, before, byte, is_space, is_word};

const MONTHS: [&[u8]; 12] = [
    b"january",
    b"february",
    b"march",
    b"april",
    b"may",
    b"june",
    b"july",
    b"august",
    b"september",
    b"october",
    b"november",
    b"december",
];
const ORDINALS: [&[u8]; 31] = [
    b"first",
    b"second",
    b"third",
    b"fourth",
    b"fifth",
    b"sixth",
    b"seventh",
    b"eighth",
    b"ninth",
    b"tenth",
    b"eleventh",
    b"twelfth",
    b"thirteenth",
    b"fourteenth",
    b"fifteenth",
    b"sixteenth",
    b"seventeenth",
    b"eighteenth",
    b"nineteenth",
    b"twentieth",
    b"twenty-first",
    b"twenty-second",
    b"twenty-third",
    b"twenty-fourth",
    b"twenty-fifth",
    b"twenty-sixth",
    b"twenty-seventh",
    b"twenty-eighth",
    b"twenty-ninth",
    b"thirtieth",
    b"thirty-first",
];

/// A whole date as written, with a year.
pub(in crate::leaks) struct WrittenDate {
    /// In bytes of the text.
    pub(in crate::leaks) range: Range<usize>,
    /// Day first, where both could be.
    pub(in crate::leaks) date: NaiveDate,
    /// Month first, or of the other century.
    pub(in crate::leaks) otherwise: Option<NaiveDate>,
    /// Nothing but digits: it may be any number.
    pub(in crate::leaks) bare: bool,
}

/// Every whole date in a text, in order.
pub(in crate::leaks) fn dates_in(plain: &Plain<'_>) -> Vec<WrittenDate> {
    let bytes = &plain.bytes;
    let mut dates: Vec<WrittenDate> = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let length = bytes[at..]
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        if let Some((range, date, otherwise, bare)) = date_at(bytes, at, length) {
            let resume = range.end.max(at + length);
            dates.push(WrittenDate {
                range: plain.in_text(&range),
                date,
                otherwise,
                bare,
            });
            at = resume;
        } else {
            at += length;
        }
    }
    dates
}

type Read = (Range<usize>, NaiveDate, Option<NaiveDate>, bool);

/// The date whose first digits, `length` of them, stand at `at`.
fn date_at(bytes: &[u8], at: usize, length: usize) -> Option<Read> {
    let left = before(bytes, at);
    let number = number(&bytes[at..at + length]);
    match length {
        1 | 2 if !is_word(left) || is_word(left) && left == 2 => numeric(bytes, at, length, number)
            .or_else(|| day_and_month(bytes, at, length, number))
            .or_else(|| month_and_day(bytes, at, length, number)),
        4 => year_first(bytes, at, number).or_else(|| in_words(bytes, at, number)),
        8 if !is_word(left) && !is_word(byte(bytes, at + 8)) => compact(bytes, at),
        _ => None,
    }
}

/// “14/03/1988”, “14.3.88”, “14 03 1988”
fn numeric(bytes: &[u8], at: usize, length: usize, first: u32) -> Option<Read> {
    let (mark, month_at) = mark(bytes, at + length)?;
    let month_length = digits(bytes, month_at, 2)?;
    let second = number(&bytes[month_at..month_at + month_length]);
    let (again, year_at) = self::mark(bytes, month_at + month_length)?;
    if again != mark {
        return None;
    }
    let year_length = bytes[year_at..]
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let end = year_at + year_length;
    if !matches!(year_length, 2 | 4) || mark == b' ' && year_length == 2 {
        return None;
    }
    if before(bytes, at) == mark && mark != b' '
        || byte(bytes, end) == mark && byte(bytes, end + 1).is_ascii_digit() && mark != b' '
    {
        return None;
    }
    let year = number(&bytes[year_at..end]);
    let (year, other) = years(year, year_length);
    let day_first = day(year, second, first);
    let month_first = day(year, first, second);
    let century = other.and_then(|other| day(other, second, first));
    let date = day_first.or(month_first)?;
    let otherwise = century.or(month_first.filter(|_| day_first.is_some()));
    Some((at..end, date, otherwise, false))
}

/// “1988-03-14”, “1988/3/14”
fn year_first(bytes: &[u8], at: usize, year: u32) -> Option<Read> {
    if is_word(before(bytes, at)) {
        return None;
    }
    let (mark, month_at) = mark(bytes, at + 4)?;
    let month_length = digits(bytes, month_at, 2)?;
    let (again, day_at) = self::mark(bytes, month_at + month_length)?;
    let day_length = digits(bytes, day_at, 2)?;
    // “… in 1988.” at the end of a line, and the paragraph 3.14 on the next.
    let sentence_ends = mark == b'.' && month_at - (at + 4) != day_at - (month_at + month_length);
    if again != mark || mark == b' ' || sentence_ends {
        return None;
    }
    let date = day(
        year,
        number(&bytes[month_at..month_at + month_length]),
        number(&bytes[day_at..day_at + day_length]),
    )?;
    Some((at..day_at + day_length, date, None, false))
}

/// “14 March 1988”, “14th of March, ’88”
fn day_and_month(bytes: &[u8], at: usize, length: usize, first: u32) -> Option<Read> {
    let mut here = over_ordinal(bytes, at + length);
    here = over_word(bytes, over_marks(bytes, here), &[b"day"]);
    here = over_word(bytes, over_marks(bytes, here), &[b"of", b"in"]);
    let (month, after) = month_at(bytes, over_marks(bytes, here))?;
    let (year, other, end) = year_at(bytes, over_marks(bytes, after))?;
    let date = day(year, month, first)?;
    let otherwise = other.and_then(|other| day(other, month, first));
    Some((at..end, date, otherwise, false))
}

/// “March 14th, 1988”
fn month_and_day(bytes: &[u8], at: usize, length: usize, first: u32) -> Option<Read> {
    let mut start = at;
    while !is_word(before(bytes, start)) && start > 0 && at - start < 4 {
        start -= 1;
    }
    // “March the 14th”
    for word in [b"the" as &[u8], b"of"] {
        if start < at && ends_with_word(&bytes[..start], word) {
            start -= word.len();
            while is_space(before(bytes, start)) {
                start -= 1;
            }
        }
    }
    if start == at {
        return None;
    }
    let month_start = word_start(bytes, start);
    let (month, _) = month_at(bytes, month_start).filter(|(_, end)| *end >= start)?;
    let here = over_ordinal(bytes, at + length);
    let (year, other, end) = year_at(bytes, over_marks(bytes, here))?;
    let date = day(year, month, first)?;
    let otherwise = other.and_then(|other| day(other, month, first));
    Some((month_start..end, date, otherwise, false))
}

fn ends_with_word(bytes: &[u8], word: &[u8]) -> bool {
    let tail = bytes.len().checked_sub(word.len()).map(|at| &bytes[at..]);
    tail.is_some_and(|tail| tail.eq_ignore_ascii_case(word))
}

/// “the fourteenth of March 1988”, “March the fourteenth, 1988”
fn in_words(bytes: &[u8], at: usize, year: u32) -> Option<Read> {
    let mut words: Vec<(usize, &[u8])> = Vec::new();
    let mut here = at;
    while words.len() < 4 {
        let mut end = here;
        while end > 0 && !bytes[end - 1].is_ascii_alphabetic() && here - end < 3 {
            end -= 1;
        }
        let start = word_start(bytes, end);
        if start == end {
            break;
        }
        words.push((start, &bytes[start..end]));
        here = start;
    }
    let month = words
        .iter()
        .position(|(start, word)| !word.contains(&b'-') && month_at(bytes, *start).is_some())?;
    let (month_start, _) = words[month];
    let (month_number, _) = month_at(bytes, month_start)?;
    let ordinal = |word: &[u8]| {
        ORDINALS
            .iter()
            .position(|known| known.eq_ignore_ascii_case(word))
            .and_then(|at| u32::try_from(at + 1).ok())
    };
    let (at_ordinal, first) = words
        .iter()
        .enumerate()
        .find_map(|(at, (_, word))| Some((at, ordinal(word)?)))?;
    let start = words[at_ordinal.max(month)].0;
    let date = day(year, month_number, first)?;
    Some((start..at + 4, date, None, false))
}

/// “19880314”, “14031988”
fn compact(bytes: &[u8], at: usize) -> Option<Read> {
    let part = |from: usize, to: usize| number(&bytes[at + from..at + to]);
    let plausible = |year: u32| (1900..=2100).contains(&year);
    let year_first = plausible(part(0, 4))
        .then(|| day(part(0, 4), part(4, 6), part(6, 8)))
        .flatten();
    let day_first = plausible(part(4, 8))
        .then(|| day(part(4, 8), part(2, 4), part(0, 2)))
        .flatten();
    let date = year_first.or(day_first)?;
    Some((at..at + 8, date, day_first, true))
}

fn number(digits: &[u8]) -> u32 {
    digits.iter().fold(0, |number: u32, digit| {
        number
            .saturating_mul(10)
            .saturating_add(u32::from(digit - b'0'))
    })
}

fn day(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
        .filter(|_| (1850..=2150).contains(&year))
}

/// A year of two digits may be of either century.
fn years(year: u32, length: usize) -> (u32, Option<u32>) {
    if length == 2 {
        (1900 + year, Some(2000 + year))
    } else {
        (year, None)
    }
}

/// What parts two numbers at `at`, and where the next begins. Spaces around a mark do not count.
fn mark(bytes: &[u8], at: usize) -> Option<(u8, usize)> {
    let mut here = at;
    while is_space(byte(bytes, here)) && here - at < 2 {
        here += 1;
    }
    if matches!(byte(bytes, here), b'/' | b'-' | b'.' | b'\\') {
        let mark = byte(bytes, here);
        here += 1;
        while is_space(byte(bytes, here)) && here - at < 4 {
            here += 1;
        }
        return byte(bytes, here).is_ascii_digit().then_some((mark, here));
    }
    (here > at && byte(bytes, here).is_ascii_digit()).then_some((b' ', here))
}

/// How many digits stand at `at`; `None`: none, or more than `most`.
fn digits(bytes: &[u8], at: usize, most: usize) -> Option<usize> {
    let count = bytes[at..]
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    (1..=most).contains(&count).then_some(count)
}

fn over_marks(bytes: &[u8], at: usize) -> usize {
    let mut here = at;
    while (is_space(byte(bytes, here))
        || matches!(byte(bytes, here), b',' | b'.' | b'-' | b'/' | b'\''))
        && here - at < 4
    {
        here += 1;
    }
    here
}

fn over_ordinal(bytes: &[u8], at: usize) -> usize {
    let here = if is_space(byte(bytes, at)) {
        at + 1
    } else {
        at
    };
    let suffix = bytes
        .get(here..here + 2)
        .unwrap_or_default()
        .to_ascii_lowercase();
    let ordinal =
        matches!(&suffix[..], b"st" | b"nd" | b"rd" | b"th") && !is_word(byte(bytes, here + 2));
    if ordinal { here + 2 } else { at }
}

fn over_word(bytes: &[u8], at: usize, words: &[&[u8]]) -> usize {
    words
        .iter()
        .find(|word| {
            bytes
                .get(at..at + word.len())
                .is_some_and(|here| here.eq_ignore_ascii_case(word))
                && !is_word(byte(bytes, at + word.len()))
        })
        .map_or(at, |word| at + word.len())
}

/// Where the word begins that ends before `end`, with its hyphens.
fn word_start(bytes: &[u8], end: usize) -> usize {
    let letters = bytes[..end]
        .iter()
        .rev()
        .take(20)
        .take_while(|byte| byte.is_ascii_alphabetic() || **byte == b'-' || **byte == b'.')
        .count();
    let mut start = end - letters;
    while matches!(byte(bytes, start), b'-' | b'.') && start < end {
        start += 1;
    }
    start
}

/// A month that begins at `at`, in full or by at least three letters, and where it ends.
fn month_at(bytes: &[u8], at: usize) -> Option<(u32, usize)> {
    let length = bytes
        .get(at..)?
        .iter()
        .take(12)
        .take_while(|byte| byte.is_ascii_alphabetic())
        .count();
    let word = bytes[at..at + length].to_ascii_lowercase();
    let short = |month: &[u8]| {
        word.len() >= 3
            && (word.len() <= 4 || word.len() == month.len())
            && month.starts_with(&word)
    };
    let month = MONTHS.iter().position(|month| short(month))?;
    let end = at + length;
    let end = if byte(bytes, end) == b'.' {
        end + 1
    } else {
        end
    };
    Some((u32::try_from(month + 1).ok()?, end))
}

/// A year of four digits, or of two, and where it ends.
fn year_at(bytes: &[u8], at: usize) -> Option<(u32, Option<u32>, usize)> {
    let length = bytes
        .get(at..)?
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let year = number(&bytes[at..at + length]);
    let end = at + length;
    if !matches!(length, 2 | 4) || byte(bytes, end).is_ascii_alphabetic() {
        return None;
    }
    // “On 14 March 10.30 am” names no year.
    if length == 2
        && (matches!(byte(bytes, end), b':' | b'.') && byte(bytes, end + 1).is_ascii_digit())
    {
        return None;
    }
    let (year, other) = years(year, length);
    Some((year, other, end))
}
