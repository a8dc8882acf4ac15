//! What participants said of it, and what it cost.

use super::table::{Entry, Number, Sheet, grouped};
use super::{Draft, Drafted};
use crate::model::programme::{Cost, Grade, Way};

/// Administration on top of what is booked.
const ADMINISTRATION: f64 = 0.1;

fn key(grade: Grade) -> &'static str {
    match grade {
        Grade::Very => "very",
        Grade::Satisfied => "satisfied",
        Grade::Quite => "quite",
        Grade::Not => "not",
    }
}

pub(super) fn feedback(draft: &mut Draft<'_>) -> Drafted {
    let mut section = Drafted::new("feedback", "What participants said of it");
    let forms = &draft.cohort.feedback;
    let questions = forms
        .iter()
        .map(|form| form.grades.len())
        .max()
        .unwrap_or(0);
    if questions == 0 {
        section.words(vec!["No feedback form is in the file.".into()]);
        return section;
    }
    let respondents = "training_feedback.respondents";
    draft.counts.sum(
        "training_feedback.forms",
        [(respondents, forms.len() as u64)],
    );
    let mut headings = vec!["Question"];
    headings.extend(Grade::ALL.map(Grade::words));
    headings.push("Left empty");
    let mut sheet = Sheet::new("feedback", "Feedback, question by question", &headings).about([
        Entry::count(respondents),
        " participants answered a form of ".into(),
        Number::new("training_feedback.questions", Some(questions as f64), 0).into(),
        " questions. Percentages in the last line are of all answers given.".into(),
    ]);
    let mut totals = [0_u64; 4];
    for question in 0..questions {
        let given = |grade: Option<Grade>| {
            let of = forms
                .iter()
                .filter(|form| form.grades.get(question).copied().flatten() == grade);
            of.count() as u64
        };
        let name = |grade: Grade| format!("training_feedback.{}.{question}", key(grade));
        let empty = format!("training_feedback.empty.{question}");
        let mut parts: Vec<(String, u64)> = Grade::ALL
            .map(|grade| (name(grade), given(Some(grade))))
            .to_vec();
        for (total, (_, count)) in totals.iter_mut().zip(&parts) {
            *total += count;
        }
        parts.push((empty.clone(), given(None)));
        draft.counts.sum(respondents, parts);
        let mut row: Vec<Entry> = Grade::ALL
            .map(|grade| Entry::share(name(grade), respondents))
            .to_vec();
        row.push(Entry::count(empty));
        let asked = draft.cohort.template.feedback.get(question);
        let number = (question + 1).to_string();
        sheet.row(
            asked.map_or(number.clone(), |asked| format!("{number}. {}", asked.name)),
            row,
        );
    }
    for (at, grade) in Grade::ALL.into_iter().enumerate() {
        let parts = (0..questions).map(|question| {
            let name = format!("training_feedback.{}.{question}", key(grade));
            let count = draft.counts.value(&name).unwrap_or(0);
            (name, count)
        });
        let parts: Vec<(String, u64)> = parts.collect();
        draft
            .counts
            .sum(&format!("training_feedback.printed_totals.{at}"), parts);
    }
    let answers = "training_feedback.answers";
    let all = totals.into_iter().enumerate();
    draft.counts.sum(
        answers,
        all.map(|(at, count)| (format!("training_feedback.printed_totals.{at}"), count)),
    );
    let mut row: Vec<Entry> = (0..4)
        .map(|at| Entry::share(format!("training_feedback.printed_totals.{at}"), answers))
        .collect();
    row.push("".into());
    sheet.row("All answers", row);
    section.sheet(sheet);
    section
}

