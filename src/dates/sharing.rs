//! What the dates of one cell lend each other: the month of “3 to 5 June”, the year of “3 June – 5 July 2013”.

use super::grammar::{Item, Shape};
use super::partial::{Form, Partial};
use super::point::Point;

pub fn share(items: &mut Vec<Item>) {
    join_times_to_days(items);
    share_days_of_times(items);
    let mut points: Vec<&mut Point> = items
        .iter_mut()
        .flat_map(|item| {
            [Some(&mut item.first), item.second.as_mut()]
                .into_iter()
                .flatten()
        })
        .collect();
    for index in (1..points.len()).rev() {
        let Some(next) = points[index].partial().cloned() else {
            continue;
        };
        if let Some(partial) = points[index - 1].partial_mut() {
            lend_back(&next, partial);
        }
    }
    for index in 1..points.len() {
        let Some(before) = points[index - 1].partial().cloned() else {
            continue;
        };
        if let Some(partial) = points[index].partial_mut() {
            lend_on(&before, partial);
        }
    }
}

/// “12 April, between 20:00 and 22:00”: a day, and after it nothing but times, is one item.
fn join_times_to_days(items: &mut Vec<Item>) {
    let mut index = 1;
    while index < items.len() {
        let day = &items[index - 1];
        let times = &items[index];
        let is_day =
            day.shape == Shape::At && day.first.base.is_some() && day.first.clock.is_none();
        let is_time = times.first.base.is_none()
            && times
                .second
                .as_ref()
                .is_none_or(|second| second.base.is_none());
        if is_day && is_time {
            let day = items.remove(index - 1);
            let times = &mut items[index - 1];
            times.first.base = day.first.base;
            times.first.weekday = times.first.weekday.or(day.first.weekday);
            times.from = day.from;
        } else {
            index += 1;
        }
    }
}

/// “between 20:00 and 22:00 on 12 April”, “12 April at 10:00 and 14:00”, “15:00 and 17:30 on 12 April”.
fn share_days_of_times(items: &mut [Item]) {
    for index in (1..items.len()).rev() {
        let (before, after) = items.split_at_mut(index);
        let (Some(time), Some(next)) = (before.last_mut(), after.first()) else {
            continue;
        };
        let is_time = time.shape == Shape::At && time.first.base.is_none();
        let is_dated = next.shape == Shape::At && next.first.clock.is_some();
        if is_time && is_dated && time.first.clock.is_some() && index == 1 {
            time.first.base.clone_from(&next.first.base);
        }
    }
    let mut last = None;
    for item in items {
        if item.shape == Shape::Range
            && let Some(second) = &mut item.second
        {
            match (&item.first.base, &second.base) {
                (Some(base), None) => second.base = Some(base.clone()),
                (None, Some(base)) => item.first.base = Some(base.clone()),
                _ => {}
            }
            if item.first.base.is_none() {
                item.first.base.clone_from(&last);
                second.base.clone_from(&last);
            }
        } else if item.first.base.is_none() && item.shape == Shape::At {
            item.first.base.clone_from(&last);
        }
        last.clone_from(&item.first.base);
    }
}

fn lend_back(next: &Partial, partial: &mut Partial) {
    if let Form::Day {
        day, month: None, ..
    } = partial.form
    {
        partial.form = Form::Day {
            day,
            month: next.month(),
            other: None,
        };
    }
    let (None, Some(year)) = (partial.year, next.year) else {
        return;
    };
    let runs_over =
        matches!((partial.month(), next.month()), (Some(own), Some(others)) if own > others);
    if runs_over {
        partial.year = Some(year - 1);
        partial.inferred.push(format!(
            "The year {} was taken as the one before {year}, which follows in the wording.",
            year - 1
        ));
    } else {
        partial.year = Some(year);
    }
}

fn lend_on(before: &Partial, partial: &mut Partial) {
    let (None, Some(year)) = (partial.year, before.year) else {
        return;
    };
    let runs_over =
        matches!((before.month(), partial.month()), (Some(others), Some(own)) if own < others);
    if runs_over {
        partial.year = Some(year + 1);
        partial.inferred.push(format!(
            "The year {} was taken as the one after {year}, which stands before it in the wording.",
            year + 1
        ));
    } else {
        partial.year = Some(year);
    }
}
