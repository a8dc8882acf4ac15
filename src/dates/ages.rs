//! Ages and times of life: “in her late 70s”, “when she was 14”, “6 weeks old”, “on her 18th birthday”, “as a child”.
//!
//! They are counted from a date of birth among the anchors. Conventions: a child is under 18, a teenager 13 to 19,
//! a baby under 2, a toddler 1 to 3, adolescence 10 to 19; such words are approximate, ages in numbers are not.

use chrono::NaiveDate;

use super::Context;
use super::calendar::{add_days, add_months};
use super::cursor::Cursor;
use super::words::{Portion, Unit, Word};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Age {
    pub least: u64,
    pub most: u64,
    pub unit: Unit,
    pub kind: AgeKind,
    /// Whose, as it is written: `her`; empty where it is not said.
    pub whose: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgeKind {
    /// “aged 14”: from one birthday to the eve of another.
    Years,
    /// “as a child”
    Stage,
    /// “her 18th birthday”
    Birthday,
}

const STAGES: [(&[&str], u64, u64); 7] = [
    (&["infancy", "infant", "baby", "babyhood"], 0, 1),
    (&["toddler"], 1, 3),
    (&["childhood", "child", "minor"], 0, 17),
    (&["girl", "boy"], 0, 17),
    (&["teenager", "teen", "teens"], 13, 19),
    (&["adolescence", "adolescent"], 10, 19),
    (&["youth"], 13, 24),
];

impl Cursor<'_> {
    pub fn age(&mut self) -> Option<Age> {
        self.attempt(Self::age_in_words)
            .or_else(|| self.attempt(Self::years_old))
            .or_else(|| self.attempt(Self::birthday))
            .or_else(|| self.attempt(Self::decade_of_life))
            .or_else(|| self.attempt(Self::stage))
    }

    /// “aged 14”, “at the age of 16”, “between the ages of 8 and 11”, “when she was 14”, “she was 16”
    fn age_in_words(&mut self) -> Option<Age> {
        self.skip_fillers();
        let mut whose = String::new();
        if matches!(self.word(0), Some(Word::Possessive)) {
            self.written(0).clone_into(&mut whose);
            self.at += 1;
        }
        if self.eat(Word::Age) {
            self.eat_all(&[Word::Unit(Unit::Year)]);
            self.eat(Word::Of);
            self.eat(Word::Between);
            self.eat(Word::From);
        } else {
            whose = self.she_was()?.to_owned();
            self.eat(Word::Age);
        }
        let (least, most) = self.ages()?;
        let unit = self.unit_of_age();
        self.attempt(|cursor| cursor.old());
        Some(Age {
            least,
            most,
            unit,
            kind: AgeKind::Years,
            whose,
        })
    }

    /// “[when] she was”: who.
    fn she_was(&mut self) -> Option<&str> {
        let has_when = self.eat_written(&["when"]);
        let who = self.written(0);
        let is_named = has_when && self.word(0) == Some(Word::Unknown);
        let is_known = self.eat_written(&["she", "he", "they", "i"]);
        if !is_known && is_named {
            self.at += 1;
        }
        if !(is_known || is_named) || !self.eat_written(&["was", "were"]) {
            return None;
        }
        Some(who)
    }

    /// “between the ages of 8 and 11”; the cursor stands after “between”.
    pub fn ages_between(&mut self) -> Option<Age> {
        self.eat(Word::The);
        if !self.eat(Word::Age) {
            return None;
        }
        self.eat(Word::Of);
        let (least, most) = self.ages()?;
        let unit = self.unit_of_age();
        Some(Age {
            least,
            most,
            unit,
            kind: AgeKind::Years,
            whose: String::new(),
        })
    }

    fn ages(&mut self) -> Option<(u64, u64)> {
        let least = self.age_number()?;
        let most = self.attempt(|cursor| {
            let joined = cursor.eat(Word::And)
                || cursor.eat(Word::Or)
                || cursor.eat(Word::To)
                || cursor.eat_mark('-')
                || cursor.eat_mark('/');
            let most = joined.then(|| cursor.age_number()).flatten()?;
            // “aged 14 and 3 March”: the number belongs to a date.
            let is_date = matches!(cursor.word(0), Some(Word::Month(_) | Word::Suffix))
                || (cursor.joined(0) && matches!(cursor.mark(0), Some('/' | '.')));
            (most >= least && !is_date).then_some(most)
        });
        Some((least, most.unwrap_or(least)))
    }

    fn age_number(&mut self) -> Option<u64> {
        let value = match (self.word(0), self.number(0)) {
            (Some(Word::Count(count)), _) => u64::from(count),
            (_, Some((value, 1..=3))) if value <= 120 => value,
            _ => return None,
        };
        self.at += 1;
        Some(value)
    }

    /// `months`, `weeks`; years where nothing is said.
    fn unit_of_age(&mut self) -> Unit {
        match self.word(0) {
            Some(Word::Unit(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year))) => {
                self.at += 1;
                unit
            }
            _ => Unit::Year,
        }
    }

    fn old(&mut self) -> Option<()> {
        self.eat_mark('-');
        self.eat_written(&["old", "olds"]).then_some(())
    }

    fn eat_written(&mut self, words: &[&str]) -> bool {
        let found = words
            .iter()
            .any(|word| self.written(0).eq_ignore_ascii_case(word));
        self.at += usize::from(found);
        found
    }

    /// “14 years old”, “a 7-year-old”, “6 weeks old”
    fn years_old(&mut self) -> Option<Age> {
        self.skip_fillers();
        self.eat(Word::A);
        let (least, most) = self.ages()?;
        self.eat_mark('-');
        if !matches!(self.word(0), Some(Word::Unit(_))) {
            return None;
        }
        let unit = self.unit_of_age();
        self.old()?;
        Some(Age {
            least,
            most,
            unit,
            kind: AgeKind::Years,
            whose: String::new(),
        })
    }

    /// “her 18th birthday”
    fn birthday(&mut self) -> Option<Age> {
        self.skip_fillers();
        let mut whose = String::new();
        if self.word(0) == Some(Word::Possessive) {
            self.written(0).clone_into(&mut whose);
            self.at += 1;
        }
        let years = match (self.word(0), self.number(0)) {
            (Some(Word::Ordinal(years)), _) => {
                self.at += 1;
                u64::from(years)
            }
            (_, Some((years, 1..=3))) if self.word(1) == Some(Word::Suffix) => {
                self.at += 2;
                years
            }
            _ => return None,
        };
        self.eat_written(&["birthday"]).then_some(Age {
            least: years,
            most: years,
            unit: Unit::Year,
            kind: AgeKind::Birthday,
            whose,
        })
    }

    /// “in her late 70s”, “in his thirties”, “in her mid teens”
    fn decade_of_life(&mut self) -> Option<Age> {
        self.skip_fillers();
        let whose = self.written(0).to_owned();
        if !self.eat(Word::Possessive) {
            return None;
        }
        let (start, end) = match self.word(0) {
            Some(Word::Portion(portion)) => {
                self.at += 1;
                self.eat_mark('-');
                match portion {
                    Portion::Early => (0, 3),
                    Portion::Mid => (4, 6),
                    Portion::Late => (7, 9),
                }
            }
            _ => (0, 9),
        };
        let decade = match (self.word(0), self.number(0)) {
            (Some(Word::Tens(tens @ 20..)), _) => {
                self.at += 1;
                u64::from(tens)
            }
            _ if self.eat_written(&["teens", "teenage"]) => {
                self.eat(Word::Unit(Unit::Year));
                10
            }
            (_, Some((value, 2))) if value % 10 == 0 && self.word(1) == Some(Word::Plural) => {
                self.at += 2;
                value
            }
            _ => return None,
        };
        let start = if decade == 10 {
            u64::max(start, 3)
        } else {
            start
        };
        Some(Age {
            least: decade + start,
            most: decade + end,
            unit: Unit::Year,
            kind: AgeKind::Years,
            whose,
        })
    }

    /// “as a child”, “when she was a baby”, “in childhood”, “during her adolescence”
    fn stage(&mut self) -> Option<Age> {
        let mut whose = String::new();
        let is_introduced = if self.eat_written(&["as"]) {
            self.eat(Word::A)
        } else {
            match self.attempt(|cursor| {
                let who = cursor.she_was()?.to_owned();
                cursor.eat(Word::A).then_some(who)
            }) {
                Some(who) => {
                    whose = who;
                    true
                }
                None => false,
            }
        };
        self.eat_written(&["young", "small"]);
        if !is_introduced {
            self.skip_fillers();
            if self.word(0) == Some(Word::Possessive) {
                self.written(0).clone_into(&mut whose);
                self.at += 1;
            }
        }
        let written = self.written(0).to_lowercase();
        let (names, least, most) = STAGES
            .iter()
            .find(|(names, ..)| names.contains(&written.as_str()))?;
        // “Child A” and “baby” name somebody; “childhood” and “infancy” only a time.
        let is_time =
            ["infancy", "babyhood", "childhood", "adolescence"].contains(&written.as_str());
        if !is_introduced && !is_time {
            return None;
        }
        self.at += 1;
        let is_counted = names.contains(&"teenager");
        Some(Age {
            least: *least,
            most: *most,
            unit: Unit::Year,
            kind: if is_counted {
                AgeKind::Years
            } else {
                AgeKind::Stage
            },
            whose,
        })
    }
}

