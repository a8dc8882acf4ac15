//! Times of day as people write them in running text.

use std::sync::LazyLock;

use regex::{Captures, Regex};

/// A time of day, or a stretch between two, in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ClockTime {
    /// Minutes after midnight.
    pub(super) from: i32,
    /// The same as `from` where it is no stretch.
    pub(super) until: i32,
    /// "six o’clock" may be morning or evening.
    pub(super) half_unknown: bool,
    pub(super) start: usize,
    pub(super) end: usize,
}

pub(super) const HALF_DAY: i32 = 12 * 60;
pub(super) const DAY: i32 = 24 * 60;

static TIMES: LazyLock<Regex> = LazyLock::new(|| {
    let hours = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve";
    let pattern = format!(
        r"(?ix)
        \b(?P<h1>[01]?\d|2[0-3]) : (?P<m1>[0-5]\d) (?::\d\d)? \s* (?P<s1>hrs?|hours|h|am|pm|a\.m\.?|p\.m\.?)?(?:\b|$|\s)
        | \b(?P<h2>[01]?\d|2[0-3]) \. (?P<m2>[0-5]\d) \s* (?P<s2>hrs?|hours|h|am|pm|a\.m\.?|p\.m\.?)(?:\b|$|\s)
        | (?:\b(?:at|about|around|by|approx(?:imately)?)\s+)(?P<h3>[01]?\d|2[0-3]) \. (?P<m3>[0-5]\d)\b
        | \b(?P<h4>[01]\d|2[0-3]) (?P<m4>[0-5]\d) \s* (?:hrs?|hours|h)\b
        | \b(?P<h5>1[0-2]|0?[1-9]) \s* (?P<s5>am|pm|a\.m\.?|p\.m\.?)(?:\b|$|\s)
        | \b(?P<h6>{hours}|1[0-2]|[1-9]) \s* o\s?['’]\s?clock\b
        | \b(?P<m7>five|ten|quarter|twenty|twenty[-\ ]five|half|5|10|20|25) (?:\s minutes)? \s (?P<d7>past|to) \s
            (?P<h7>{hours}|1[0-2]|[1-9])\b
        | \b(?P<noon>midday|noon)\b | \b(?P<midnight>midnight)\b"
    );
    Regex::new(&pattern).expect("a pattern")
});

/// Every time of day in a text, in order; two that are joined by "and", "to" or a dash are one stretch.
pub(super) fn clock_times(text: &str) -> Vec<ClockTime> {
    let may_hold_one = text.contains(|letter: char| letter.is_ascii_digit())
        || [" past ", " to ", "clock", "noon", "midday", "midnight"]
            .iter()
            .any(|word| text.contains(word));
    if !may_hold_one {
        return Vec::new();
    }
    let mut times: Vec<ClockTime> = Vec::new();
    for found in TIMES.captures_iter(text) {
        let Some(time) = read(&found) else { continue };
        if let Some(last) = times.last_mut()
            && last.from == last.until
            && joins(&text[last.end..time.start], &text[..last.start])
        {
            last.until = time.from;
            last.half_unknown |= time.half_unknown;
            last.end = time.end;
            if last.until < last.from {
                last.until += DAY;
            }
        } else {
            times.push(time);
        }
    }
    times
}

fn joins(between: &str, before: &str) -> bool {
    let joint = between.trim().to_lowercase();
    match joint.as_str() {
        "-" | "–" | "—" | "to" | "until" | "till" => true,
        "and" => before.trim_end().to_lowercase().ends_with("between"),
        _ => false,
    }
}

fn read(found: &Captures) -> Option<ClockTime> {
    let number = |name: &str| {
        found
            .name(name)
            .and_then(|part| part.as_str().parse::<i32>().ok())
    };
    let suffix = |name: &str| {
        found
            .name(name)
            .and_then(|part| part.as_str().chars().next())
            .map(|letter| letter.to_ascii_lowercase())
    };
    let whole = found.get(0)?;
    let time = |from: i32, half_unknown: bool| ClockTime {
        from,
        until: from,
        half_unknown,
        start: whole.start(),
        end: whole.start() + whole.as_str().trim_end().len(),
    };
    for (hour, minute, mark) in [
        ("h1", "m1", "s1"),
        ("h2", "m2", "s2"),
        ("h3", "m3", ""),
        ("h4", "m4", ""),
    ] {
        if let Some((hour, minute)) = number(hour).zip(number(minute)) {
            let mark = if mark.is_empty() { None } else { suffix(mark) };
            // "6:40" without a leading nought may be either half; "06:40" and "18:40" are written by the 24-hour clock.
            let bare = !whole.as_str().trim_start().starts_with('0') && hour < 12 && mark.is_none();
            return Some(time(in_half(hour, mark) * 60 + minute, bare && hour > 0));
        }
    }
    if let Some(hour) = number("h5") {
        return Some(time(in_half(hour, suffix("s5")) * 60, false));
    }
    if let Some(hour) = found.name("h6").and_then(|part| hour_word(part.as_str())) {
        return Some(time(hour % 12 * 60, true));
    }
    if let Some(hour) = found.name("h7").and_then(|part| hour_word(part.as_str())) {
        let minutes = minute_word(found.name("m7")?.as_str())?;
        let past = found.name("d7")?.as_str().eq_ignore_ascii_case("past");
        let from = hour % 12 * 60 + if past { minutes } else { -minutes };
        return Some(time(from.rem_euclid(HALF_DAY), true));
    }
    match (found.name("noon"), found.name("midnight")) {
        (Some(_), _) => Some(time(HALF_DAY, false)),
        (_, Some(_)) => Some(time(0, false)),
        _ => None,
    }
}

fn in_half(hour: i32, mark: Option<char>) -> i32 {
    match mark {
        Some('a') => hour % 12,
        Some('p') => hour % 12 + 12,
        _ => hour,
    }
}

fn hour_word(word: &str) -> Option<i32> {
    const HOURS: [&str; 12] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    let word = word.to_lowercase();
    let named = HOURS.iter().position(|hour| *hour == word);
    match named {
        Some(at) => i32::try_from(at + 1).ok(),
        None => word.parse().ok(),
    }
}

fn minute_word(word: &str) -> Option<i32> {
    let word = word.to_lowercase().replace('-', " ");
    match word.as_str() {
        "five" => Some(5),
        "ten" => Some(10),
        "quarter" => Some(15),
        "twenty" => Some(20),
        "twenty five" => Some(25),
        "half" => Some(30),
        _ => word.parse().ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_people_write_them() {
        // From, until in minutes; a question mark: morning or evening.
        let cases = [
            ("at 18:40", "1120-1120"),
            ("at 18:40hrs and 19:05", "1120-1120 1145-1145"),
            ("1840hrs", "1120-1120"),
            ("6.40pm", "1120-1120"),
            ("at 18.40", "1120-1120"),
            ("sertraline 12.50 mg", ""),
            ("about 6:40", "400-400?"),
            ("06:40", "400-400"),
            ("7 pm", "1140-1140"),
            ("around six o’clock", "360-360?"),
            ("about twenty to seven", "400-400?"),
            ("a quarter past eight", "495-495?"),
            ("half past twelve", "30-30?"),
            ("between 01:37hrs and 01:54hrs", "97-114"),
            ("23:30 to 00:15", "1410-1455"),
            ("at midnight", "0-0"),
            ("the 22.05.16 letter", ""),
            ("12 mg at noon", "720-720"),
            ("3 to 5 June", ""),
        ];
        for (text, expected) in cases {
            let found: Vec<String> = clock_times(text)
                .iter()
                .map(|time| {
                    let unsure = if time.half_unknown { "?" } else { "" };
                    format!("{}-{}{unsure}", time.from, time.until)
                })
                .collect();
            assert_eq!(found.join(" "), expected, "{text}");
        }
    }
}
