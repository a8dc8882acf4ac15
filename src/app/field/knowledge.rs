use chrono::NaiveDate;

use super::dates::understood;
use super::{FactPart, KnowingPart};
use crate::app::{Open, Problem};
use crate::edits;
use crate::model::{FactId, KnowingId, When};

pub(super) fn store_fact(
    open: &mut Open,
    id: FactId,
    part: FactPart,
    text: &str,
) -> Result<(), Problem> {
    let mut facts = open.review.facts.iter();
    let Some(mut fact) = facts.find(|fact| fact.id == id).cloned() else {
        return Ok(());
    };
    match part {
        FactPart::Name => text.trim().clone_into(&mut fact.name),
        FactPart::Words => {
            fact.words = text.split([',', ';', '\n']).map(str::to_owned).collect();
        }
        FactPart::Note => text.trim().clone_into(&mut fact.note),
    }
    open.edit("The fact was not changed", |store| {
        edits::change_fact(store, &fact)
    })
}

/// A date is understood like any other; left empty, when the agency learnt of it is not known.
pub(super) fn store_knowing(
    open: &mut Open,
    id: KnowingId,
    part: KnowingPart,
    text: &str,
    today: NaiveDate,
) -> Result<(), Problem> {
    let mut knowings = open.review.knowings.iter();
    let Some(mut knowing) = knowings.find(|knowing| knowing.id == id).cloned() else {
        return Ok(());
    };
    match part {
        KnowingPart::When if text.trim() == knowing.when.wording => return Ok(()),
        KnowingPart::When if text.trim().is_empty() => knowing.when = When::not_understood(""),
        KnowingPart::When => {
            knowing.when = understood(text.trim(), &open.review, today)?;
        }
        KnowingPart::How => text.trim().clone_into(&mut knowing.how),
    }
    open.edit("Who knew what was not changed", |store| {
        edits::change_knowing(store, &knowing)
    })
}
