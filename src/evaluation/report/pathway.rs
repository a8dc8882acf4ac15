//! Where men came from, how far they came, and why they left.

use std::collections::BTreeMap;

use super::figure::Drawn;
use super::shares::shares;
use super::table::{Entry, Sheet};
use super::{Draft, Drafted};
use crate::evaluation::cohort::{Cohort, ManRow, Reached};
use crate::evaluation::counts::tally;
use crate::evaluation::course::{Parting, Stay, stay};
use crate::model::programme::StepKind;

/// Every man of the file.
pub(super) const MEN: &str = "men.all";

pub(super) fn referrals(draft: &mut Draft<'_>) -> Drafted {
    let cohort = draft.cohort;
    let mut section = Drafted::new("referrals", "Referrals");
    let days = || cohort.men.iter().filter_map(|man| man.referred_on);
    let first = days().min();
    let in_first_year = days()
        .filter(|day| first.is_some_and(|first| (*day - first).num_days() < 366))
        .count();
    let name = "referrals.total_in_first_year";
    let all = cohort.men.len() as u64;
    draft.counts.part(name, in_first_year as u64, (MEN, all));
    let early = cohort.men.iter().filter(|man| {
        let day = man.referred_on.zip(first);
        day.is_some_and(|(day, first)| (day - first).num_days() < 366)
    });
    draft.behind(name, early);
    section.words(vec![
        Entry::count(MEN),
        " men are in the programme’s file. In the first year after the first referral, ".into(),
        Entry::count(name),
        " were referred.".into(),
    ]);
    let sources = || cohort.men.iter().map(|man| &*man.source);
    let named = Cohort::named(&cohort.template.referral_sources, sources());
    let sheet = shares(
        draft,
        ("referrals.source", "Who referred them", "Source"),
        MEN,
        &named,
        &tally(sources()),
    );
    let by_source = cohort.men.iter().map(|man| (man, &man.source));
    draft.behind_each("referrals.source", by_source);
    section.sheet(sheet);
    section
}

pub(super) fn pathway(draft: &mut Draft<'_>) -> Drafted {
    let mut section = Drafted::new("pathway", "From referral to completion");
    funnel(draft, &mut section);
    standing(draft, &mut section);
    assessed(draft, &mut section);
    ended(draft, &mut section);
    reasons(draft, &mut section);
    for (one, other) in [
        ("standing.completed", "course.completed"),
        ("standing.attending", "ended.still_there"),
        ("standing.unsuitable", "assessed.unsuitable"),
        ("standing.waiting_list", "assessed.waiting_list"),
        ("standing.individual_work", "assessed.individual_work"),
        ("standing.suspended", "ended.suspended"),
    ] {
        draft.counts.same(one, other);
    }
    left_and_standing(draft);
    section
}

/// Whoever left and did not complete stands where he left, unless he was followed up since.
fn left_and_standing(draft: &mut Draft<'_>) {
    let parts: Vec<(String, u64)> = ENDS
        .iter()
        .map(|(_, key, _)| format!("standing.{key}"))
        .filter_map(|name| Some((name.clone(), draft.counts.value(&name)?)))
        .collect();
    let stand: u64 = parts.iter().map(|(_, count)| count).sum();
    if draft.counts.value("left.all") == Some(stand) {
        draft.counts.sum("left.all", parts);
    }
}

fn step(step: Reached) -> String {
    format!("course.{}", step.key())
}

fn funnel(draft: &mut Draft<'_>, section: &mut Drafted) {
    let cohort = draft.cohort;
    let came = |to: Reached| cohort.count(|man| man.came_to(to));
    let all = cohort.men.len() as u64;
    draft.counts.part(
        &step(Reached::Referred),
        came(Reached::Referred),
        (MEN, all),
    );
    for pair in Reached::WAY.windows(2) {
        let (before, after) = (pair[0], pair[1]);
        draft
            .counts
            .part(&step(after), came(after), (&step(before), came(before)));
    }
    for one in Reached::WAY {
        let came = cohort.men.iter().filter(|man| man.came_to(one));
        draft.behind(step(one), came);
    }
    let whole = step(Reached::Referred);
    let mut sheet = Sheet::new(
        "funnel",
        "How far they came",
        &["Step", "Of those referred", "95 % interval", "Of those who came to the step before"],
    )
    .about(["Whoever came to a step is counted at each step before it. Who is still on his way may yet come further.".into()]);
    let mut before = whole.clone();
    for one in Reached::WAY {
        let name = step(one);
        let last = match one {
            Reached::Referred => "".into(),
            _ => Entry::share(&*name, &*before),
        };
        let interval = match one {
            Reached::Referred => "".into(),
            _ => Entry::interval(&*name, &*whole),
        };
        sheet.row(
            one.words(),
            vec![Entry::share(&*name, &*whole), interval, last],
        );
        before = name;
    }
    section.drawn(Drawn::Bars {
        key: "funnel",
        title: "From referral to completion, of all who were referred",
        bars: Reached::WAY
            .into_iter()
            .map(|one| (one.words().to_owned(), step(one), whole.clone()))
            .collect(),
    });
    section.sheet(sheet);
}

