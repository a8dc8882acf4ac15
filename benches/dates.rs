//! 100,000 date expressions understood: those of the ratchet files in `tests/dates`, in turn.
//!
//! Baseline: a second, which is a return of a thousand rows in a frame. Target: 1 s in all. Run it with
//! `cargo bench --bench dates`.

mod support;

use std::hint::black_box;

use chrono::NaiveDate;
use lantern::dates::{Anchor, Context, read};
use lantern::model::When;
use lantern::templates;
use support::{median, runs, timed, told};

const EXPRESSIONS: &str = include_str!("../tests/dates/expressions.tsv");
const TRUTH: &str = include_str!("../tests/dates/truth.tsv");
const COUNT: usize = 100_000;
const TARGET: (&str, f64) = ("target", 1.0);

fn main() {
    let wordings: Vec<String> = [EXPRESSIONS, TRUTH]
        .iter()
        .flat_map(|file| file.lines())
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split('\t').nth(1))
        .map(|wording| wording.replace("\\n", "\n"))
        .collect();
    let context = context();
    let plain = vec!["14/07/2012 21:40".to_owned()];
    for (what, wordings) in [
        ("a mix of every kind of expression", &wordings),
        ("nothing but 14/07/2012 21:40", &plain),
    ] {
        let times: Vec<_> = (0..runs())
            .map(|_| timed(|| understand(wordings, &context)).1)
            .collect();
        println!("{COUNT} expressions, {} different ones", wordings.len());
        told(what, median(&times), &[TARGET]);
    }
}

fn understand(wordings: &[String], context: &Context) {
    for wording in wordings.iter().cycle().take(COUNT) {
        black_box(read(black_box(wording), context));
    }
}

/// As in a review: key dates that wordings hang on, the template's periods, an entry above.
fn context() -> Context {
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
    let anchor = |name: &str, words: &[&str], date| Anchor {
        name: name.to_owned(),
        words: words.iter().map(|word| (*word).to_owned()).collect(),
        when: When::on(date),
        hangs_on: None,
    };
    Context {
        anchors: vec![
            anchor(
                "death",
                &["her death", "the homicide", "the fatal incident"],
                day(2020, 1, 15),
            ),
            anchor("attack", &["the attack", "the stabbing"], day(2017, 5, 10)),
            anchor("birth of Amina Okafor", &["amina’s birth"], day(1990, 5, 3)),
        ],
        periods: templates::built_in()
            .first()
            .map(|template| template.periods.clone().into())
            .unwrap_or_default(),
        previous: Some(day(2013, 3, 3)),
        ..Context::new(day(2026, 11, 22))
    }
}
