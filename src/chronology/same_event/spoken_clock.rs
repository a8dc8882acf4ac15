//! Times of day in running text: `22:46`, `2246hrs`, `9.15 pm`, “about twenty to seven”, “six o’clock”.

use super::mentions::DAY;
use super::texts::Text;

/// A time of day written in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    pub minute: i64,
    /// Morning or evening is not said: twelve hours later is as likely.
    pub half_day_open: bool,
    /// Where it is written, in bytes.
    pub place: usize,
}

pub(super) fn clocks(text: &Text) -> Vec<Clock> {
    let mut clocks = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let found = in_figures(text, at).or_else(|| in_words(text, at));
        match found {
            Some((minute, half_day_open, length)) => {
                clocks.push(Clock {
                    minute,
                    half_day_open,
                    place: text.place(at),
                });
                at += length;
            }
            None => at += 1,
        }
    }
    clocks
}

type Found = (i64, bool, usize);

fn figures(word: &str, most: usize) -> Option<i64> {
    (!word.is_empty() && word.len() <= most && word.bytes().all(|one| one.is_ascii_digit()))
        .then(|| word.parse().ok())
        .flatten()
}

/// Whether it is before noon, where a word or the end of a word says so; `None` for “hrs”.
fn half_day(word: &str) -> Option<Option<bool>> {
    match word {
        "am" => Some(Some(true)),
        "pm" => Some(Some(false)),
        "hrs" | "hours" | "hr" | "h" => Some(None),
        _ => None,
    }
}

fn laid(hour: i64, minute: i64, morning: Option<bool>) -> Option<i64> {
    let hour = match morning {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(true) => hour % 12,
        Some(false) => hour % 12 + 12,
        None => hour,
    };
    ((0..24).contains(&hour) && (0..60).contains(&minute)).then_some(hour * 60 + minute)
}

fn in_figures(text: &Text, at: usize) -> Option<Found> {
    let word = text.word(at);
    if !word.starts_with(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    if let (Some(hour), Some(joint @ (':' | '.'))) = (figures(word, 2), text.joint(at)) {
        let minutes = text.word(at + 1);
        let (digits, ending) = cut(minutes);
        let next = half_day(ending).map(|half| (half, 2)).or_else(|| {
            let half = half_day(text.word(at + 2))?;
            ending.is_empty().then_some((half, 3))
        });
        if digits.len() == 2 && (joint == ':' || next.is_some()) {
            let (half, length) = next.unwrap_or((None, 2));
            return Some((laid(hour, figures(digits, 2)?, half)?, false, length));
        }
        return None;
    }
    let (digits, ending) = cut(word);
    let (half, length) = match half_day(ending) {
        Some(half) => (half, 1),
        None if ending.is_empty() => (half_day(text.word(at + 1))?, 2),
        None => return None,
    };
    let value = figures(digits, 4)?;
    match (digits.len(), half) {
        (4, _) => Some((laid(value / 100, value % 100, None)?, false, length)),
        (1 | 2, Some(_)) => Some((laid(value, 0, half)?, false, length)),
        // “2 hours” is how long.
        _ => None,
    }
}

/// `30pm` → `30` and `pm`.
fn cut(word: &str) -> (&str, &str) {
    let end = word
        .find(|letter: char| !letter.is_ascii_digit())
        .unwrap_or(word.len());
    word.split_at(end)
}

const HOURS: [&str; 12] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
];

fn hour(word: &str) -> Option<i64> {
    let in_words = HOURS.iter().position(|known| *known == word);
    let hour = in_words
        .map(|at| at as i64 + 1)
        .or_else(|| figures(word, 2));
    hour.filter(|hour| (1..=12).contains(hour))
}

fn in_words(text: &Text, at: usize) -> Option<Found> {
    if text.word(at + 1) == "o" && text.word(at + 2) == "clock" {
        return Some((hour(text.word(at))? * 60 % DAY, true, 3));
    }
    let minutes = match text.word(at) {
        "five" => 5,
        "ten" => 10,
        "quarter" => 15,
        "twenty" => 20,
        "half" => 30,
        _ => return None,
    };
    let hour = hour(text.word(at + 2))?;
    let minute = match text.word(at + 1) {
        "past" => hour * 60 + minutes,
        "to" if minutes != 30 => hour * 60 - minutes,
        _ => return None,
    };
    Some((minute % (DAY / 2), true, 3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_found_as_people_write_them() {
        let cases = [
            ("On scene 22:46.", "22:46"),
            ("handed over 2246hrs, left 0310 hrs", "22:46 03:10"),
            ("rang at 9.15 pm and 9pm and 12 am", "21:15 21:00 00:00"),
            ("Version 2.10, £9.15, ratio 3:1, 2 hours, 61:20", ""),
            ("about twenty to seven", "06:40?"),
            ("half past twelve, quarter to one", "00:30? 00:45?"),
            ("six o'clock", "06:00?"),
            ("ten to fifteen people", ""),
        ];
        for (wording, expected) in cases {
            let found: Vec<String> = clocks(&Text::of(wording))
                .iter()
                .map(|clock| {
                    let open = if clock.half_day_open { "?" } else { "" };
                    format!("{:02}:{:02}{open}", clock.minute / 60, clock.minute % 60)
                })
                .collect();
            assert_eq!(found.join(" "), expected, "{wording}");
        }
    }
}