fn standing(draft: &mut Draft<'_>, section: &mut Drafted) {
    let cohort = draft.cohort;
    let key = |kind: StepKind| {
        format!("{kind:?}")
            .chars()
            .fold(String::new(), |mut key, letter| {
                if letter.is_uppercase() && !key.is_empty() {
                    key.push('_');
                }
                key.extend(letter.to_lowercase());
                key
            })
    };
    let stand = |kind| cohort.count(|man| man.stands == Some(kind));
    let mut named: Vec<(String, String)> = StepKind::ALL
        .into_iter()
        .filter(|kind| stand(*kind) > 0)
        .map(|kind| (key(kind), kind.words().to_owned()))
        .collect();
    let mut counted: BTreeMap<String, u64> = StepKind::ALL
        .into_iter()
        .map(|kind| (key(kind), stand(kind)))
        .collect();
    let nowhere = cohort.count(|man| man.stands.is_none());
    if nowhere > 0 {
        named.push(("no_step".to_owned(), "No step recorded".to_owned()));
        counted.insert("no_step".to_owned(), nowhere);
    }
    let sheet = shares(
        draft,
        ("standing", "Where they stand", "Step"),
        MEN,
        &named,
        &counted,
    );
    let stands = cohort.men.iter().map(|man| {
        let at = man.stands.map_or_else(|| "no_step".to_owned(), key);
        (man, at)
    });
    draft.behind_each("standing", stands);
    section.sheet(sheet.about(["Each man stands at exactly one step.".into()]));
}

/// What came of the assessment: the furthest of what happened.
fn assessed(draft: &mut Draft<'_>, section: &mut Drafted) {
    let cohort = draft.cohort;
    let came = |man: &ManRow| -> &'static str {
        let took = |kind| man.took.contains(&kind);
        if man.came_to(Reached::Enrolled) {
            "enrolled"
        } else if took(StepKind::IndividualWork) {
            "individual_work"
        } else if took(StepKind::Unsuitable) {
            "unsuitable"
        } else if took(StepKind::WaitingList) {
            "waiting_list"
        } else {
            "nothing_yet"
        }
    };
    let assessed = cohort
        .men
        .iter()
        .filter(|man| man.came_to(Reached::Assessed));
    let counted = tally(assessed.clone().map(came));
    draft.behind_each("assessed", assessed.map(|man| (man, came(man))));
    let named: Vec<(String, String)> = [
        ("enrolled", "Enrolled in a group"),
        ("individual_work", "Individual work"),
        ("waiting_list", "Waiting list"),
        ("unsuitable", "Found unsuitable"),
        ("nothing_yet", "None of these"),
    ]
    .into_iter()
    .map(|(key, words)| (key.to_owned(), words.to_owned()))
    .collect();
    let whole = step(Reached::Assessed);
    let sheet = shares(
        draft,
        ("assessed", "What came of the assessment", "What came of it"),
        &whole,
        &named,
        &counted,
    );
    let enrolled = counted.get("enrolled").copied().unwrap_or(0);
    draft
        .counts
        .sum(&step(Reached::Enrolled), [("assessed.enrolled", enrolled)]);
    section
        .sheet(sheet.about(["Each man who was assessed is counted once, at the furthest.".into()]));
}

const ENDS: [(StepKind, &str, &str); 3] = [
    (StepKind::DroppedOut, "dropped_out", "Dropped out"),
    (StepKind::Suspended, "suspended", "Suspended or breached"),
    (StepKind::Unsuitable, "unsuitable", "Found unsuitable"),
];

fn ended(draft: &mut Draft<'_>, section: &mut Drafted) {
    let cohort = draft.cohort;
    let enrolled = |left: Option<StepKind>| {
        cohort.count(|man| man.came_to(Reached::Enrolled) && man.left_by() == left)
    };
    let completed = cohort.count(|man| man.came_to(Reached::Completed));
    let mut parts = vec![("ended.completed".to_owned(), completed)];
    parts.extend(ENDS.map(|(kind, key, _)| (format!("ended.{key}"), enrolled(Some(kind)))));
    let left = draft.counts.sum("ended.all", parts);
    draft.counts.sum(
        &step(Reached::Enrolled),
        [("ended.all", left), ("ended.still_there", enrolled(None))],
    );
    draft
        .counts
        .sum(&step(Reached::Completed), [("ended.completed", completed)]);
    for (left, key) in [
        (Some(StepKind::Completed), "completed"),
        (None, "still_there"),
    ]
    .into_iter()
    .chain(ENDS.map(|(kind, key, _)| (Some(kind), key)))
    {
        let men = cohort.men.iter().filter(|man| {
            let there = match left {
                Some(StepKind::Completed) => man.came_to(Reached::Completed),
                left => man.left_by() == left,
            };
            man.came_to(Reached::Enrolled) && there
        });
        draft.behind(format!("ended.{key}"), men);
    }
    let mut sheet = Sheet::new(
        "ended",
        "How those who enrolled left",
        &[
            "How",
            "Of those who enrolled",
            "Of those who have left",
            "95 % interval",
        ],
    );
    let whole = step(Reached::Enrolled);
    let rows = [("completed", "Completed")].into_iter();
    for (key, words) in rows.chain(ENDS.map(|(_, key, words)| (key, words))) {
        let name = format!("ended.{key}");
        sheet.row(
            words,
            vec![
                Entry::share(&*name, &*whole),
                Entry::share(&*name, "ended.all"),
                Entry::interval(&*name, "ended.all"),
            ],
        );
    }
    sheet.row(
        "Still in the group",
        vec![
            Entry::share("ended.still_there", &*whole),
            "".into(),
            "".into(),
        ],
    );
    section.sheet(sheet);
}