impl Age {
    /// First and last day, from the first and last day on which the person can have been born.
    pub fn days(
        &self,
        first_birth: NaiveDate,
        last_birth: NaiveDate,
    ) -> Option<(NaiveDate, NaiveDate)> {
        let after = |birth, count: u64| {
            let count = i64::try_from(count).ok()?;
            match self.unit {
                Unit::Year => add_months(birth, count.checked_mul(12)?),
                Unit::Month => add_months(birth, count),
                Unit::Week => add_days(birth, count.checked_mul(7)?),
                _ => add_days(birth, count),
            }
        };
        let first = after(first_birth, self.least)?;
        if self.kind == AgeKind::Birthday {
            return Some((first, after(last_birth, self.most)?));
        }
        Some((
            first,
            after(last_birth, self.most.checked_add(1)?)?.pred_opt()?,
        ))
    }

    pub fn words(&self) -> String {
        let unit = match self.unit {
            Unit::Month => " months",
            Unit::Week => " weeks",
            Unit::Day => " days",
            _ => "",
        };
        match (self.kind, self.least == self.most) {
            (AgeKind::Birthday, _) => format!("birthday number {}", self.least),
            (_, true) => format!("age {}{unit}", self.least),
            (_, false) => format!("age {} to {}{unit}", self.least, self.most),
        }
    }
}

