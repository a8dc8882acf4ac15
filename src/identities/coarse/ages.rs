//! Ages in running text, as bands.

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::super::replaced::Why;
use super::super::writing::capitalised;
use super::numbers::{NUMBER, number};
use super::{Coarse, stands_alone};
use crate::model::Bands;

pub(super) fn find(text: &str, bands: &Bands, found: &mut Vec<Coarse>) {
    if bands.from.is_empty() || !speaks_of_age(text) {
        return;
    }
    aged(text, bands, found);
    year_old(text, bands, found);
    years_old(text, bands, found);
    in_brackets(text, bands, found);
}

fn speaks_of_age(text: &str) -> bool {
    static AGE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)\bage|[ -]old\b|\by[./]?o\b|[0-9]yr|\([0-9]{1,2}\)")
            .expect("a constant pattern")
    });
    AGE.is_match(text)
}

/// The youngest and oldest age of a band; of the last there is no oldest.
fn band(age: u32, bands: &Bands) -> (u32, Option<u32>) {
    let at = bands.from.partition_point(|from| *from <= age);
    let youngest = at
        .checked_sub(1)
        .and_then(|at| bands.from.get(at))
        .copied()
        .unwrap_or(0);
    (
        youngest,
        bands.from.get(at).map(|next| next.saturating_sub(1)),
    )
}

/// “25 to 34”, “under 1”, “85 or over”.
fn told(age: u32, bands: &Bands) -> String {
    match band(age, bands) {
        (0, Some(0)) => "under 1".to_owned(),
        (from, Some(until)) if from == until => from.to_string(),
        (from, Some(until)) => format!("{from} to {until}"),
        (from, None) => format!("{from} or over"),
    }
}

/// Years, of an age in years, months or weeks.
fn years(number: u32, unit: &str) -> u32 {
    match unit.to_lowercase().chars().next() {
        Some('m') => number / 12,
        Some('w') => number / 52,
        Some('d') => 0,
        _ => number,
    }
}

/// What the law names, or a band already.
fn is_a_limit(text: &str, range: &Range<usize>) -> bool {
    static AFTER: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)^(?:\s*[-–+]|\s+to\s+(?:[0-9]|under)|\s+(?:or|and)\s+(?:over|above|older|under|younger|below|upwards)|\s+plus\b)")
            .expect("a constant pattern")
    });
    static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)\b(?:under|over|above|below|until|before|reach(?:es|ing)?|from|beyond|minimum)\s+(?:the\s+)?$")
            .expect("a constant pattern")
    });
    AFTER.is_match(&text[range.end..]) || BEFORE.is_match(&text[..range.start])
}

/// “aged 34”, “aged 6 and 8”, “age 34”, “at the age of 34”, “aged 6 months”.
fn aged(text: &str, bands: &Bands, found: &mut Vec<Coarse>) {
    static AGED: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(&format!(
            r"(?i)\b(?P<lead>aged(?:\s+(?:just|only|about|around|approximately))?|(?:at\s+)?(?:the\s+|an?\s+)?ages?(?:\s+of|\s*:)?)\s+(?P<ages>{NUMBER}(?:\s*½|\s+and\s+a\s+half)?(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s+or\s+){NUMBER}\b)*)(?P<unit>\s+(?:months?|weeks?|days?|years?))?(?P<respectively>,?\s+respectively)?"
        ))
        .expect("a constant pattern")
    });
    static ONE: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(&format!(r"(?i)\b{NUMBER}\b")).expect("a constant pattern"));
    for captures in AGED.captures_iter(text) {
        let (Some(whole), Some(lead), Some(ages)) = (
            captures.get(0),
            captures.name("lead"),
            captures.name("ages"),
        ) else {
            continue;
        };
        if !stands_alone(text, &whole.range()) || is_a_limit(text, &whole.range()) {
            continue;
        }
        let unit = captures
            .name("unit")
            .map_or("", |unit| unit.as_str().trim());
        let mut told_ages: Vec<String> = Vec::new();
        for one in ONE
            .find_iter(ages.as_str())
            .filter_map(|one| number(one.as_str()))
        {
            let words = told(years(one, unit), bands);
            if one <= 120 && !told_ages.contains(&words) {
                told_ages.push(words);
            }
        }
        let Some(last) = told_ages.pop() else {
            continue;
        };
        let ages = match told_ages.is_empty() {
            true => last,
            false => format!("{} and {last}", told_ages.join(", ")),
        };
        let small = lead.as_str().to_lowercase();
        let words = match small.starts_with("at ") {
            true => "when aged".to_owned(),
            false if small.starts_with("aged") => "aged".to_owned(),
            false => lead.as_str().to_owned(),
        };
        let became = format!("{words} {ages}");
        let capital = lead.as_str().starts_with(char::is_uppercase);
        found.push(Coarse {
            range: whole.range(),
            became: if capital {
                capitalised(&became)
            } else {
                became
            },
            why: Why::Age,
        });
    }
}

