//! How long men stayed, and whether groups of them stayed equally long.

use super::figure::Drawn;
use super::table::{Entry, Number, Sheet};
use super::{Draft, Drafted, Edition, comparisons};
use crate::evaluation::cases::Cases;
use crate::evaluation::cohort::{Cohort, ManRow, Reached};
use crate::evaluation::course::{Parting, Stay, stay};
use crate::stats::{Curve, Observation};

/// What the evaluation counts as an end of staying.
pub const PARTING: Parting = Parting::DroppedOutOrSuspended;
pub(super) const FOLLOWED: &str = "retention.followed";
pub(super) const PARTED: &str = "retention.parted";
const SEEN: &str = "retention.last_seen";

pub(super) fn retention(draft: &mut Draft<'_>) -> Drafted {
    let mut section = Drafted::new("retention", "How long they stayed");
    let cohort = draft.cohort;
    let known: Vec<Stay> = cohort
        .men
        .iter()
        .filter_map(|man| stay(man, cohort, PARTING))
        .collect();
    let stays: Vec<Observation> = known
        .iter()
        .filter_map(|stay| match stay {
            Stay::Known(observation) => Some(*observation),
            _ => None,
        })
        .collect();
    let count = |of: Stay| known.iter().filter(|stay| **stay == of).count() as u64;
    let parted = stays.iter().filter(|stay| stay.ended).count() as u64;
    let seen = stays.len() as u64 - parted;
    let followed = draft.counts.sum(FOLLOWED, [(PARTED, parted), (SEEN, seen)]);
    draft.counts.sum(
        &format!("course.{}", Reached::Enrolled.key()),
        [
            (FOLLOWED, followed),
            ("retention.no_date", count(Stay::NoDate)),
            ("retention.backwards", count(Stay::Backwards)),
        ],
    );
    ended(draft, parted, seen);
    behind(draft);
    section.words(vec![
        "Of ".into(),
        Entry::count(FOLLOWED),
        " men who enrolled ".into(),
        Entry::count(PARTED),
        " dropped out, were suspended or found unsuitable; ".into(),
        Entry::count(SEEN),
        " completed or are still there, and count as last seen then. Passed over: ".into(),
        Entry::count("retention.no_date"),
        " whose first day in a group is not recorded, ".into(),
        Entry::count("retention.backwards"),
        " whose dates run backwards.".into(),
    ]);
    let coarse = coarse(
        &stays,
        u64::from(cohort.template.disclosure_control.threshold),
    );
    let ends = ends(&coarse);
    let weeks = match draft.edition {
        Edition::Internal => told_weeks(cohort),
        // Other weeks than those of the periods would tell what happened between the two.
        Edition::Released => {
            let all_but_last = ends.split_last().map_or(&[][..], |(_, before)| before);
            all_but_last
                .iter()
                .map(|end| end.saturating_add(1))
                .collect()
        }
    };
    let cuts = ends
        .iter()
        .map(|end| end.saturating_add(1))
        .chain(weeks.clone());
    let pieces = Pieces::of(draft, &stays, cuts);
    let coarse_names = periods(draft, &pieces, &ends);
    let shown = coarse.clone();
    section.drawn(Drawn::Curve {
        key: "retention",
        title: "Still in the programme, by week since enrolment",
        course: draft.cohort.template.sessions.number,
        stays: stays.clone(),
        coarse,
        coarse_names,
    });
    shares_left(draft, &mut section, (&pieces, &shown), &weeks);
    comparisons::compared(draft, &mut section);
    section
}

/// Each stay put to the end of a period in which nobody stands alone: as many as `threshold` parted, or none; and the same of those last seen.
fn coarse(stays: &[Observation], threshold: u64) -> Vec<Observation> {
    let mut sorted = stays.to_vec();
    sorted.sort_by_key(|stay| stay.time);
    let enough = |period: &[Observation]| {
        let parted = period.iter().filter(|stay| stay.ended).count() as u64;
        let seen = period.len() as u64 - parted;
        [parted, seen]
            .iter()
            .all(|count| *count == 0 || *count >= threshold)
    };
    let mut periods: Vec<Vec<Observation>> = Vec::new();
    let mut period: Vec<Observation> = Vec::new();
    for week in sorted.chunk_by(|one, other| one.time == other.time) {
        period.extend(week);
        if enough(&period) {
            periods.push(std::mem::take(&mut period));
        }
    }
    // What is left over goes with the periods before it, until it is enough.
    while !period.is_empty() && !enough(&period) {
        match periods.pop() {
            Some(before) => {
                period = before.into_iter().chain(period).collect();
            }
            None => break,
        }
    }
    periods.push(period);
    let at_end = |period: Vec<Observation>| {
        let end = period.iter().map(|stay| stay.time).max().unwrap_or(0);
        period
            .into_iter()
            .map(move |stay| Observation { time: end, ..stay })
    };
    periods.into_iter().flat_map(at_end).collect()
}

