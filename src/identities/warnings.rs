//! Pseudonyms that give somebody away.

use super::finding::Finder;
use super::fold::{Folded, folded};
use super::register::{IdentityOf, Register};
use crate::model::Review;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    pub of: IdentityOf,
    pub kind: WarningKind,
    /// The other one, where two are concerned.
    pub other: Option<IdentityOf>,
    /// A sentence for the chair; names are in it.
    pub words: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WarningKind {
    /// A pseudonym is, or holds, a real form.
    HoldsARealName,
    SharedByTwo,
    OtherEthnicity,
    OtherSex,
    SameInitial,
    /// No pseudonym was chosen.
    NotChosen,
}

/// In the register's order.
pub fn warnings(review: &Review) -> Vec<Warning> {
    let register = Register::of(review);
    let finder = Finder::of(&register);
    let mut warnings = Vec::new();
    for (at, identity) in register.identities.iter().enumerate() {
        let Some(of) = identity.of else { continue };
        let written = identity.written.as_str();
        let mut warn = |kind, other, words| {
            warnings.push(Warning {
                of,
                kind,
                other,
                words,
            })
        };
        if written.is_empty() {
            if let IdentityOf::Person(_) = of {
                warn(
                    WarningKind::NotChosen,
                    None,
                    format!("No pseudonym is chosen for {}.", identity.real),
                );
            }
            continue;
        }
        if let Some(hit) = finder.hits(written, &Folded::of(written)).first() {
            let whose = hit
                .pattern
                .owners
                .first()
                .and_then(|owner| register.identities.get(*owner));
            let (other, name) = whose.map_or((None, ""), |other| (other.of, other.real.as_str()));
            let words = format!(
                "“{written}” holds “{}”, which is a form of {name}. Choose another.",
                hit.pattern.form.text
            );
            warn(WarningKind::HoldsARealName, other, words);
        }
        let is_person = |of: Option<IdentityOf>| matches!(of, Some(IdentityOf::Person(_)));
        let mut before = register.identities[..at].iter();
        let same = before.find(|other| {
            is_person(other.of) && is_person(Some(of)) && folded(&other.written) == folded(written)
        });
        if let Some(same) = same {
            let words = format!(
                "{} and {} have one pseudonym, “{written}”.",
                same.real, identity.real
            );
            warn(WarningKind::SharedByTwo, same.of, words);
        }
    }
    warnings
}
