//! What is known of substances: a line for a man and a substance, or a line for a man with a column for each; and how much his file tells.

use super::building::Building;
use super::line::Line;
use super::{DoubtKind, Field, Kind, List, Meaning};
use crate::model::programme::{Substance, SubstanceFile, Use};

impl Building<'_> {
    pub(super) fn substance_file(&mut self, line: &Line<'_>, at: usize) -> Result<(), String> {
        let complete = match self
            .told
            .coded(line, Field::Completeness, List::Completeness)
            .as_deref()
        {
            Some("complete") => true,
            Some(_) => false,
            None => {
                return Err(
                    "It is not said whether his file is complete enough to count.".to_owned(),
                );
            }
        };
        self.only_line(Kind::SubstanceFiles, line, at)?;
        let used_before_incidents = self.told.answer(line, Field::UsedBeforeIncidents);
        self.records.men[at].substance_file = Some(SubstanceFile {
            complete,
            used_before_incidents,
        });
        Ok(())
    }

    pub(super) fn substance(&mut self, line: &Line<'_>, at: usize) -> Result<(), String> {
        let wide: Vec<(usize, String)> = line
            .sheet
            .columns
            .iter()
            .enumerate()
            .filter_map(|(column, meaning)| match meaning {
                Some(Meaning::Substance(key)) => Some((column, key.clone())),
                _ => None,
            })
            .collect();
        let mut refused = Vec::new();
        let drinks = |key: &str| key == "alcohol";
        for (column, key) in &wide {
            let used = self.told.code(line, *column, List::Use);
            let used = uses(used.as_deref(), line.cell(*column));
            let (units, regularity) = match drinks(key) {
                true => self.drinking(line),
                false => (None, String::new()),
            };
            if let Err(why) = self.add(line, at, key.clone(), used, units, regularity) {
                self.told
                    .doubt(line, Some(*column), DoubtKind::NotKept, why.clone());
                refused.push(why);
            }
        }
        if !line.sheet.has(Field::Substance) {
            return match refused.pop() {
                Some(why) if refused.len() + 1 == wide.len() => Err(why),
                _ => Ok(()),
            };
        }
        let Some(key) = self.told.coded(line, Field::Substance, List::Substance) else {
            return Err("It is not said which substance it is about.".to_owned());
        };
        let used = self.told.coded(line, Field::Used, List::Use);
        let used = uses(used.as_deref(), line.text(Field::Used));
        let (units, regularity) = self.drinking(line);
        self.add(line, at, key, used, units, regularity)
    }

    fn add(
        &mut self,
        line: &Line<'_>,
        at: usize,
        key: String,
        used: Use,
        tenths_of_units: Option<u32>,
        regularity: String,
    ) -> Result<(), String> {
        let man = self.records.men[at].id;
        self.once(Kind::Substances, format!("{man} {key}"), line)
            .map_err(|first| format!("This substance of his stands twice: {first} was taken."))?;
        self.records.men[at].substances.push(Substance {
            key,
            used,
            tenths_of_units,
            regularity,
        });
        Ok(())
    }

    fn drinking(&mut self, line: &Line<'_>) -> (Option<u32>, String) {
        let regularity = self.told.coded(line, Field::Regularity, List::Drinking);
        let text = line.text(Field::Units);
        let units = tenths(text);
        if units.is_none() && !text.is_empty() {
            let why = "It is not one number of units, so it was not taken.";
            self.told
                .about_field(line, Field::Units, DoubtKind::Number, why);
        }
        (units, regularity.unwrap_or_default())
    }
}

/// What is written and not understood is not known; what is empty was not asked.
fn uses(key: Option<&str>, text: &str) -> Use {
    match key {
        Some("current") => Use::Current,
        Some("previous") => Use::Previous,
        Some("never") => Use::Never,
        Some("not_asked") => Use::NotAsked,
        None if text.is_empty() => Use::NotAsked,
        _ => Use::NotKnown,
    }
}

/// “9.5” is 95 tenths. Units beyond 1,000 a week are none.
fn tenths(text: &str) -> Option<u32> {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let part = part.trim_end_matches('0');
    let tenth: u32 = match part.len() {
        0 => 0,
        1 => part.parse().ok()?,
        _ => return None,
    };
    let whole: u32 = whole.parse().ok().filter(|whole| *whole <= 1_000)?;
    Some(whole * 10 + tenth)
}

#[cfg(test)]
mod tests {
    use super::tenths;

    #[test]
    fn units_are_exact_to_the_tenth() {
        for (text, expected) in [
            ("90", Some(900)),
            ("9.5", Some(95)),
            ("0.50", Some(5)),
            ("10-20", None),
            ("", None),
            ("9.55", None),
            ("99999", None),
            ("-3", None),
        ] {
            assert_eq!(tenths(text), expected, "{text}");
        }
    }
}
