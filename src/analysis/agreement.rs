//! How far the coders of a closed coding agreed, before they talked: weakness by weakness and over all.
//!
//! A unit is an entry; what a coder made of it is yes or no for each weakness. Only entries that a coder has finished count as coded by them, so
//! a missing coding is never a “no”. Withdrawn entries stay in the figures: these tell about the coders, not about the agency.

use std::collections::{BTreeSet, HashSet};

use crate::model::{Coding, EntryId, Review, Settlement};
use crate::stats::{YesOrNo, cohens_kappa, interval};

/// Drawn anew, samples would shift the interval by a hair; with this seed it is the same on every machine.
const SEED: u64 = 1_960;
/// From where on a figure may be relied on, and from where on for tentative conclusions.
///
/// Krippendorff, K. (2004): Content analysis, 2nd edition. Sage, p. 241.
const RELIABLE: f64 = 0.8;
const TENTATIVE: f64 = 0.667;
/// Fewer yeses of all coders together than this, and a single one moves the figure far.
const FEW_YES: usize = 10;
/// Fewer entries than this, and even full agreement may be luck.
const FEW_ENTRIES: usize = 20;

/// What a coding came to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Agreed {
    /// Those of the review's list in its order, each with its parts behind it; then others that were tagged.
    pub rows: Vec<Row>,
    /// Every weakness that is no part of another, its parts counted with it, taken together.
    pub all: Figures,
    /// In order of entry as the coding has them, then of the list.
    pub disagreements: Vec<Disagreement>,
}

/// How far coders agreed on one weakness.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Row {
    /// Key of the weakness.
    pub weakness: String,
    pub is_part: bool,
    pub figures: Figures,
    /// The entries that each coder tagged so among those that two have finished, in the order of the coding.
    pub tagged: Vec<Vec<EntryId>>,
    /// The entries on which they differ.
    pub apart: Vec<EntryId>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Figures {
    /// Entries that two coders or more have finished.
    pub entries: usize,
    /// Decisions on them: as many as entries, for one weakness.
    pub decisions: usize,
    /// The share of decisions alike, 0 to 1; of more than two coders, of their pairs.
    pub alike: Option<f64>,
    /// Cohen's kappa; only of two coders.
    pub kappa: Option<f64>,
    /// Krippendorff's alpha.
    pub alpha: Option<f64>,
    /// Where alpha lies in 95 of 100 samples of as many entries.
    pub interval: Option<(f64, f64)>,
    /// How many of the codings say yes.
    pub yes: usize,
}

/// What a figure can bear.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bearing {
    /// No entry was finished by two coders.
    NotCompared,
    /// All said the same of every entry.
    NothingToAgreeAbout,
    /// It was tagged too seldom to tell.
    TooRare,
    /// The figure is good, but with so few entries it could be much lower.
    TooFew,
    Reliable,
    Tentative,
    Weak,
}

impl Figures {
    pub fn bearing(&self) -> Bearing {
        let Some(alpha) = self.alpha else {
            return match self.entries {
                0 => Bearing::NotCompared,
                _ => Bearing::NothingToAgreeAbout,
            };
        };
        let low = self.interval.map_or(alpha, |(low, _)| low);
        if self.yes < FEW_YES {
            Bearing::TooRare
        } else if alpha < TENTATIVE {
            Bearing::Weak
        } else if low < TENTATIVE || self.entries < FEW_ENTRIES {
            Bearing::TooFew
        } else if alpha < RELIABLE {
            Bearing::Tentative
        } else {
            Bearing::Reliable
        }
    }
}