/// When somebody left, by thirds of the programme’s weeks.
fn period(man: &ManRow, cohort: &Cohort) -> usize {
    let third = (cohort.template.sessions.number / 3).max(1);
    match stay(man, cohort, Parting::DroppedOut) {
        None => 0,
        Some(Stay::Known(stay)) => 1 + (stay.time / third).min(2) as usize,
        Some(Stay::NoDate | Stay::Backwards) => 4,
    }
}

fn reasons(draft: &mut Draft<'_>, section: &mut Drafted) {
    let cohort = draft.cohort;
    let third = (cohort.template.sessions.number / 3).max(1);
    let left = || {
        let men = cohort.men.iter();
        men.filter(|man| {
            man.left_by()
                .is_some_and(|kind| kind != StepKind::Completed)
        })
    };
    let reason = |man: &ManRow| {
        man.left
            .as_ref()
            .map_or(String::new(), |step| step.reason.clone())
    };
    let keys: Vec<String> = left().map(reason).collect();
    let named = Cohort::named(
        &cohort.template.reasons_for_leaving,
        keys.iter().map(String::as_str),
    );
    let mut cells: BTreeMap<(String, usize), u64> = BTreeMap::new();
    for man in left() {
        *cells.entry((reason(man), period(man, cohort))).or_default() += 1;
    }
    let periods = [
        "before",
        "first_third",
        "second_third",
        "last_third",
        "week_not_known",
    ];
    let name = |reason: &str, period: &str| match reason {
        "" => format!("left.not_recorded.{period}"),
        reason => format!("left.{reason}.{period}"),
    };
    draft.behind_named(left().map(|man| {
        let period = periods.get(period(man, cohort));
        (man, name(&reason(man), period.copied().unwrap_or_default()))
    }));
    let value = |reason: &str, at: usize| cells.get(&(reason.to_owned(), at)).copied().unwrap_or(0);
    let mut all = Vec::new();
    for (reason, _) in &named {
        let row = periods.iter().enumerate();
        let row = row.map(|(at, period)| (name(reason, period), value(reason, at)));
        let total = name(reason, "all");
        let sum = draft.counts.sum(&total, row.collect::<Vec<_>>());
        all.push((total, sum));
    }
    draft.counts.sum("left.all", all);
    let mut columns = Vec::new();
    for (at, period) in periods.iter().enumerate() {
        let column = named
            .iter()
            .map(|(reason, _)| (name(reason, period), value(reason, at)));
        let total = format!("left.{period}");
        let sum = draft.counts.sum(&total, column.collect::<Vec<_>>());
        columns.push((total, sum));
    }
    draft.counts.sum("left.all", columns.clone());
    draft
        .counts
        .sum("left.in_group", columns.into_iter().skip(1));
    let of_ends = ENDS.map(|(kind, key, _)| {
        let is = |man: &ManRow| man.came_to(Reached::Enrolled) && man.left_by() == Some(kind);
        (format!("ended.{key}"), cohort.count(is))
    });
    draft.counts.sum("left.in_group", of_ends);
    let headings = [
        "Reason".to_owned(),
        "Before the group".to_owned(),
        format!("Weeks 0 to {}", third - 1),
        format!("Weeks {} to {}", third, 2 * third - 1),
        format!("From week {}", 2 * third),
        "Week not known".to_owned(),
        "All".to_owned(),
    ];
    let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
    let mut sheet = Sheet::new(
        "reasons",
        "Why and when men left who did not complete",
        &headings,
    )
    .about(["Weeks are counted from the day of enrolment.".into()]);
    for (reason, words) in &named {
        let mut row: Vec<Entry> = periods
            .iter()
            .map(|period| Entry::count(name(reason, period)))
            .collect();
        row.push(Entry::share(name(reason, "all"), "left.all"));
        sheet.row(words.clone(), row);
    }
    let mut row: Vec<Entry> = periods
        .iter()
        .map(|period| Entry::count(format!("left.{period}")))
        .collect();
    row.push(Entry::count("left.all"));
    sheet.row("All", row);
    section.sheet(sheet);
}
