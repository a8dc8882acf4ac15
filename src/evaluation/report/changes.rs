//! What the scales say before and after, of the same people.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::figure::{Drawn, Line};
use super::pathway::MEN;
use super::table::{Entry, Number, Sheet};
use super::{Draft, Drafted};
use crate::evaluation::outcomes::{measured, pairs};
use crate::model::programme::{Measure, MeasureOf, Taken};
use crate::stats::{Change, Pair};

fn words(taken: Taken) -> (&'static str, &'static str) {
    match taken {
        Taken::Before => ("before", "before"),
        Taken::Halfway => ("halfway", "halfway"),
        Taken::End => ("end", "at the end"),
        Taken::FollowUp => ("follow_up", "at the last follow-up"),
    }
}

pub(super) fn measures(draft: &mut Draft<'_>) -> Drafted {
    let mut section = Drafted::new("measures", "Before and after");
    let cohort = draft.cohort;
    let people: Vec<&[Measure]> = cohort.men.iter().map(|man| &*man.measures).collect();
    changes(draft, &mut section, MeasureOf::Man, &people, MEN);
    section
}

/// A table and figures of every measure of men or of partners; `whole` counts `people`.
pub(super) fn changes(
    draft: &mut Draft<'_>,
    section: &mut Drafted,
    of: MeasureOf,
    people: &[&[Measure]],
    whole: &str,
) {
    let (key, who) = match of {
        MeasureOf::Man => ("change", "of the men"),
        MeasureOf::Partner => ("her_change", "of the partners"),
    };
    let mut sheet = Sheet::new(
        key,
        &format!("Change {who}, of those with both values"),
        &[
            "Measure",
            "Both known",
            "Higher",
            "Same",
            "Lower",
            "Median change",
            "95 % interval",
            "p",
        ],
    );
    let mut missing = Sheet::new(
        &format!("{key}_missing"),
        &format!("Whose change {who} is not known"),
        &[
            "Measure",
            "Measured",
            "Both known",
            "First missing",
            "Later missing",
        ],
    );
    let mut bars = Vec::new();
    let mut lines = Vec::new();
    for (measure, title, (before, after)) in measured(draft.cohort, of) {
        let found = pairs(people.iter().copied(), &measure, (before, after));
        let (after_key, after_words) = words(after);
        let title = format!("{title}, {after_words}");
        let prefix = format!("{key}.{measure}.{after_key}");
        if found.is_empty() {
            draft.looked_at.push(None);
            continue;
        }
        let change = Change::of(&found);
        line_of(draft, &prefix, &change, (whole, people.len() as u64));
        if of == MeasureOf::Man {
            behind(draft, &prefix, &measure, (before, after));
        }
        let name = |what: &str| format!("{prefix}.{what}");
        missing.row(
            title.clone(),
            vec![
                Entry::share(name("measured"), whole),
                Entry::share(name("pairs"), name("measured")),
                Entry::count(name("before_missing")),
                Entry::count(name("after_missing")),
            ],
        );
        let moved = ["rose", "same", "fell"].map(name);
        let number = |what: &str, value: Option<f64>| {
            Number::new(name(what), value, 1).resting_on(moved.clone())
        };
        let difference = change.difference;
        let interval = difference.and_then(|it| it.interval);
        let mut row = vec![Entry::count(name("pairs"))];
        row.extend(
            moved
                .iter()
                .map(|name| Entry::share(&**name, format!("{prefix}.pairs"))),
        );
        row.push(number("median", difference.map(|it| it.median)).into());
        row.push(Entry::Between(
            Box::new(number("median.low", interval.map(|it| it.low)).of_one()),
            Box::new(number("median.high", interval.map(|it| it.high)).of_one()),
        ));
        let p = difference.and_then(|it| it.p);
        row.push(draft.p_value(name("p"), p, moved.to_vec()));
        sheet.row(title.clone(), row);
        if change.pairs > 0 {
            bars.push((title.clone(), moved.to_vec()));
        }
        if after == Taken::End && of == MeasureOf::Man {
            lines.extend(drawn(draft, &measure, &prefix, title, &found));
        }
    }
    if sheet.rows.is_empty() {
        section.words(vec![
            format!("No measure {who} was taken at two times.").into(),
        ]);
        return;
    }
    section.drawn(Drawn::Parts {
        key,
        title: match of {
            MeasureOf::Man => "Change of the men’s measures since before the group",
            MeasureOf::Partner => "Change of the partners’ measures since before the group",
        },
        legend: ["Higher", "Same", "Lower"].map(str::to_owned).to_vec(),
        rows: bars,
    });
    section.sheet(sheet.about([
        "After less before, of the same people, by the signed-rank test; the interval is of the median. A dash: too few pairs to tell.".into(),
    ]));
    section.sheet(missing);
    for drawn in lines {
        section.drawn(drawn);
    }
}

/// How each man’s pair is counted.
fn behind(draft: &mut Draft<'_>, prefix: &str, measure: &str, between: (Taken, Taken)) {
    if draft.cases.is_none() {
        return;
    }
    let cohort = draft.cohort;
    for man in &cohort.men {
        for pair in pairs([&*man.measures], measure, between) {
            let what = match pair {
                (Some(before), Some(after)) => {
                    let line = Line {
                        before,
                        after,
                        people: 1,
                    };
                    draft.behind(line.name(prefix), [man]);
                    match after.cmp(&before) {
                        Ordering::Greater => "rose",
                        Ordering::Equal => "same",
                        Ordering::Less => "fell",
                    }
                }
                (None, Some(_)) => "before_missing",
                (Some(_), None) => "after_missing",
                (None, None) => "both_missing",
            };
            draft.behind(format!("{prefix}.{what}"), [man]);
        }
    }
}

fn line_of(draft: &mut Draft<'_>, prefix: &str, change: &Change, whole: (&str, u64)) {
    let name = |what: &str| format!("{prefix}.{what}");
    let pairs = draft.counts.sum(
        &name("pairs"),
        [
            (name("rose"), change.rose as u64),
            (name("same"), change.same as u64),
            (name("fell"), change.fell as u64),
        ],
    );
    let measured = draft.counts.sum(
        &name("measured"),
        [
            (name("pairs"), pairs),
            (name("before_missing"), change.before_missing as u64),
            (name("after_missing"), change.after_missing as u64),
            (name("both_missing"), change.both_missing as u64),
        ],
    );
    draft.counts.part(&name("measured"), measured, whole);
}

fn drawn(
    draft: &Draft<'_>,
    measure: &str,
    prefix: &str,
    title: String,
    pairs: &[Pair],
) -> Option<Drawn> {
    let mut lines: BTreeMap<(i32, i32), u64> = BTreeMap::new();
    for (before, after) in pairs {
        if let (Some(before), Some(after)) = (before, after) {
            *lines.entry((*before, *after)).or_default() += 1;
        }
    }
    let of = draft
        .cohort
        .template
        .measures
        .iter()
        .find(|one| one.key == measure)?;
    (!lines.is_empty()).then(|| Drawn::Change {
        key: prefix.to_owned(),
        title: format!("{title}: before and after"),
        lowest: of.lowest,
        highest: of.highest,
        lines: lines
            .into_iter()
            .map(|((before, after), people)| Line {
                before,
                after,
                people,
            })
            .collect(),
    })
}
