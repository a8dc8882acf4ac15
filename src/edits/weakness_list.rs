//! What the edits of the list of weaknesses share: keys, places, and everything that names a key.

use serde_json::Value;

use crate::model::{Finding, Recommendation, View, Weakness};
use crate::store::{StoreError, Tx};

/// A key made from the name that nothing of the review has named yet, not even something that was removed.
pub(super) fn new_key(tx: &Tx<'_>, list: &[Weakness], name: &str) -> Result<String, StoreError> {
    let name = name.to_lowercase();
    let letters = name.chars().map(|letter| match letter {
        'a'..='z' | '0'..='9' => letter,
        _ => ' ',
    });
    let letters: String = letters.collect();
    let mut key = letters.split_whitespace().collect::<Vec<_>>().join("_");
    key.truncate(40);
    if !key.starts_with(|letter: char| letter.is_ascii_lowercase()) {
        key = format!("tag_{key}");
    }
    let key = key.trim_end_matches('_').to_owned();
    let taggings = tx.taggings()?;
    let is_free = |key: &str| {
        list.iter().all(|other| other.key != key)
            && taggings.iter().all(|tagging| tagging.weakness != key)
    };
    if is_free(&key) {
        return Ok(key);
    }
    let numbered = (2_u32..).map(|number| format!("{key}_{number}"));
    Ok(numbered.into_iter().find(|key| is_free(key)).unwrap_or(key))
}

/// Numbers the list as it stands, parts behind their whole.
pub(super) fn close_up(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    let list = tx.weaknesses()?;
    arrange(tx, list)
}

/// The same in the order of `list`, which is all of it.
pub(super) fn arrange(tx: &mut Tx<'_>, list: Vec<Weakness>) -> Result<(), StoreError> {
    let present = tx.weaknesses()?;
    for weakness in Weakness::in_families(list) {
        let stands = present.iter().find(|other| other.id == weakness.id);
        if stands.is_none_or(|stands| stands.position != weakness.position) {
            tx.set_weakness_position(weakness.id, weakness.position)?;
        }
    }
    Ok(())
}

/// What names a weakness beside tags and declined suggestions.
pub(super) struct Named<'a> {
    key: &'a str,
    findings: Vec<Finding>,
    recommendations: Vec<Recommendation>,
    views: Vec<View>,
}

impl<'a> Named<'a> {
    pub(super) fn in_review(tx: &Tx<'_>, key: &'a str) -> Result<Self, StoreError> {
        let mut named = Self {
            key,
            findings: tx.findings()?,
            recommendations: tx.recommendations()?,
            views: tx.views()?,
        };
        named
            .findings
            .retain(|one| one.weaknesses.iter().any(|other| other == key));
        named.recommendations.retain(|one| one.weakness == key);
        Ok(named)
    }

    pub(super) fn rename(self, tx: &mut Tx<'_>, to: &str) -> Result<(), StoreError> {
        self.write(tx, Some(to))
    }

    pub(super) fn forget(self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        self.write(tx, None)
    }

    fn write(self, tx: &mut Tx<'_>, to: Option<&str>) -> Result<(), StoreError> {
        for mut finding in self.findings {
            finding.weaknesses = renamed(finding.weaknesses, self.key, to);
            tx.change_finding(&finding)?;
        }
        for mut recommendation in self.recommendations {
            to.unwrap_or_default()
                .clone_into(&mut recommendation.weakness);
            tx.change_recommendation(&recommendation)?;
        }
        for view in self.views {
            if let Some(settings) = in_view(&view.settings, self.key, to) {
                tx.change_view(&View { settings, ..view })?;
            }
        }
        Ok(())
    }
}

/// Each once, in the order in which they were.
fn renamed(keys: Vec<String>, from: &str, to: Option<&str>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::with_capacity(keys.len());
    for key in keys {
        let key = match key == from {
            true => to.map(str::to_owned),
            false => Some(key),
        };
        kept.extend(key.filter(|key| !kept.contains(key)));
    }
    kept
}

/// The settings of a saved view with another key in its filter by tags; `None` where they do not name it, or cannot be read.
fn in_view(settings: &str, from: &str, to: Option<&str>) -> Option<String> {
    let mut settings: Value = serde_json::from_str(settings).ok()?;
    let tags = settings.get_mut("filter")?.get_mut("tags")?;
    let keys: Vec<String> = serde_json::from_value(tags.clone()).ok()?;
    if !keys.iter().any(|key| key == from) {
        return None;
    }
    *tags = renamed(keys, from, to).into();
    Some(settings.to_string())
}
