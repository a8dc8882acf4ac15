//! Sessions attended, missed and made up; runs of absence.

use super::figure::Drawn;
use super::shares::shares;
use super::table::{Entry, Number, Sheet};
use super::{Draft, Drafted};
use crate::evaluation::cohort::{Cohort, ManRow, Reached};
use crate::evaluation::counts::tally;
use crate::model::ManId;
use crate::model::programme::Mark;

/// What a session may be for a man, as it is counted and as it is called.
pub const MARKS: [(&str, &str); 4] = [
    ("attended", "Attended"),
    ("made_up", "Missed and made up"),
    ("missed", "Missed"),
    ("not_registered", "Not registered"),
];

/// Men in the calendar; more would be a page of dots.
const MOST_IN_CALENDAR: usize = 60;

fn mark(mark: Option<Mark>) -> usize {
    match mark {
        Some(Mark::Attended) => 0,
        Some(Mark::MadeUp(_)) => 1,
        Some(Mark::Missed) => 2,
        None => 3,
    }
}

/// Each man’s first session, second, and so on: who attended, made up, missed it, and of whom it was not registered, in the order of [`MARKS`].
pub fn by_session(cohort: &Cohort) -> Vec<[Vec<ManId>; 4]> {
    let most = cohort.men.iter().map(|man| man.sheet.len()).max();
    let mut sessions = vec![<[Vec<ManId>; 4]>::default(); most.unwrap_or(0)];
    for man in &cohort.men {
        for (session, came) in sessions.iter_mut().zip(&man.sheet) {
            session[mark(*came)].push(man.man);
        }
    }
    sessions
}

pub(super) fn attendance(draft: &mut Draft<'_>) -> Drafted {
    let mut section = Drafted::new("attendance", "Attendance");
    let cohort = draft.cohort;
    let with_sessions: Vec<&ManRow> = cohort
        .men
        .iter()
        .filter(|man| !man.sheet.is_empty())
        .collect();
    let all = with_sessions.len() as u64;
    let enrolled = cohort.count(|man| man.came_to(Reached::Enrolled));
    draft.counts.part(
        "attendance.men",
        all,
        ("course.enrolled", enrolled.max(all)),
    );
    draft.behind("attendance.men", with_sessions.iter().copied());
    if all == 0 {
        section.words(vec!["No session of any man’s group is in the file.".into()]);
        return section;
    }
    sessions(draft, &mut section, &with_sessions);
    runs(draft, &mut section, &with_sessions);
    calendar(&mut section, &with_sessions);
    section
}

