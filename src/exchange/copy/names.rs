//! Pseudonyms in place of names, in what the family gets.

use std::collections::BTreeSet;

use crate::identities::{Disguise, Disguised, Why};
use crate::model::{PersonId, Review};

use super::{ExchangeError, MemberCopy, Piece, Run};

/// Everybody's real names, and what to write instead.
pub(super) struct RealNames<'a> {
    disguise: Disguise<'a>,
    unnamed: Vec<PersonId>,
}

impl<'a> RealNames<'a> {
    pub(super) fn of(review: &'a Review) -> Self {
        let disguise = Disguise::for_the_family(review);
        Self {
            unnamed: disguise.unnamed(),
            disguise,
        }
    }

    /// Puts pseudonyms in the place of names throughout; refuses where that cannot be done.
    pub(super) fn leave(&self, copy: &mut MemberCopy) -> Result<Vec<String>, ExchangeError> {
        let mut replaced = BTreeSet::new();
        let mut doubtful = BTreeSet::new();
        let mut left = BTreeSet::new();
        let mut look = |place: &str, text: &mut String| {
            let disguised = self.disguise.text(text);
            let places = match self.fate(&disguised) {
                Fate::Nobody => return,
                Fate::Replaced => &mut replaced,
                Fate::Doubtful => &mut doubtful,
                Fate::Left => &mut left,
            };
            places.insert(place.to_owned());
            *text = disguised.text;
        };
        look("the title", &mut copy.review);
        look("the chair’s note", &mut copy.note);
        for answered in &mut copy.answered {
            for text in [
                &mut answered.said,
                &mut answered.reason,
                &mut answered.change,
            ] {
                look("what became of earlier comments", text);
            }
        }
        for section in &mut copy.sections {
            look(
                &format!("the title of section {}", section.number),
                &mut section.title,
            );
            for paragraph in &mut section.paragraphs {
                let place = match paragraph.heading {
                    0 => paragraph.number.clone(),
                    _ => format!("a heading of section {}", section.number),
                };
                for runs in paragraph.pieces.iter_mut().flat_map(runs_of) {
                    each_text(runs, &mut |text| look(&place, text));
                }
            }
        }
        if !left.is_empty() {
            return Err(ExchangeError::RealNames {
                member: copy.member.clone(),
                places: listed(&left),
            });
        }
        replaced.extend(doubtful.iter().cloned());
        let member = &copy.member;
        let mut notes = Vec::new();
        if !replaced.is_empty() {
            notes.push(format!(
                "In the family’s version for “{member}”, pseudonyms stand in the place of names in {}.",
                listed(&replaced)
            ));
        }
        if !doubtful.is_empty() {
            notes.push(format!(
                "In the family’s version for “{member}” it is not certain whether a word is a name in {}. It was taken for one; read it there \
                 before you send it.",
                listed(&doubtful)
            ));
        }
        Ok(notes)
    }

    /// Names are left where somebody has no pseudonym, or where it cannot be told which of several people is meant.
    fn fate(&self, disguised: &Disguised) -> Fate {
        let nameless = |why: &Why| matches!(why, Why::Person(id) if self.unnamed.contains(id));
        let left = disguised.replaced.iter().any(|one| nameless(&one.why))
            || disguised
                .doubtful
                .iter()
                .any(|doubt| doubt.people.len() > 1);
        match (left, disguised.replaced.is_empty()) {
            (true, _) => Fate::Left,
            (false, true) => Fate::Nobody,
            (false, false) if disguised.doubtful.is_empty() => Fate::Replaced,
            (false, false) => Fate::Doubtful,
        }
    }
}

enum Fate {
    Nobody,
    Replaced,
    /// Replaced, though it may be another word.
    Doubtful,
    Left,
}

fn runs_of(piece: &mut Piece) -> Vec<&mut Vec<Run>> {
    match piece {
        Piece::Text(runs) | Piece::Quotation(runs) => vec![runs],
        Piece::List { items, .. } => items.iter_mut().collect(),
        Piece::Table(rows) => rows.iter_mut().flatten().collect(),
    }
}

fn each_text(runs: &mut [Run], visit: &mut impl FnMut(&mut String)) {
    for run in runs {
        match run {
            Run::Words(text) | Run::Stressed(text) | Run::Strong(text) | Run::Citation(text) => {
                visit(text);
            }
            Run::Note(inner) => each_text(inner, visit),
        }
    }
}

fn listed(places: &BTreeSet<String>) -> String {
    const SHOWN: usize = 12;
    let shown: Vec<&str> = places.iter().take(SHOWN).map(String::as_str).collect();
    match places.len().saturating_sub(SHOWN) {
        0 => shown.join(", "),
        more => format!("{} and {more} more places", shown.join(", ")),
    }
}