/// The anchor that is a date of birth; where there is none, or more than one, why the age cannot be dated.
pub fn birth(age: &Age, context: &Context) -> Result<usize, String> {
    let births: Vec<usize> = (0..context.anchors.len())
        .filter(|index| {
            context.anchors[*index]
                .name
                .to_lowercase()
                .split_whitespace()
                .any(|word| word == "birth")
        })
        .collect();
    let named: Vec<usize> = births
        .iter()
        .copied()
        .filter(|index| {
            context.anchors[*index]
                .name
                .split_whitespace()
                .any(|word| word.eq_ignore_ascii_case(&age.whose))
        })
        .collect();
    if let [index] = named[..] {
        return Ok(index);
    }
    let whose = match age.whose.to_lowercase().as_str() {
        "" | "i" | "my" => "of the person it speaks of".to_owned(),
        word => format!("of the person meant by “{word}”"),
    };
    let what = match age.kind {
        AgeKind::Birthday => "a birthday",
        AgeKind::Stage => "a time of life",
        AgeKind::Years => "an age",
    };
    match births[..] {
        [index] => Ok(index),
        [] => Err(format!(
            "This is {what}, not a date. It can be dated once the date of birth {whose} is known. Add that person’s date of birth, or add the date here."
        )),
        _ => {
            let names: Vec<String> = births
                .iter()
                .map(|index| format!("“{}”", context.anchors[*index].name))
                .collect();
            Err(format!(
                "This is {what}, and more than one date of birth is known, so that it is not sure from which it counts: {}. Add the date here if you know it.",
                names.join(" or ")
            ))
        }
    }
}