fn sessions(draft: &mut Draft<'_>, section: &mut Drafted, men: &[&ManRow]) {
    let third = ((draft.cohort.template.sessions.number / 3).max(1)) as usize;
    let mut counts = [[0_u64; 4]; 3];
    for (at, session) in by_session(draft.cohort).iter().enumerate() {
        for (sum, men) in counts[(at / third).min(2)].iter_mut().zip(session) {
            *sum += men.len() as u64;
        }
    }
    let periods = ["first_third", "second_third", "last_third"];
    let each = men.iter().flat_map(|man| {
        let sheet = man.sheet.iter().enumerate();
        sheet.map(|(at, came)| (*man, periods[(at / third).min(2)], MARKS[mark(*came)].0))
    });
    draft
        .behind_named(each.map(|(man, period, mark)| (man, format!("attendance.{period}.{mark}"))));
    let words = [
        format!("His sessions 1 to {third}"),
        format!("His sessions {} to {}", third + 1, 2 * third),
        format!("From his session {}", 2 * third + 1),
    ];
    let name = |period: &str, mark: &str| format!("attendance.{period}.{mark}");
    let mut rows = Vec::new();
    for (period, counts) in periods.iter().zip(&counts) {
        let parts = MARKS
            .iter()
            .zip(counts)
            .map(|((mark, _), count)| (name(period, mark), *count));
        let total = name(period, "sessions");
        let sum = draft.counts.sum(&total, parts.collect::<Vec<_>>());
        rows.push((total, sum));
    }
    draft.counts.sum("attendance.sessions", rows);
    let mut columns = Vec::new();
    for (at, (mark, _)) in MARKS.iter().enumerate() {
        let parts = periods
            .iter()
            .zip(&counts)
            .map(|(period, row)| (name(period, mark), row[at]));
        let total = format!("attendance.{mark}");
        let sum = draft.counts.sum(&total, parts.collect::<Vec<_>>());
        columns.push((total, sum));
    }
    draft.counts.sum("attendance.sessions", columns);
    section.words(vec![
        Entry::share("attendance.attended", "attendance.sessions"),
        " sessions that were men’s to attend were attended, ".into(),
        Entry::count("attendance.made_up"),
        " more made up; ".into(),
        Entry::count("attendance.not_registered"),
        " were not registered, which is not the same as missed. Men with sessions: ".into(),
        Entry::count("attendance.men"),
        ".".into(),
    ]);
    let mut headings = vec!["Sessions"];
    headings.extend(MARKS.map(|(_, words)| words));
    headings.push("All");
    let mut sheet = Sheet::new(
        "attendance",
        "Sessions that were men’s to attend",
        &headings,
    )
    .about(["Each line counts sessions, not men.".into()]);
    let drawn = periods.iter().zip(&words).map(|(period, words)| {
        let names = MARKS.iter().map(|(mark, _)| name(period, mark)).collect();
        (words.clone(), names)
    });
    section.drawn(Drawn::Parts {
        key: "attendance",
        title: "Sessions attended and missed",
        legend: MARKS.iter().map(|(_, words)| (*words).to_owned()).collect(),
        rows: drawn.collect(),
    });
    for (period, words) in periods.iter().zip(&words) {
        let total = name(period, "sessions");
        let mut row: Vec<Entry> = MARKS
            .iter()
            .map(|(mark, _)| Entry::share(name(period, mark), &*total))
            .collect();
        row.push(Entry::count(total));
        sheet.row(words.clone(), row);
    }
    let mut row: Vec<Entry> = MARKS
        .iter()
        .map(|(mark, _)| Entry::share(format!("attendance.{mark}"), "attendance.sessions"))
        .collect();
    row.push(Entry::count("attendance.sessions"));
    sheet.row("All", row);
    section.sheet(sheet);
}

fn runs(draft: &mut Draft<'_>, section: &mut Drafted, men: &[&ManRow]) {
    let significant = draft.cohort.template.attendance.significant_run as usize;
    let longest = |man: &&ManRow| {
        man.register
            .runs
            .iter()
            .map(|run| run.length)
            .max()
            .unwrap_or(0)
    };
    let group = |length: usize| match length {
        0 => "none",
        length if length < significant => "shorter",
        _ => "significant",
    };
    let counted = tally(men.iter().map(|man| group(longest(man))));
    draft.behind_each("absence", men.iter().map(|man| (*man, group(longest(man)))));
    let named = [
        ("none", "Never missed one".to_owned()),
        ("shorter", format!("Fewer than {significant} in a row")),
        ("significant", format!("{significant} or more in a row")),
    ]
    .map(|(key, words)| (key.to_owned(), words));
    let sheet = shares(
        draft,
        (
            "absence",
            "The longest run of sessions missed",
            "Longest run",
        ),
        "attendance.men",
        &named,
        &counted,
    );
    let most = men.iter().map(longest).max().map(|most| most as f64);
    section.sheet(sheet.about([
        "A session that was not registered neither ends a run nor counts in it. The longest run of any man: ".into(),
        Number::new("absence.longest", most, 0).of_one().into(),
        " sessions.".into(),
    ]));
}

fn calendar(section: &mut Drafted, men: &[&ManRow]) {
    let letters = ['a', 'u', 'm', '-'];
    let line = |man: &&ManRow| {
        let marks = man.sheet.iter().map(|came| letters[mark(*came)]);
        (man.case.clone(), marks.collect::<String>())
    };
    section.drawn(Drawn::Calendar {
        sessions: men.iter().map(|man| man.sheet.len()).max().unwrap_or(0),
        men: men.iter().take(MOST_IN_CALENDAR).map(line).collect(),
    });
}
