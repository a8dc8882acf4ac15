//! Dates that are counted from another one: when that moves they are read again, over as many steps as they hang on each other.

use std::collections::HashSet;

use chrono::NaiveDate;

use crate::dates::{self, Anchor, Context};
use crate::model::{EntryId, HangsOn, KeyDate, Knowing, When};
use crate::store::{StoreError, Tx};

/// Refuses what is not there, and a date that would in the end be counted from itself. `date` is `None` for one that nothing can hang on.
pub(super) fn check(tx: &Tx<'_>, date: Option<HangsOn>, on: HangsOn) -> Result<(), StoreError> {
    if !is_circle(tx, date, on)? {
        return Ok(());
    }
    Err(StoreError::Refused(
        "The other date is itself counted from this one, so that neither would have a beginning. \
         Choose another date to count from, or correct the other one first."
            .to_owned(),
    ))
}

/// Whether `on` is counted from `date`, over however many steps.
pub(super) fn is_circle(
    tx: &Tx<'_>,
    date: Option<HangsOn>,
    on: HangsOn,
) -> Result<bool, StoreError> {
    let mut seen = HashSet::new();
    let mut next = Some(on);
    while let Some(step) = next {
        next = tx.hangs_on(step)?;
        if Some(step) == date {
            return Ok(true);
        }
        if !seen.insert(step) {
            break;
        }
    }
    Ok(false)
}

/// Reads again what hangs on a date that moved, and what hangs on that.
pub(super) fn follow(tx: &mut Tx<'_>, moved: HangsOn) -> Result<(), StoreError> {
    let mut done = HashSet::from([moved]);
    let mut waiting = vec![moved];
    while let Some(on) = waiting.pop() {
        let mut moved = Vec::new();
        let entries = tx.entries_hanging_on(on)?;
        let key_dates = tx.key_dates_hanging_on(on)?;
        let knowings = tx.knowings_hanging_on(on)?;
        if entries.is_empty() && key_dates.is_empty() && knowings.is_empty() {
            continue;
        }
        let anchor = anchor(tx, on)?;
        let context = context(tx, tx.today())?;
        for id in entries {
            let entry = tx.entry(id)?;
            let place = place_in_cell(tx, id)?;
            let when = read_again(&entry.when, place, &anchor, &context);
            if when != entry.when {
                tx.move_entry_date(id, &when)?;
                moved.push(HangsOn::Entry(id));
            }
        }
        for date in key_dates {
            let when = read_again(&date.when, (0, 1), &anchor, &context);
            if when != date.when {
                moved.push(HangsOn::KeyDate(date.id));
                tx.change_key_date(&KeyDate { when, ..date })?;
            }
        }
        for knowing in knowings {
            let when = read_again(&knowing.when, (0, 1), &anchor, &context);
            tx.change_knowing(&Knowing { when, ..knowing })?;
        }
        waiting.extend(moved.into_iter().filter(|date| done.insert(*date)));
    }
    Ok(())
}

/// Leaves what hangs on a date as it was last counted, with a warning, since that date is about to be removed.
pub(super) fn let_go(tx: &mut Tx<'_>, removed: HangsOn) -> Result<(), StoreError> {
    let entries = tx.entries_hanging_on(removed)?;
    let key_dates = tx.key_dates_hanging_on(removed)?;
    let knowings = tx.knowings_hanging_on(removed)?;
    if entries.is_empty() && key_dates.is_empty() && knowings.is_empty() {
        return Ok(());
    }
    let name = anchor(tx, removed)?.name;
    let free = |when: &When| {
        let warning = format!(
            "It was counted from “{name}”, which was removed. It stands as it was counted last; check it."
        );
        When {
            hangs_on: None,
            ..warned(when, warning)
        }
    };
    for id in entries {
        let entry = tx.entry(id)?;
        tx.move_entry_date(id, &free(&entry.when))?;
    }
    for date in key_dates {
        let when = free(&date.when);
        tx.change_key_date(&KeyDate { when, ..date })?;
    }
    for knowing in knowings {
        let when = free(&knowing.when);
        tx.change_knowing(&Knowing { when, ..knowing })?;
    }
    Ok(())
}