impl Bearing {
    /// A word, and what follows from it.
    pub fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::NotCompared => (
                "Not compared",
                "No entry has been finished by two coders, so there is nothing to compare.",
            ),
            Self::NothingToAgreeAbout => (
                "No figure",
                "All coders said the same of every entry. That is agreement, but it tells nothing about whether they would tell a weakness from what is none.",
            ),
            Self::TooRare => (
                "Too rare to tell",
                "Tagged so seldom that one entry more or less would change the figure. Talk through what was tagged, and rest nothing on the figure.",
            ),
            Self::TooFew => (
                "Too few entries",
                "The figure is good, but of so few entries that another sample could give a poor one. Code more entries before resting on it.",
            ),
            Self::Reliable => (
                "Reliable",
                "The coders see the same in the records. Counts may be relied on.",
            ),
            Self::Tentative => (
                "Tentative",
                "Good enough for tentative conclusions: say that they are, and look at the disagreements.",
            ),
            Self::Weak => (
                "Not reliable",
                "The coders see different things. Talk the disagreements through, make the definition clearer, and code again before resting on counts.",
            ),
        }
    }
}

/// An entry that some coders tagged with a weakness and others, who have finished it as well, did not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disagreement {
    pub entry: EntryId,
    pub weakness: String,
    pub with: Vec<String>,
    pub without: Vec<String>,
    pub settled: Option<Settlement>,
}

/// Of a closed coding; of an open one all is empty, since nobody shall see it yet.
pub fn agreement(review: &Review, coding: &Coding) -> Agreed {
    if !coding.closed {
        return Agreed::default();
    }
    let codings = Codings::of(review, coding);
    let weaknesses = listed(review, coding);
    let mut rows = Vec::with_capacity(weaknesses.len());
    let mut all: Vec<Vec<Option<bool>>> = Vec::new();
    let mut sums = vec![YesOrNo::default(); codings.units.len()];
    for (weakness, is_part) in &weaknesses {
        let answers = codings.answers(weakness);
        let tallies: Vec<YesOrNo> = answers.iter().map(|unit| tally(unit)).collect();
        rows.push(Row {
            weakness: (*weakness).to_owned(),
            is_part: *is_part,
            figures: figures(&answers, &tallies),
            tagged: (0..coding.coders.len())
                .map(|coder| codings.entries(&answers, |unit| unit[coder] == Some(true)))
                .collect(),
            apart: codings.entries(&answers, |unit| {
                let mut given = unit.iter().flatten();
                let first = given.next();
                given.any(|answer| Some(answer) != first)
            }),
        });
        if !is_part {
            for (sum, tally) in sums.iter_mut().zip(&tallies) {
                *sum = *sum + *tally;
            }
            all.extend(answers);
        }
    }
    Agreed {
        all: figures(&all, &sums),
        disagreements: codings.disagreements(coding, &weaknesses),
        rows,
    }
}

/// What the coders made of each entry that two of them have finished.
struct Codings<'a> {
    units: Vec<Unit<'a>>,
    /// Parts and what they are parts of.
    parts: Vec<(&'a str, &'a str)>,
}

struct Unit<'a> {
    entry: EntryId,
    /// The keys that each coder set, in the order of the coding; `None`: not finished.
    tags: Vec<Option<BTreeSet<&'a str>>>,
}

impl<'a> Codings<'a> {
    fn of(review: &'a Review, coding: &'a Coding) -> Self {
        let done: HashSet<(EntryId, &str)> = coding
            .done
            .iter()
            .map(|(entry, coder)| (*entry, coder.as_str()))
            .collect();
        let mut units: Vec<Unit<'a>> = coding
            .entries
            .iter()
            .map(|entry| Unit {
                entry: *entry,
                tags: coding
                    .coders
                    .iter()
                    .map(|coder| done.contains(&(*entry, coder.as_str())).then(BTreeSet::new))
                    .collect(),
            })
            .collect();
        for tag in &coding.tagged {
            let coder = coding.coders.iter().position(|coder| *coder == tag.coder);
            let unit = units.binary_search_by_key(&tag.entry, |unit| unit.entry);
            if let (Some(coder), Ok(unit)) = (coder, unit)
                && let Some(tags) = &mut units[unit].tags[coder]
            {
                tags.insert(&tag.weakness);
            }
        }
        units.retain(|unit| unit.tags.iter().flatten().count() > 1);
        let parts = review.weaknesses.iter();
        Self {
            units,
            parts: parts
                .filter(|weakness| !weakness.parent.is_empty())
                .map(|weakness| (weakness.key.as_str(), weakness.parent.as_str()))
                .collect(),
        }
    }

