//! Pseudonyms that give somebody away.

use super::finding::Finder;
use super::fold::{Folded, folded};
use super::likely::{Likely, likely_of};
use super::register::{Identity, IdentityOf, Register};
use crate::model::{Person, PersonId, Review, Role, Sex};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    pub of: IdentityOf,
    pub kind: WarningKind,
    /// The other one, where two are concerned.
    pub other: Option<IdentityOf>,
    /// A sentence for the chair, with what to do; names are in it.
    pub words: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WarningKind {
    /// It is, or holds, a real form of somebody.
    HoldsARealName,
    SharedByTwo,
    OtherSex,
    OtherEthnicity,
    SameInitial,
    /// No pseudonym was chosen.
    NotChosen,
}

/// In the register's order, the gravest of each first.
pub fn warnings(review: &Review) -> Vec<Warning> {
    let register = Register::of(review);
    let finder = Finder::of(&register);
    let mut warnings = Vec::new();
    for (at, identity) in register.identities.iter().enumerate() {
        let Some(of) = identity.of else { continue };
        let mut warn = |kind, other, words| {
            warnings.push(Warning {
                of,
                kind,
                other,
                words,
            });
        };
        if let Some((other, words)) = real_name_in(identity, &register, &finder) {
            warn(WarningKind::HoldsARealName, other, words);
        }
        let IdentityOf::Person(id) = of else { continue };
        let Some(person) = review.person(id) else {
            continue;
        };
        if identity.written.is_empty() {
            if !identity.forms.is_empty() {
                let words = format!("No pseudonym is chosen for {}.", identity.real);
                warn(WarningKind::NotChosen, None, words);
            }
            continue;
        }
        if let Some((other, words)) = shared(identity, &register.identities[..at]) {
            warn(WarningKind::SharedByTwo, other, words);
        }
        if person.role == Role::Professional {
            continue;
        }
        for (kind, words) in unlike(person, &identity.written) {
            warn(kind, None, words);
        }
    }
    warnings
}

fn real_name_in(
    identity: &Identity,
    register: &Register,
    finder: &Finder,
) -> Option<(Option<IdentityOf>, String)> {
    let written = identity.written.as_str();
    let hits = finder.hits(written, &Folded::of(written));
    let hit = hits.iter().find(|hit| hit.names_somebody(written))?;
    let whose = register.identities.get(*hit.pattern.owners.first()?)?;
    let words = format!(
        "“{written}”, chosen for {}, holds “{}”, by which {} is known. Until another is chosen, it is not used.",
        identity.real, hit.pattern.form.text, whose.real
    );
    Some((whose.of, words))
}

fn shared(identity: &Identity, before: &[Identity]) -> Option<(Option<IdentityOf>, String)> {
    let same = before.iter().find(|other| {
        matches!(other.of, Some(IdentityOf::Person(PersonId(_))))
            && folded(&other.written) == folded(&identity.written)
    })?;
    let words = format!(
        "{} and {} have the same pseudonym, “{}”: a reader cannot tell them apart.",
        same.real, identity.real, identity.written
    );
    Some((same.of, words))
}

/// What a pseudonym says of somebody beside their name.
fn unlike(person: &Person, written: &str) -> Vec<(WarningKind, String)> {
    let mut unlike = Vec::new();
    let first = written.split_whitespace().next().unwrap_or_default();
    let Likely { sex, groups } = likely_of(&folded(first));
    let recorded = matches!(person.sex, Sex::Female | Sex::Male);
    if recorded && sex.is_some_and(|sex| sex != person.sex) {
        let words = format!(
            "“{written}” is mostly given to others than a {} person. A reader may take them for somebody else.",
            person.sex.words().to_lowercase()
        );
        unlike.push((WarningKind::OtherSex, words));
    }
    let ethnicity = person.ethnicity.to_lowercase();
    if !ethnicity.is_empty()
        && !groups.is_empty()
        && !groups.iter().any(|group| ethnicity.contains(group))
    {
        let words = format!(
            "“{written}” tells of another background than is recorded ({}). Ask the family for a name that suits.",
            person.ethnicity
        );
        unlike.push((WarningKind::OtherEthnicity, words));
    }
    let initial = |name: &str| folded(name).chars().next();
    if initial(written) == initial(&person.name)
        && initial(written).is_some_and(char::is_alphabetic)
    {
        let words = format!(
            "“{written}” begins with the same letter as the real name, which helps to guess it."
        );
        unlike.push((WarningKind::SameInitial, words));
    }
    unlike
}
