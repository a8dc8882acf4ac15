//! The ratchets: expressions with the truth beside them, as they stand in `tests/dates/*.tsv`.

use super::*;

const EXPRESSIONS: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/dates/expressions.tsv"
));
const TRUTH: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/dates/truth.tsv"
));
/// Slips that make another good wording, such as “the 1970” from “the 1970s” or “c 9 July” from “wc 9 July”. May only shrink.
const MOST_SILENT_SLIPS: usize = 9;
const EXAMPLES: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/dates/examples.tsv"
));

#[test]
fn every_expression_is_understood_as_recorded() {
    let mut faults = Vec::new();
    let mut count = 0;
    for cells in lines(EXPRESSIONS) {
        let [
            status,
            expression,
            time,
            year,
            previous,
            anchors,
            order,
            expected,
            must_say,
        ] = cells[..]
        else {
            panic!("nine columns are needed: {cells:?}");
        };
        count += 1;
        let wording = expression.replace("\\n", "\n");
        let reading = read_with_time(&wording, time, &context_of(year, previous, anchors, order));
        let dates = &reading.dates;
        let found = dates.iter().map(outcome).collect::<Vec<_>>().join(" + ");
        let saying = said(dates);
        let is_right = found == expected && saying == must_say;
        match status {
            "pass" if !is_right => faults.push(format!(
                "regression: {expression:?} {time:?}\n  expected {expected} ({must_say})\n  found    {found} ({saying})"
            )),
            "known-gap" if is_right => faults.push(format!(
                "improvement: {expression:?} comes out right now; mark it “pass”"
            )),
            "known-gap" if !saying.contains("warning") => {
                faults.push(format!("{expression:?} is wrong in silence: {found}"));
            }
            "pass" | "known-gap" => {}
            other => faults.push(format!("unknown status {other:?} of {expression:?}")),
        }
    }
    assert!(
        count >= 500,
        "the ratchet has shrunk to {count} expressions"
    );
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A line of the truth: the wording, the time cell, and what is around them.
fn setting(cells: &[&str]) -> (String, String, Context) {
    let mut context = Context {
        year_from: "the heading above".to_owned(),
        ..context()
    };
    let mut time = String::new();
    for (key, value) in cells[2].split(';').filter_map(|part| part.split_once('=')) {
        match key {
            "year" => context.year = value.parse().ok(),
            "previous" => context.previous = value.parse().ok(),
            "time" => time = value.to_owned(),
            "epoch" => context.epoch = Epoch::Y1904,
            "order" => {
                context.order_proved = value.ends_with('!');
                if value.starts_with("mdy") {
                    context.order = DayOrder::MonthFirst;
                }
            }
            name => context.anchors.push(Anchor {
                name: name.to_owned(),
                when: from_edtf(value).expect("an anchor's date is EDTF"),
                ..Anchor::default()
            }),
        }
    }
    (cells[1].replace("\\n", "\n"), time, context)
}

/// Earliest, latest, precision and certainty as the file writes them.
fn columns(dates: &[When]) -> [String; 4] {
    if dates.iter().all(|when| !when.is_understood()) {
        return ["-", "", "", ""].map(str::to_owned);
    }
    let ends = |end: fn(&Span) -> Option<Moment>| {
        let of = |when: &When| {
            let own = Span {
                earliest: when.earliest,
                latest: when.latest,
            };
            std::iter::once(&own)
                .chain(&when.alternatives)
                .map(|span| end(span).map_or_else(String::new, |moment| moment.to_string()))
                .collect::<Vec<_>>()
                .join(" or ")
        };
        dates.iter().map(of).collect::<Vec<_>>().join(" + ")
    };
    [
        ends(|span| span.earliest).trim().to_owned(),
        ends(|span| span.latest).trim().to_owned(),
        name(dates[0].precision),
        name(dates[0].certainty),
    ]
}

#[test]
fn the_truth_is_understood() {
    let mut faults = Vec::new();
    let (mut count, mut right, mut answered, mut silent) = (0, 0, 0, 0);
    for cells in lines(TRUTH) {
        assert_eq!(cells.len(), 7, "seven columns are needed: {cells:?}");
        let (wording, time, context) = setting(&cells);
        let dates = read_with_time(&wording, &time, &context).dates;
        let found = columns(&dates);
        let expected = [cells[3], cells[4], cells[5], cells[6]].map(str::to_owned);
        let is_right = found == expected;
        let saying = said(&dates);
        count += 1;
        right += usize::from(is_right);
        answered += usize::from(found[0] != "-");
        if !is_right && saying == "nothing" {
            silent += 1;
            faults.push(format!(
                "{wording:?} is wrong in silence: {found:?}, not {expected:?}"
            ));
        }
        match (cells[0], is_right) {
            ("pass", true) | ("known", false) => {}
            ("pass", false) => faults.push(format!(
                "regression: {wording:?} ({})\n  expected {expected:?}\n  found    {found:?} ({saying})",
                cells[2]
            )),
            ("known", true) => faults.push(format!(
                "improvement: {wording:?} comes out right now; mark it “pass”"
            )),
            (other, _) => faults.push(format!("unknown status {other:?} of {wording:?}")),
        }
    }
    println!(
        "dates: {right} of {count} expressions right ({:.1} %), {answered} answered, {silent} wrong in silence",
        100.0 * right as f64 / count as f64
    );
    assert!(count >= 470, "the truth has shrunk to {count} expressions");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Wordings with one letter, mark or space dropped, doubled or exchanged with the next; figures stay as they are.
fn slips(wording: &str) -> Vec<String> {
    let letters: Vec<char> = wording.chars().collect();
    let mut all = Vec::new();
    for at in 0..letters.len() {
        if letters[at].is_ascii_digit() {
            continue;
        }
        let with = |change: &dyn Fn(&mut Vec<char>)| {
            let mut changed = letters.clone();
            change(&mut changed);
            changed.into_iter().collect::<String>()
        };
        all.push(with(&|text| {
            text.remove(at);
        }));
        all.push(with(&|text| text.insert(at, letters[at])));
        if letters
            .get(at + 1)
            .is_some_and(|next| !next.is_ascii_digit())
        {
            all.push(with(&|text| text.swap(at, at + 1)));
        }
    }
    all.retain(|slip| slip != wording);
    all
}

#[test]
fn a_slip_of_the_hand_seldom_changes_a_date_in_silence() {
    let mut silent = Vec::new();
    let mut count = 0;
    for cells in lines(TRUTH).filter(|cells| cells[0] == "pass" && cells[3] != "-") {
        let (wording, time, context) = setting(&cells);
        for slip in slips(&wording) {
            count += 1;
            let dates = read_with_time(&slip, &time, &context).dates;
            let found = columns(&dates);
            let is_same = found[0] == cells[3] && found[1] == cells[4];
            if found[0] != "-" && !is_same && said(&dates) == "nothing" {
                silent.push(format!(
                    "{wording:?} → {slip:?}: {} to {}",
                    found[0], found[1]
                ));
            }
        }
    }
    let share = 1000.0 * silent.len() as f64 / count as f64;
    println!(
        "slips: {} of {count} change a date in silence ({share:.1} ‰)",
        silent.len()
    );
    assert!(silent.len() <= MOST_SILENT_SLIPS, "{}", silent.join("\n"));
}

#[test]
fn the_given_examples_have_the_given_days() {
    let mut faults = Vec::new();
    for cells in lines(EXAMPLES) {
        let (status, expression) = (cells[0], cells[1]);
        let dates = read(expression, &context_of(cells[2], cells[3], cells[4], "")).dates;
        let spans: Vec<Span> = dates
            .iter()
            .flat_map(|when| {
                let own = Span {
                    earliest: when.earliest,
                    latest: when.latest,
                };
                std::iter::once(own).chain(when.alternatives.iter().copied())
            })
            .collect();
        let days = |ends: Vec<Option<Moment>>| -> Option<Vec<NaiveDate>> {
            ends.into_iter()
                .map(|end| end.map(|moment| moment.date))
                .collect()
        };
        let first = days(spans.iter().map(|span| span.earliest).collect())
            .and_then(|days| days.into_iter().min());
        let last = days(spans.iter().map(|span| span.latest).collect())
            .and_then(|days| days.into_iter().max());
        let is_right = (first, last) == (cells[5].parse().ok(), cells[6].parse().ok());
        if is_right != (status == "pass") {
            faults.push(format!(
                "{status}: {expression:?} gives {first:?} to {last:?}"
            ));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