    /// Yes, no or nothing of each coder, entry by entry. What is tagged with a part is tagged with the whole.
    fn answers(&self, weakness: &str) -> Vec<Vec<Option<bool>>> {
        let said = |tags: &BTreeSet<&str>| self.says(tags, weakness);
        self.units
            .iter()
            .map(|unit| {
                let tags = unit.tags.iter();
                tags.map(|tags| tags.as_ref().map(said)).collect()
            })
            .collect()
    }

    /// Of the answers to one weakness, the entries of those that are wanted.
    fn entries(
        &self,
        answers: &[Vec<Option<bool>>],
        is_wanted: impl Fn(&[Option<bool>]) -> bool,
    ) -> Vec<EntryId> {
        let units = self.units.iter().zip(answers);
        units
            .filter(|(_, answers)| is_wanted(answers))
            .map(|(unit, _)| unit.entry)
            .collect()
    }

    fn says(&self, tags: &BTreeSet<&str>, weakness: &str) -> bool {
        let mut parts = self.parts.iter();
        tags.contains(weakness)
            || parts.any(|(part, whole)| *whole == weakness && tags.contains(part))
    }

    fn disagreements(&self, coding: &Coding, weaknesses: &[(&str, bool)]) -> Vec<Disagreement> {
        let mut found = Vec::new();
        for unit in &self.units {
            let finished: Vec<(&String, &BTreeSet<&str>)> = coding
                .coders
                .iter()
                .zip(&unit.tags)
                .filter_map(|(coder, tags)| Some((coder, tags.as_ref()?)))
                .collect();
            for (weakness, _) in weaknesses {
                let names = |wanted: &dyn Fn(&BTreeSet<&str>) -> bool| -> Vec<String> {
                    let coders = finished.iter().filter(|(_, tags)| wanted(tags));
                    coders.map(|(coder, _)| (*coder).clone()).collect()
                };
                let with = names(&|tags| tags.contains(weakness));
                // Who has tagged a part has not left the whole out.
                let without = names(&|tags| !self.says(tags, weakness));
                if !with.is_empty() && !without.is_empty() {
                    found.push(Disagreement {
                        entry: unit.entry,
                        weakness: (*weakness).to_owned(),
                        with,
                        without,
                        settled: coding.settlement(unit.entry, weakness),
                    });
                }
            }
        }
        found
    }
}

/// The review's list, then keys that were tagged and are no longer in it; with whether it is a part.
fn listed<'a>(review: &'a Review, coding: &'a Coding) -> Vec<(&'a str, bool)> {
    let known = review.weaknesses.iter();
    let mut listed: Vec<(&str, bool)> = known
        .map(|weakness| (weakness.key.as_str(), !weakness.parent.is_empty()))
        .collect();
    for tag in &coding.tagged {
        if !listed.iter().any(|(key, _)| *key == tag.weakness) {
            listed.push((&tag.weakness, false));
        }
    }
    listed
}

fn tally(unit: &[Option<bool>]) -> YesOrNo {
    let given = || unit.iter().flatten();
    YesOrNo::of(given().filter(|yes| **yes).count(), given().count())
}

/// `answers`: one line a decision. `tallies`: one an entry, which may hold several decisions.
fn figures(answers: &[Vec<Option<bool>>], tallies: &[YesOrNo]) -> Figures {
    let sum: YesOrNo = tallies.iter().copied().sum();
    let two = answers.first().is_some_and(|first| first.len() == 2);
    let side = |coder: usize| -> Vec<Option<bool>> {
        let sides = answers
            .iter()
            .map(|line| line.get(coder).copied().flatten());
        sides.collect()
    };
    let kappa = two.then(|| cohens_kappa(&side(0), &side(1))).flatten();
    Figures {
        entries: tallies.len(),
        decisions: sum.units,
        alike: sum.observed(),
        kappa: kappa.and_then(|kappa| kappa.beyond_chance),
        alpha: sum.alpha(),
        interval: sum
            .alpha()
            .and_then(|_| interval(tallies, SEED, |sum| sum.alpha())),
        yes: sum.yes,
    }
}