pub(super) fn costs(draft: &mut Draft<'_>) -> Drafted {
    let mut section = Drafted::new("costs", "What it cost");
    let costs = &draft.cohort.costs;
    if costs.is_empty() {
        section.words(vec!["No sum of money is in the file.".into()]);
        return section;
    }
    let quarters = in_order(costs.iter().map(|cost| &*cost.quarter));
    let headings = in_order(costs.iter().map(|cost| &*cost.heading));
    let sum = |is: &dyn Fn(&Cost) -> bool| -> i64 {
        costs
            .iter()
            .filter(|cost| is(cost))
            .map(|cost| cost.pence)
            .sum()
    };
    let sign = sign_of_income(costs);
    let pounds = |pence: i64| pence as f64 / 100.0;
    let money = |name: String, value: f64| -> Entry {
        Number::new(name, Some(value), 2).units("£", "").into()
    };
    let mut words = vec!["Quarter".to_owned()];
    for heading in &headings {
        words.push(format!("{}, in", capital(heading)));
        words.push(format!("{}, out", capital(heading)));
    }
    words.extend(["Net cost".to_owned(), "Help in kind".to_owned()]);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let mut sheet = Sheet::new("costs", "Income and outgoings by quarter", &words).about([
        "What came in is shown with a minus sign, since it lowers the cost. Help in kind cost nobody money and is in no total.".into(),
    ]);
    for quarter in &quarters {
        let place = quarter.to_lowercase().replace(' ', "_");
        let mut row = Vec::new();
        for (at, heading) in headings.iter().enumerate() {
            let of = |way: Way| {
                sum(&|cost| cost.quarter == *quarter && cost.heading == *heading && cost.way == way)
            };
            row.push(money(
                format!("costs.{place}.{}", 2 * at),
                pounds(-sign * of(Way::Income)),
            ));
            row.push(money(
                format!("costs.{place}.{}", 2 * at + 1),
                pounds(of(Way::Outgoing)),
            ));
        }
        let net = net(sign, |way| {
            sum(&|cost| cost.quarter == *quarter && cost.way == way)
        });
        row.push(money(
            format!("costs.{place}.{}", 2 * headings.len()),
            pounds(net),
        ));
        let in_kind = sum(&|cost| cost.quarter == *quarter && cost.way == Way::InKind);
        row.push(money(format!("costs.{place}.in_kind"), pounds(in_kind)));
        sheet.row(*quarter, row);
    }
    section.sheet(sheet);
    let total = pounds(net(sign, |way| sum(&|cost| cost.way == way)));
    let with = total * (1.0 + ADMINISTRATION);
    let mut sheet = Sheet::new(
        "cost_per_man",
        "What it cost in all",
        &["What", "Pounds", "Men"],
    );
    sheet.row(
        "Net cost",
        vec![money("costs.printed_total".to_owned(), total), "".into()],
    );
    let percent = grouped(100.0 * ADMINISTRATION, 0);
    sheet.row(
        format!("With {percent} % for administration"),
        vec![
            money("costs.printed_with_10pct_admin".to_owned(), with),
            "".into(),
        ],
    );
    for (name, words) in [
        (
            "course.enrolled",
            "For each man who enrolled, administration in it",
        ),
        (
            "course.completed",
            "For each man who completed, administration in it",
        ),
    ] {
        let men = draft.counts.value(name).unwrap_or(0);
        let each = (men > 0).then(|| with / men as f64);
        sheet.row(
            words,
            vec![
                Number::new(format!("costs.per_man.{name}"), each, 0)
                    .units("£", "")
                    .resting_on([name])
                    .into(),
                Entry::count(name),
            ],
        );
    }
    let in_kind = pounds(sum(&|cost| cost.way == Way::InKind));
    sheet.row(
        "Help in kind",
        vec![money("costs.in_kind".to_owned(), in_kind), "".into()],
    );
    section.sheet(sheet);
    section
}

/// What went out less what came in.
fn net(sign: i64, sum: impl Fn(Way) -> i64) -> i64 {
    sum(Way::Outgoing) - sign * sum(Way::Income)
}

/// Some books write what comes in with a minus sign, as in a list of costs.
fn sign_of_income(costs: &[Cost]) -> i64 {
    let income = costs.iter().filter(|cost| cost.way == Way::Income);
    match income.map(|cost| cost.pence).sum::<i64>() {
        sum if sum < 0 => -1,
        _ => 1,
    }
}

/// Each once, in the order of its first.
fn in_order<'a>(words: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut found: Vec<&str> = Vec::new();
    for word in words {
        if !found.contains(&word) {
            found.push(word);
        }
    }
    found
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