/// “her 6-year-old”, “a 34 year old man”, “an eight-month-old baby”.
fn year_old(text: &str, bands: &Bands, found: &mut Vec<Coarse>) {
    static OLD: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(&format!(
            r"(?i)(?P<article>\ban?\s+)?\b(?P<age>{NUMBER})(?:\s?½)?[\s-]?(?:(?P<unit>year|month|week|day|yr|y)[\s-]olds?\b|(?:y/o|y\.o\.|yo|yr[\s-]?old)\b)"
        ))
        .expect("a constant pattern")
    });
    for captures in OLD.captures_iter(text) {
        let Some(whole) = captures.get(0) else {
            continue;
        };
        let Some(age) = captures.name("age").and_then(|age| number(age.as_str())) else {
            continue;
        };
        let unit = captures.name("unit").map_or("year", |unit| unit.as_str());
        let plural = whole.as_str().to_lowercase().ends_with("olds");
        let from_band =
            text[..whole.start()].ends_with("to ") || text[..whole.start()].ends_with(['-', '–']);
        let thing = is_a_thing(&text[whole.end()..]);
        if age > 120
            || from_band
            || thing
            || is_a_limit(text, &whole.range())
            || !stands_alone(text, &whole.range())
        {
            continue;
        }
        let article = captures.name("article");
        let ending = if plural { "s" } else { "" };
        let (right, words) = match band(years(age, unit), bands) {
            (0, Some(0)) => ("an", format!("infant{ending}")),
            (from, Some(until)) if from == until => {
                (article_of(from), format!("{from}-year-old{ending}"))
            }
            (from, Some(until)) => (
                article_of(from),
                format!("{from}- to {until}-year-old{ending}"),
            ),
            (from, None) => (
                "an",
                format!("over-{}-year-old{ending}", from.saturating_sub(1)),
            ),
        };
        let became = match article {
            Some(article) => {
                let capital = article.as_str().starts_with('A');
                let right = if capital {
                    capitalised(right)
                } else {
                    right.to_owned()
                };
                format!("{right} {words}")
            }
            None => words,
        };
        found.push(Coarse {
            range: whole.range(),
            became,
            why: Why::Age,
        });
    }
}

fn article_of(number: u32) -> &'static str {
    match number {
        8 | 11 | 18 | 80..=89 => "an",
        _ => "a",
    }
}

/// A report or an injury may be six months old, too.
fn is_a_thing(rest: &str) -> bool {
    const THINGS: [&str; 14] = [
        "report", "case", "injury", "bruise", "bruises", "injuries", "referral", "policy", "car",
        "vehicle", "house", "law", "tenancy", "record",
    ];
    let word: String = rest
        .trim_start()
        .chars()
        .take_while(|letter| letter.is_alphabetic())
        .collect();
    THINGS.contains(&word.to_lowercase().as_str())
}

/// “34 years old”, “6 months old”, “34 years of age”.
fn years_old(text: &str, bands: &Bands, found: &mut Vec<Coarse>) {
    static OLD: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(&format!(
            r"(?i)\b(?P<age>{NUMBER})(?:\s*½|\s+and\s+a\s+half)?[\s-]+(?P<unit>years|year|months|month|weeks|week|days|yrs)(?:[\s-]+old\b|\s+of\s+age\b)"
        ))
        .expect("a constant pattern")
    });
    for captures in OLD.captures_iter(text) {
        let Some(coarse) = age_and_unit(text, bands, &captures) else {
            continue;
        };
        found.push(coarse);
    }
}

fn age_and_unit(text: &str, bands: &Bands, captures: &Captures<'_>) -> Option<Coarse> {
    let whole = captures.get(0)?;
    let age = captures.name("age").and_then(|age| number(age.as_str()))?;
    let unit = captures.name("unit")?.as_str();
    let singular = !unit.to_lowercase().ends_with('s');
    let from_band =
        text[..whole.start()].ends_with("to ") || text[..whole.start()].ends_with(['-', '–']);
    if singular && age != 1
        || from_band
        || age > 120
        || !stands_alone(text, &whole.range())
        || is_a_limit(text, &whole.range())
    {
        return None;
    }
    let became = match band(years(age, unit), bands) {
        (0, Some(0)) => "under one year old".to_owned(),
        (from, None) => format!("over {} years old", from.saturating_sub(1)),
        _ => format!("{} years old", told(years(age, unit), bands)),
    };
    Some(Coarse {
        range: whole.range(),
        became,
        why: Why::Age,
    })
}

/// “Amina (34)”: a number in brackets right after a word with a capital.
fn in_brackets(text: &str, bands: &Bands, found: &mut Vec<Coarse>) {
    static BRACKETS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"\p{Lu}[\p{L}’'-]*\s\((?P<age>[1-9][0-9]?)\)").expect("a constant pattern")
    });
    const NO_NAME: [&str; 8] = [
        "Section",
        "Act",
        "Article",
        "Part",
        "Schedule",
        "Chapter",
        "Appendix",
        "Paragraph",
    ];
    for captures in BRACKETS.captures_iter(text) {
        let (Some(whole), Some(age)) = (captures.get(0), captures.name("age")) else {
            continue;
        };
        let words = told(number(age.as_str()).unwrap_or(0), bands);
        if !NO_NAME.iter().any(|word| whole.as_str().starts_with(word)) {
            found.push(Coarse {
                range: age.range(),
                became: words,
                why: Why::Age,
            });
        }
    }
}
