use super::WeaknessPart;
use crate::app::{Open, Problem};
use crate::edits;
use crate::model::{TaggingId, WeaknessId};

pub(super) fn store_weakness(
    open: &mut Open,
    id: WeaknessId,
    part: WeaknessPart,
    text: &str,
) -> Result<(), Problem> {
    let mut list = open.review.weaknesses.iter();
    let Some(mut weakness) = list.find(|weakness| weakness.id == id).cloned() else {
        return Ok(());
    };
    match part {
        WeaknessPart::Name => text.trim().clone_into(&mut weakness.name),
        WeaknessPart::Definition => text.trim().clone_into(&mut weakness.definition),
        WeaknessPart::Example => text.trim().clone_into(&mut weakness.example),
        WeaknessPart::Patterns => {
            let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
            weakness.patterns = lines.map(str::to_owned).collect();
        }
    }
    open.edit("The weakness was not changed", |store| {
        edits::change_weakness(store, &weakness)
    })
}

pub(super) fn store_memo(open: &mut Open, id: TaggingId, text: &str) -> Result<(), Problem> {
    let is_there = open.review.taggings.iter().any(|tagging| tagging.id == id);
    if !is_there {
        return Ok(());
    }
    open.edit("The memo was not saved", |store| {
        edits::write_memo(store, id, text)
    })
}