/// Weeks cut so finely that every period and every week that is told is made of whole pieces: else a reader could tell one from the other and be left with
/// a count that nobody protected.
struct Pieces<'a> {
    stays: &'a [Observation],
    cuts: Vec<u32>,
}

impl<'a> Pieces<'a> {
    fn of(
        draft: &mut Draft<'_>,
        stays: &'a [Observation],
        cuts: impl IntoIterator<Item = u32>,
    ) -> Self {
        let mut cuts: Vec<u32> = cuts.into_iter().chain([0, u32::MAX]).collect();
        cuts.sort();
        cuts.dedup();
        let pieces = Self { stays, cuts };
        pieces.add_up(draft, PARTED, (0, u32::MAX), true);
        pieces.add_up(draft, SEEN, (0, u32::MAX), false);
        pieces
    }

    /// Notes `total` as those who parted, or were last seen, from the one week on and before the other.
    fn add_up(&self, draft: &mut Draft<'_>, total: &str, (from, until): (u32, u32), ended: bool) {
        let within = self
            .cuts
            .windows(2)
            .filter(|cut| from <= cut[0] && cut[1] <= until);
        let pieces = within.map(|cut| {
            let of = self
                .stays
                .iter()
                .filter(|stay| stay.ended == ended && (cut[0]..cut[1]).contains(&stay.time));
            let what = if ended { "parted" } else { "last_seen" };
            (
                format!("retention.from_week_{}.{what}", cut[0]),
                of.count() as u64,
            )
        });
        draft.counts.sum(total, pieces.collect::<Vec<_>>());
    }
}

/// Last weeks of the periods.
fn ends(coarse: &[Observation]) -> Vec<u32> {
    let mut ends: Vec<u32> = coarse.iter().map(|stay| stay.time).collect();
    ends.sort();
    ends.dedup();
    ends
}

/// The counts of each period; they are part of what a reader of the drawn curve may read off.
fn periods(draft: &mut Draft<'_>, pieces: &Pieces<'_>, ends: &[u32]) -> Vec<String> {
    let mut names = Vec::new();
    let mut from = 0;
    for end in ends {
        let until = end.saturating_add(1);
        for (what, ended) in [("parted", true), ("last_seen", false)] {
            let name = format!("retention.until_week_{end}.{what}");
            pieces.add_up(draft, &name, (from, until), ended);
            names.push(name);
        }
        from = until;
    }
    names
}

/// Weeks of which it is told how many are left, in order.
fn told_weeks(cohort: &Cohort) -> Vec<u32> {
    let number = cohort.template.sessions.number;
    let mut weeks = vec![number / 12, number / 6, number / 3, 2 * number / 3, number];
    weeks.retain(|week| *week > 0);
    weeks.dedup();
    weeks
}

