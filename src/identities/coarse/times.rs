//! Times of day in running text.

use std::sync::LazyLock;

use regex::Regex;

use super::super::replaced::Why;
use super::super::writing::capitalised;
use super::{Coarse, stands_alone};

/// “21:10”, “9.15 p.m.”, “2110hrs”, “9pm”, “9 o’clock”.
pub(super) const TIME: &str = r"(?:[0-9]{1,2}[:.][0-9]{2}\s?(?:hrs\b|hours\b|hr\b|h\b|am\b|pm\b|a\.m\.|p\.m\.)|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?\b|[0-9]{4}\s?(?:hrs\b|hours\b|h\b)|[0-9]{1,2}\s?(?:am\b|pm\b|a\.m\.|p\.m\.|o['’]clock\b))";

pub(super) fn find(text: &str, found: &mut Vec<Coarse>) {
    static TIMES: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(&format!(
            r"(?i)(?P<lead>\b(?:at|around|about|approximately|approx\.?|circa|just|exactly|by|from|until|till|after|before|between|since)\s+)*(?P<first>{TIME})(?P<second>\s*(?:-|–|to|and|until)\s*{TIME})?"
        ))
        .expect("a constant pattern")
    });
    static AT_DOTTED: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)\b(?P<lead>(?:at|around|about|by|from|until|after|before|between)\s+)(?P<first>(?:[01]?[0-9]|2[0-3])\.[0-5][0-9])\b(?P<second>\s*(?:-|–|to|and|until)\s*(?:[01]?[0-9]|2[0-3])\.[0-5][0-9]\b)?")
            .expect("a constant pattern")
    });
    for captures in TIMES
        .captures_iter(text)
        .chain(AT_DOTTED.captures_iter(text))
    {
        let (Some(whole), Some(first)) = (captures.get(0), captures.name("first")) else {
            continue;
        };
        let Some(part) = part_of_day(first.as_str()) else {
            continue;
        };
        let after = text[whole.end()..].trim_start_matches(' ');
        let measure = ["%", "mg", "ml", "km", "miles", "kg", "cm", "/", "m "]
            .iter()
            .any(|unit| after.starts_with(unit));
        if measure || !stands_alone(text, &whole.range()) {
            continue;
        }
        let lead = text[whole.start()..first.start()].trim().to_lowercase();
        let kept = ["by", "from", "until", "till", "after", "before", "since"]
            .into_iter()
            .find(|word| lead.split_whitespace().any(|lead| lead == *word));
        let became = match kept {
            Some(word) => format!("{word} the {part}"),
            None if lead.is_empty() && is_noun_there(text, whole.start(), whole.end()) => {
                part.trim_start_matches("early ").to_owned()
            }
            None => format!("in the {part}"),
        };
        let capital = !lead.is_empty() && whole.as_str().starts_with(char::is_uppercase);
        found.push(Coarse {
            range: whole.range(),
            became: if capital {
                capitalised(&became)
            } else {
                became
            },
            why: Why::TimeOfDay,
        });
    }
}

fn part_of_day(written: &str) -> Option<&'static str> {
    let small = written.to_lowercase();
    let digits: String = small
        .chars()
        .take_while(|letter| letter.is_ascii_digit())
        .collect();
    let number: u32 = digits.parse().ok()?;
    let mut hour = if digits.len() > 2 {
        number / 100
    } else {
        number
    };
    if small.contains("pm") || small.contains("p.m") {
        hour = if hour < 12 { hour + 12 } else { hour };
    } else if (small.contains("am") || small.contains("a.m")) && hour == 12 {
        hour = 0;
    }
    match hour {
        0..5 | 24 => Some("early hours"),
        5..12 => Some("morning"),
        12..18 => Some("afternoon"),
        18..22 => Some("evening"),
        22..24 => Some("late evening"),
        _ => None,
    }
}

/// “the 9am appointment”, or a cell that holds nothing else.
fn is_noun_there(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].trim_end_matches(' ');
    let word = before
        .rsplit(|letter: char| !letter.is_alphabetic())
        .next()
        .unwrap_or_default();
    let determined = ["the", "a", "an", "her", "his", "their", "this", "that"]
        .contains(&word.to_lowercase().as_str());
    let cell =
        before.is_empty() || before.ends_with(['|', '\n', '(', ',', ';', ':', '-', '–', '/']);
    let rest = text[end..].trim_start_matches(' ');
    determined
        || cell
            && (rest.is_empty()
                || rest.starts_with(['|', '\n', ')', ',', ';', ':', '-', '–', '.', '/']))
}
