use std::collections::BTreeMap;

/// A number as it is printed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    pub value: f64,
    /// Digits after the point, by which it was rounded.
    pub decimals: u8,
}

/// Published tables: each figure by its place, as “files.complete” or, in a list, “costs.q1_2004.0”.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Published {
    pub(super) figures: BTreeMap<Vec<String>, Figure>,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("these are not published figures: {0}")]
pub struct NotFigures(String);

impl Published {
    /// Reads tables of numbers written in TOML; what is no number is passed over. Fails where it is not TOML, or where a number
    /// is not finite.
    pub fn read(text: &str) -> Result<Self, NotFigures> {
        let table: toml::Table = text
            .parse()
            .map_err(|fault| NotFigures(format!("{fault}")))?;
        let mut published = Self::default();
        published.take(&mut Vec::new(), &toml::Value::Table(table))?;
        Ok(published)
    }

    pub fn figure(&self, place: &str) -> Option<Figure> {
        let place: Vec<String> = place.split('.').map(str::to_owned).collect();
        self.figures.get(&place).copied()
    }

    /// Every figure with its place.
    pub fn figures(&self) -> impl Iterator<Item = (String, Figure)> {
        let figures = self.figures.iter();
        figures.map(|(place, figure)| (place.join("."), *figure))
    }

    fn take(&mut self, place: &mut Vec<String>, value: &toml::Value) -> Result<(), NotFigures> {
        let number = match value {
            toml::Value::Table(table) => {
                for (key, inner) in table {
                    place.push(key.clone());
                    self.take(place, inner)?;
                    place.pop();
                }
                return Ok(());
            }
            toml::Value::Array(list) => {
                for (at, inner) in list.iter().enumerate() {
                    place.push(at.to_string());
                    self.take(place, inner)?;
                    place.pop();
                }
                return Ok(());
            }
            toml::Value::Integer(whole) => *whole as f64,
            toml::Value::Float(number) => *number,
            _ => return Ok(()),
        };
        if !number.is_finite() {
            return Err(NotFigures(format!("{} is no number", place.join("."))));
        }
        self.figures.insert(place.clone(), Figure::of(number));
        Ok(())
    }
}

impl Figure {
    fn of(value: f64) -> Self {
        let written = value.to_string();
        let digits = written.split_once('.').map_or(0, |(_, after)| after.len());
        Self {
            value,
            decimals: u8::try_from(digits).unwrap_or(u8::MAX),
        }
    }

    /// One step of its last printed digit.
    pub(super) fn step(self) -> f64 {
        10_f64.powi(-i32::from(self.decimals))
    }
}
