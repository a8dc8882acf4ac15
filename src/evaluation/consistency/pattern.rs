use std::collections::BTreeMap;

use super::Unfound;
use super::figures::{Figure, Published};

/// What each `{name}` of a relation stands for.
pub(super) type Meaning = BTreeMap<String, String>;

/// Figures that are added up.
pub(super) struct Sum {
    pub(super) figures: Vec<(String, Figure)>,
}

impl Sum {
    pub(super) fn value(&self) -> f64 {
        self.figures.iter().map(|(_, figure)| figure.value).sum()
    }

    pub(super) fn places(&self) -> String {
        let places: Vec<_> = self.figures.iter().map(|(place, _)| &**place).collect();
        places.join(" + ")
    }
}

/// Every way in which all `patterns` of one relation name figures. Fails where there is none.
pub(super) fn meanings(published: &Published, patterns: &[&str]) -> Result<Vec<Meaning>, Unfound> {
    let mut meanings = vec![Meaning::new()];
    for pattern in patterns {
        let mut further: Vec<Meaning> = Vec::new();
        for meaning in &meanings {
            for place in published.figures.keys() {
                if let Some(meaning) = fitted(pattern, place, meaning)
                    && !further.contains(&meaning)
                {
                    further.push(meaning);
                }
            }
        }
        if further.is_empty() {
            return Err(Unfound((*pattern).to_owned()));
        }
        meanings = further;
    }
    Ok(meanings)
}

/// The figures that `patterns` name in this meaning.
pub(super) fn summed(published: &Published, patterns: &[String], meaning: &Meaning) -> Sum {
    let named = patterns.iter().flat_map(|pattern| {
        let places = published.figures.iter();
        places.filter(|(place, _)| fitted(pattern, place, meaning).as_ref() == Some(meaning))
    });
    Sum {
        figures: named
            .map(|(place, figure)| (place.join("."), *figure))
            .collect(),
    }
}

/// `meaning` with what `pattern` adds to it, where `place` is one that it names.
fn fitted(pattern: &str, place: &[String], meaning: &Meaning) -> Option<Meaning> {
    let mut fitted = meaning.clone();
    let mut places = place.iter();
    for part in pattern.split('.') {
        let key = places.next()?;
        match part
            .strip_prefix('{')
            .and_then(|name| name.strip_suffix('}'))
        {
            Some(name) => {
                let known = fitted.entry(name.to_owned()).or_insert_with(|| key.clone());
                if known != key {
                    return None;
                }
            }
            None if part == "*" || part == key => {}
            None => return None,
        }
    }
    places.next().is_none().then_some(fitted)
}