/// The share left at a few weeks, with the median.
fn shares_left(
    draft: &mut Draft<'_>,
    section: &mut Drafted,
    (pieces, coarse): (&Pieces<'_>, &[Observation]),
    weeks: &[u32],
) {
    let stays = pieces.stays;
    let whole = Curve::of(match draft.edition {
        Edition::Internal => stays,
        Edition::Released => coarse,
    });
    let mut sheet = Sheet::new(
        "retention",
        "Still in the programme",
        &[
            "Week",
            "Still followed before it",
            "Share left",
            "95 % interval",
        ],
    );
    for week in weeks.iter().copied() {
        let at_risk = format!("retention.at_risk.{week}");
        draft.counts.part(
            &at_risk,
            whole.at_risk(week) as u64,
            (FOLLOWED, stays.len() as u64),
        );
        let gone = |what: &str| format!("retention.before_{week}.{what}");
        let mut parts = Vec::new();
        for (what, ended) in [("parted", true), ("last_seen", false)] {
            pieces.add_up(draft, &gone(what), (0, week), ended);
            parts.push((gone(what), draft.counts.value(&gone(what)).unwrap_or(0)));
        }
        // Whoever knows how many are left and how many parted knows how many were last seen.
        draft
            .counts
            .sum(&format!("{at_risk} else of {FOLLOWED}"), parts);
        let at = whole.at(week);
        let name = format!("retention.share.{week}");
        let share = at.map(|it| 100.0 * it.share);
        let share = Number::new(&name, share, 0).units("", " %").resting_on([
            at_risk.clone(),
            format!("retention.before_{week}.parted"),
            format!("retention.before_{week}.last_seen"),
        ]);
        let rests_on = share.rests_on.clone();
        let end = |which: &str, value: Option<f64>| {
            Number::new(format!("{name}.{which}"), value.map(|it| 100.0 * it), 0)
                .units("", if which == "high" { " %" } else { "" })
                .resting_on(rests_on.clone())
        };
        let interval = at.and_then(|it| it.interval);
        let low = end("low", interval.map(|it| it.low));
        let high = end("high", interval.map(|it| it.high));
        sheet.row(
            format!("{week}"),
            vec![
                Entry::count(at_risk),
                share.into(),
                Entry::Between(Box::new(low), Box::new(high)),
            ],
        );
    }
    let median = whole.median();
    let rests_on = [PARTED, SEEN];
    let week = |name: &str, week: Option<u32>| {
        Number::new(format!("retention.median.{name}"), week.map(f64::from), 0)
            .resting_on(rests_on)
            .of_one()
    };
    sheet.row(
        "Week by which half have left",
        vec![
            "".into(),
            week("week", median.time).into(),
            Entry::Between(
                Box::new(week("low", median.low)),
                Box::new(week("high", median.high)),
            ),
        ],
    );
    section.sheet(sheet.about([
        "By the estimate of Kaplan and Meier with intervals by the log of the log; who completed or is still there is last seen then.".into(),
    ]));
}

/// Who parted and who was last seen, as the table of those who left tells it: a reader can take the one from the other.
fn ended(draft: &mut Draft<'_>, parted: u64, seen: u64) {
    let value = |draft: &Draft<'_>, name: &str| draft.counts.value(name).unwrap_or(0);
    let stayed = ["ended.completed", "ended.still_there"].map(|name| (name, value(draft, name)));
    draft.counts.sum("retention.stayed", stayed);
    for (whole, part, count) in [
        ("left.in_group", PARTED, parted),
        ("retention.stayed", SEEN, seen),
    ] {
        let all = value(draft, whole);
        if all == count {
            draft.counts.same(whole, part);
        } else {
            draft.counts.part(part, count, (whole, all));
        }
    }
}

/// Who parted and who was last seen, in all and in each week; and who was still followed.
fn behind(draft: &mut Draft<'_>) {
    let cohort = draft.cohort;
    if draft.cases.is_none() {
        return;
    }
    let mut stays = Vec::new();
    for man in &cohort.men {
        let name = match stay(man, cohort, PARTING) {
            None => continue,
            Some(Stay::NoDate) => "retention.no_date",
            Some(Stay::Backwards) => "retention.backwards",
            Some(Stay::Known(observation)) => {
                stays.push((man, observation));
                if observation.ended { PARTED } else { SEEN }
            }
        };
        draft.behind(name, [man]);
    }
    behind_weeks(draft, "retention", &stays);
    for week in told_weeks(cohort) {
        for (what, ended) in [("parted", true), ("last_seen", false)] {
            let before = stays
                .iter()
                .filter(|(_, stay)| stay.ended == ended && stay.time < week);
            let name = format!("retention.before_{week}.{what}");
            draft.behind(name, before.map(|(man, _)| *man));
        }
        let left = stays.iter().filter(|(_, stay)| stay.time >= week);
        let name = format!("retention.at_risk.{week}");
        draft.behind(name, left.map(|(man, _)| *man));
    }
}

/// The weeks of a curve whose counts begin with `prefix`.
pub(super) fn behind_weeks(draft: &mut Draft<'_>, prefix: &str, stays: &[(&ManRow, Observation)]) {
    for (man, stay) in stays {
        let name = Cases::of_week(prefix, stay.time, stay.ended);
        draft.behind(name, [*man]);
    }
}

/// In place of all that, where nothing of it can be told.
pub(super) fn left_out(_: &mut Draft<'_>) -> Drafted {
    let mut section = Drafted::new("retention", "How long they stayed");
    section.words(vec![
        "Left out: with so few men it could not be told without showing one of them.".into(),
    ]);
    section
}