/// What an entry's wording says when it is counted from `on`.
///
/// # Errors
/// [`StoreError::Refused`] with the reason where it cannot be counted from there.
pub(super) fn read(
    tx: &Tx<'_>,
    entry: EntryId,
    on: HangsOn,
    today: NaiveDate,
) -> Result<When, StoreError> {
    let anchor = anchor(tx, on)?;
    let context = context(tx, today)?;
    let wording = tx.entry(entry)?.when.wording.clone();
    counted(&wording, place_in_cell(tx, entry)?, &anchor, &context).map_err(|why| {
        StoreError::Refused(format!(
            "“{wording}” could not be counted from “{}”: {why} Nothing was changed.",
            anchor.name
        ))
    })
}

/// What is known besides the wording: the day, and times that have a name.
fn context(tx: &Tx<'_>, today: NaiveDate) -> Result<Context, StoreError> {
    Ok(Context {
        periods: tx.template()?.periods.into(),
        ..Context::new(today)
    })
}

fn anchor(tx: &Tx<'_>, on: HangsOn) -> Result<Anchor, StoreError> {
    let (name, when) = match on {
        HangsOn::Entry(id) => {
            let entry = tx.entry(id)?;
            let agency = tx.agency(entry.agency)?;
            (format!("an entry of {}", agency.name), entry.when.clone())
        }
        HangsOn::KeyDate(id) => {
            let date = tx.key_dates()?.into_iter().find(|date| date.id == id);
            let date = date.ok_or_else(|| StoreError::gone("This date"))?;
            (date.label.to_lowercase(), date.when)
        }
    };
    Ok(Anchor {
        words: vec![name.clone()],
        name,
        when,
        hangs_on: Some(on),
    })
}

/// Which of the dates of its cell an entry has, and how many there are.
fn place_in_cell(tx: &Tx<'_>, entry: EntryId) -> Result<(usize, usize), StoreError> {
    let of_one_cell = tx.entries_of_one_cell(entry)?;
    let place = of_one_cell.iter().position(|other| *other == entry);
    Ok(place.map_or((0, 1), |place| (place, of_one_cell.len())))
}

/// The reading from where the anchor now is; where there is none, the one that stands, with a warning.
fn read_again(present: &When, place: (usize, usize), anchor: &Anchor, context: &Context) -> When {
    counted(&present.wording, place, anchor, context).unwrap_or_else(|why| {
        let warning = format!(
            "“{}” was changed, and this date could not be counted from it anew: {why} It stands as it was counted last.",
            anchor.name
        );
        warned(present, warning)
    })
}

/// The date at `place` of the wording, or a sentence that says why it cannot be counted from the anchor.
fn counted(
    wording: &str,
    (place, count): (usize, usize),
    anchor: &Anchor,
    context: &Context,
) -> Result<When, String> {
    let mut dates = dates::read_from(wording, anchor, context).dates;
    if let [when] = &dates[..]
        && !when.is_understood()
    {
        let why = when.warnings.join(" ");
        return Err(if why.is_empty() {
            "its words are not understood.".to_owned()
        } else {
            why
        });
    }
    if dates.len() != count {
        return Err(format!(
            "it holds {} dates, and it is not sure which is meant.",
            dates.len()
        ));
    }
    let when = dates.swap_remove(place);
    if when.hangs_on != anchor.hangs_on {
        return Err("its words do not count from another event.".to_owned());
    }
    Ok(When {
        wording: wording.to_owned(),
        ..when
    })
}

fn warned(when: &When, warning: String) -> When {
    let mut when = when.clone();
    if !when.warnings.contains(&warning) {
        when.warnings.push(warning);
    }
    when
}
