//! What became of it after completion, with the response beside every figure.

use super::agreement::{Two, agreement};
use super::lives::{answer_columns, answered};
use super::table::{Entry, Sheet};
use super::{Draft, Drafted};
use crate::evaluation::cohort::ManRow;
use crate::evaluation::outcomes::{account, said, told_by};
use crate::model::programme::{Answers, FollowUpResult, InformationSource, StepKind};
use crate::programme::{FollowUpState, Window};

const STATES: [(&str, &str); 6] = [
    ("not_yet", "Not yet due"),
    ("due", "Due"),
    ("overdue", "Overdue"),
    ("reached", "Reached"),
    ("refused", "Refused"),
    ("not_traced", "Not traced"),
];

fn state(window: &Window) -> usize {
    match window.state {
        FollowUpState::NotYet => 0,
        FollowUpState::Due => 1,
        FollowUpState::Overdue => 2,
        FollowUpState::Reached(_) => 3,
        FollowUpState::Refused(_) => 4,
        FollowUpState::NotTraced(_) => 5,
    }
}

/// A line a window: how many it was due for, and what came of it. Counts are named `{key}.{months}.{state}`, and are parts of `whole`.
pub(super) fn windows(
    draft: &mut Draft<'_>,
    (key, title): (&str, &str),
    of: &[&[Window]],
    whole: (&str, u64),
) -> Sheet {
    let months = draft.cohort.template.follow_up.months.clone();
    let mut headings = vec!["Months after"];
    headings.extend(STATES.map(|(_, words)| words));
    headings.push("Response: reached of those due");
    let mut sheet = Sheet::new(key, title, &headings);
    let all = format!("{key}.completed");
    let with_windows = of.iter().filter(|windows| !windows.is_empty()).count() as u64;
    draft.counts.part(&all, with_windows, whole);
    for months in months {
        let name = |state: &str| format!("{key}.{months}.{state}");
        let mut counts = [0_u64; 6];
        for window in of.iter().flat_map(|windows| windows.iter()) {
            if window.months == months {
                counts[state(window)] += 1;
            }
        }
        let parts = STATES
            .iter()
            .zip(counts)
            .map(|((state, _), count)| (name(state), count));
        let parts: Vec<(String, u64)> = parts.collect();
        let fallen_due = draft.counts.sum(&name("fallen_due"), parts[1..].to_vec());
        draft
            .counts
            .sum(&all, [parts[0].clone(), (name("fallen_due"), fallen_due)]);
        let mut row: Vec<Entry> = STATES
            .iter()
            .map(|(state, _)| Entry::count(name(state)))
            .collect();
        row.push(Entry::share(name("reached"), name("fallen_due")));
        sheet.row(months.to_string(), row);
    }
    sheet
}

pub(super) fn follow_up(draft: &mut Draft<'_>) -> Drafted {
    let mut section = Drafted::new("follow_up", "Follow-up after completion");
    let cohort = draft.cohort;
    let of: Vec<&[Window]> = cohort.men.iter().map(|man| &*man.windows).collect();
    let all = cohort.men.len() as u64;
    let sheet = windows(
        draft,
        ("follow_up", "Follow-up of the men"),
        &of,
        ("men.all", all),
    );
    let each = cohort.men.iter();
    let each = each.flat_map(|man| man.windows.iter().map(move |window| (man, window)));
    draft.behind_named(each.map(|(man, window)| {
        let (state, _) = STATES[state(window)];
        (man, format!("follow_up.{}.{state}", window.months))
    }));
    let completed = cohort.count(|man| !man.windows.is_empty());
    draft.counts.same("follow_up.completed", "course.completed");
    if completed == 0 {
        section.words(vec![
            "Nobody has completed yet, so nobody is to be followed up.".into(),
        ]);
        return section;
    }
    section.words(vec![
        Entry::count("follow_up.completed"),
        " men have completed. Everything below is told of those who could be reached; of the others nothing is known, and they are not counted as men without incidents.".into(),
    ]);
    section.sheet(sheet);
    for months in cohort.template.follow_up.months.clone() {
        incidents(draft, &mut section, months);
    }
    section
}

fn reached(man: &ManRow, months: u32) -> bool {
    let mut tried = man.follow_ups.iter();
    man.took.contains(&StepKind::Completed)
        && tried.any(|one| one.months == months && one.result == FollowUpResult::Reached)
}

fn incidents(draft: &mut Draft<'_>, section: &mut Drafted, months: u32) {
    let cohort = draft.cohort;
    let fallen_due = format!("follow_up.{months}.fallen_due");
    let reached_name = format!("follow_up.{months}.reached");
    let due = || {
        cohort.men.iter().filter_map(move |man| {
            let window = man.windows.iter().find(|window| window.months == months)?;
            (state(window) > 0).then_some((man, window))
        })
    };
    if due().count() == 0 {
        return;
    }
    let mut sheet = Sheet::new(
        &format!("incidents.{months}"),
        &format!("Further incidents within {months} months, by source"),
        &answer_columns("Source"),
    )
    .about([
        "Reached: ".into(),
        Entry::share(&*reached_name, &*fallen_due),
        " of those due. His own account is of the men reached; what police and other agencies recorded, or answered when they were asked, is of all who were due. That nothing is recorded is not counted as “no”.".into(),
    ]);
    let his = due()
        .filter(|(man, _)| reached(man, months))
        .map(|(man, _)| account(&man.follow_ups, months));
    let his = Answers::count(his);
    answered(
        draft,
        &mut sheet,
        (&format!("incidents.{months}.himself"), "His own account"),
        &reached_name,
        his,
    );
    let each = due()
        .filter(|(man, _)| reached(man, months))
        .map(|(man, _)| (man, account(&man.follow_ups, months)));
    draft.behind_answers(&format!("incidents.{months}.himself"), each);
    for (source, key, words) in [
        (InformationSource::Police, "police", "Known to the police"),
        (
            InformationSource::OtherAgency,
            "other_agency",
            "Known to another agency",
        ),
    ] {
        let name = format!("incidents.{months}.{key}");
        let told = due().map(|(man, window)| (man, told_by(man, window, source)));
        draft.behind_answers(&name, told.clone());
        let told = told.map(|(_, told)| told);
        let told = Answers::count(told);
        answered(draft, &mut sheet, (&name, words), &fallen_due, told);
    }
    section.sheet(sheet);
    let police = InformationSource::Police;
    let accounts = due().map(|(man, window)| {
        let his = said(account(&man.follow_ups, months));
        (his, said(told_by(man, window, police)))
    });
    let accounts: Vec<_> = accounts.collect();
    if accounts.iter().all(|(_, police)| police.is_none()) {
        return;
    }
    let two = Two {
        key: &format!("police_accounts.{months}"),
        title: &format!(
            "Was there a further incident within {months} months? His account against the police’s"
        ),
        the_other: ("police", "Police", "the police"),
        whole: &fallen_due,
        his: Some(&format!("incidents.{months}.himself")),
        theirs: &format!("incidents.{months}.police"),
    };
    let whose = due().zip(&accounts);
    let whose = whose.map(|((man, _), answers)| (man, two.cell(*answers)));
    draft.behind_each(two.key, whose);
    section.sheet(agreement(draft, &two, &accounts));
}
