//! A coding that is being made ready: which entries, and who codes them.

use std::collections::BTreeMap;

use crate::app::Open;
use crate::edits::NewCoding;
use crate::model::EntryId;
use crate::stats;

/// As it is typed; what it means is read when the coding begins.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CodingForm {
    pub name: String,
    /// Only some of the entries that the chronology shows, drawn at random.
    pub draws: bool,
    pub count: String,
    pub seed: String,
    pub coders: Vec<CoderLine>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CoderLine {
    pub name: String,
    /// Has tagged these entries already.
    pub already: bool,
}

/// A second coder for a sample of this share of the entries is usual.
const USUAL_SHARE: usize = 10;
const FEWEST: usize = 20;

impl CodingForm {
    /// Whoever works here, and whoever has tagged most; a random share of what the chronology shows.
    pub(super) fn to_begin(open: &Open) -> Self {
        let mut tags: BTreeMap<&str, usize> = BTreeMap::new();
        for tagging in &open.review.taggings {
            *tags.entry(&tagging.coder).or_default() += 1;
        }
        let others = tags.iter().filter(|(coder, _)| **coder != open.who);
        let most = others.max_by_key(|(_, count)| **count);
        let mut coders = vec![CoderLine {
            name: open.who.clone(),
            already: false,
        }];
        match most {
            Some((coder, _)) => coders.push(CoderLine {
                name: (*coder).to_owned(),
                already: true,
            }),
            None => coders.push(CoderLine::default()),
        }
        let shown = open.chronology.rows.len();
        let count = (shown / USUAL_SHARE).max(FEWEST).min(shown);
        Self {
            name: String::new(),
            draws: count < shown,
            count: count.to_string(),
            // Any will do, as long as it is stated; the review's size gives one that was not chosen for its result.
            seed: (1_000 + shown).to_string(),
            coders,
        }
    }

    /// What it says, or what must be put right in it.
    pub(super) fn new_coding(&self, open: &Open) -> Result<NewCoding, String> {
        let shown: Vec<EntryId> = open
            .chronology
            .rows
            .iter()
            .filter_map(|row| open.review.entries.get(*row as usize))
            .map(|entry| entry.id)
            .collect();
        let (entries, drawn) = if self.draws {
            let count: usize = number(&self.count, "how many entries shall be drawn")?;
            let seed: u64 = number(&self.seed, "the seed, any whole number")?;
            if count == 0 {
                return Err("Please draw one entry at least.".to_owned());
            }
            let mut ids = shown.clone();
            ids.sort_unstable();
            let drawn = stats::drawn(&ids, count, seed);
            let words = format!(
                "{} of the {} entries then shown, drawn at random with the seed {seed}",
                drawn.len(),
                shown.len()
            );
            (drawn, words)
        } else {
            let words = format!("All {} entries then shown", shown.len());
            (shown, words)
        };
        let named = || {
            self.coders
                .iter()
                .filter(|line| !line.name.trim().is_empty())
        };
        Ok(NewCoding {
            name: self.name.trim().to_owned(),
            drawn,
            entries,
            coders: named().map(|line| line.name.trim().to_owned()).collect(),
            already: named()
                .filter(|line| line.already)
                .map(|line| line.name.trim().to_owned())
                .collect(),
        })
    }
}

fn number<N: std::str::FromStr>(text: &str, what: &str) -> Result<N, String> {
    let text = text.trim();
    text.parse()
        .map_err(|_| format!("“{text}” is no whole number. Please enter {what}."))
}
