//! How the report's pages are made up: the timeline, groups of recommendations, definitions, colours.

use std::collections::BTreeSet;

use lantern::drafting::blocks;
use lantern::model::{Agency, AgencyId, Certainty, Moment, ParagraphId, Precision, Review, When};
use lantern::publish::{self, DraftPages, Output};
use serde_json::Value;
use std::sync::Arc;

use super::made_up::{day, entry, options, review};
use super::write;

fn timeline(review: &Review) -> Value {
    publish::report_data(review, &options()).expect("data")["timeline"].clone()
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

fn lanes(timeline: &Value) -> Vec<&Value> {
    let parts = list(timeline, "parts").iter();
    parts.flat_map(|part| list(part, "lanes")).collect()
}

fn when(from: &str, until: &str, precision: Precision, certainty: Certainty) -> When {
    let moment = |text: &str| text.parse::<Moment>().ok();
    When {
        wording: "as it was written".to_owned(),
        earliest: moment(from),
        latest: moment(until),
        precision,
        certainty,
        ..When::default()
    }
}

/// One record with this date, in a review of 1 January 2018 to 5 June 2021.
fn drawn(when: When) -> (Vec<bool>, Vec<[bool; 2]>) {
    let mut one = review(1);
    let mut only = (*entry(1)).clone();
    only.when = when;
    one.entries = Arc::new(vec![Arc::new(only)]);
    let timeline = timeline(&one);
    let lane = lanes(&timeline)
        .into_iter()
        .next()
        .cloned()
        .unwrap_or_default();
    let dots = list(&lane, "dots").iter();
    let bars = list(&lane, "bars").iter();
    (
        dots.map(|dot| dot["sure"] == true).collect(),
        bars.map(|bar| [bar["fades"][0] == true, bar["fades"][1] == true])
            .collect(),
    )
}

#[test]
fn a_record_is_drawn_as_certain_as_it_is() {
    use Certainty::{Approximate, Exact, Inferred};
    use Precision::{Day, Minute, Month};
    let cases = [
        (
            "a day",
            ("2019-04-12", "2019-04-12", Day, Exact),
            (vec![true], vec![]),
        ),
        (
            "a minute",
            ("2019-04-12T21:10", "2019-04-12T21:10", Minute, Exact),
            (vec![true], vec![]),
        ),
        (
            "a year was taken from elsewhere",
            ("2019-04-12", "2019-04-12", Day, Inferred),
            (vec![false], vec![]),
        ),
        (
            "a month",
            ("2019-04-01", "2019-04-30", Month, Exact),
            (vec![], vec![[false, false]]),
        ),
        (
            "about a month",
            ("2019-04-01", "2019-04-30", Month, Approximate),
            (vec![], vec![[true, true]]),
        ),
        (
            "from a day on",
            ("2019-04-12", "", Day, Exact),
            (vec![], vec![[false, true]]),
        ),
        (
            "until a day",
            ("", "2019-04-12", Day, Exact),
            (vec![], vec![[true, false]]),
        ),
        (
            "begins before the period",
            ("2017-06-01", "2018-03-01", Precision::Span, Exact),
            (vec![], vec![[true, false]]),
        ),
        (
            "before the period",
            ("2016-06-01", "2016-06-01", Day, Exact),
            (vec![], vec![]),
        ),
        (
            "not understood",
            ("", "", Precision::None, Exact),
            (vec![], vec![]),
        ),
    ];
    for (what, (from, until, precision, certainty), expected) in cases {
        assert_eq!(
            drawn(when(from, until, precision, certainty)),
            expected,
            "{what}"
        );
    }
}

/// Records of thirty agencies, spread over their period, one in fifty without a date.
fn crowded(entries: i64) -> Review {
    let mut one = review(1);
    let sector = |id: i64| {
        one.agencies[(id as usize) % one.agencies.len()]
            .sector
            .clone()
    };
    one.agencies = (1..=30)
        .map(|id| Agency {
            id: AgencyId(id),
            name: format!("Wexmoor and Hartle Valley Integrated Community Healthcare Partnership Foundation Trust {id}"),
            sector: sector(id),
            due: None,
            note: String::new(),
        })
        .collect();
    let all = (1..=entries)
        .map(|id| {
            let mut entry = (*entry(id)).clone();
            entry.agency = AgencyId(id % 30 + 1);
            let on = day(2018, 1, 1) + chrono::Days::new((id as u64 * 37) % 1_240);
            entry.when = if id % 50 == 0 {
                When::not_understood("long ago")
            } else {
                When::on(on)
            };
            Arc::new(entry)
        })
        .collect();
    one.entries = Arc::new(all);
    one
}

#[test]
fn thirty_agencies_and_five_thousand_records_stay_a_drawing_that_can_be_read() {
    let crowded = crowded(5_000);
    let timeline = timeline(&crowded);
    let parts = list(&timeline, "parts");
    assert_eq!(
        parts.len(),
        2,
        "more rows than stand on a page go on to the next"
    );
    let lanes = lanes(&timeline);
    assert_eq!(lanes.len(), 30);
    let counts = lanes
        .iter()
        .filter_map(|lane| lane["count"].as_str()?.parse::<usize>().ok());
    assert_eq!(counts.sum::<usize>(), 5_000);
    for lane in &lanes {
        assert!(
            list(lane, "dots").is_empty(),
            "columns stand in the place of a crowd"
        );
        let highest = list(lane, "columns")
            .iter()
            .filter_map(Value::as_f64)
            .fold(0.0, f64::max);
        assert!(highest > 0.0 && highest <= 1.0, "{highest}");
        let name = lane["name"].as_str().map_or(0, |name| name.chars().count());
        assert!(
            name <= 76,
            "a name of {name} letters does not stand in its row"
        );
    }
    assert_eq!(
        parts[0]["left_out"],
        "Not drawn: 100 records without a date that was understood."
    );
    let words: String = parts
        .iter()
        .filter_map(|part| part["alt"].as_str())
        .collect();
    for agency in &crowded.agencies {
        assert!(
            words.contains(&format!("{}: ", agency.name)),
            "{} is not in the words",
            agency.name
        );
    }
    assert!(
        timeline.to_string().len() < 60_000,
        "{} bytes",
        timeline.to_string().len()
    );
}

#[test]
fn without_dates_there_is_no_timeline() {
    let mut one = review(3);
    for entry in Arc::make_mut(&mut one.entries) {
        Arc::make_mut(entry).when = When::not_understood("long ago");
    }
    assert_eq!(timeline(&one), Value::Null);
    one.entries = Arc::default();
    assert_eq!(timeline(&one), Value::Null);
    let folder = tempfile::tempdir().expect("a folder");
    assert!(
        write(&one, Output::ReportPdf, folder.path())
            .notes
            .iter()
            .all(|note| !note.contains("PDF/UA"))
    );
}

#[test]
fn the_words_of_the_timeline_tell_what_is_drawn() {
    let mut one = review(4);
    let when = |year, month| When::on(day(year, month, 3));
    for (entry, when) in Arc::make_mut(&mut one.entries).iter_mut().zip([
        when(2018, 2),
        when(2019, 5),
        when(2019, 6),
        when(2017, 1),
    ]) {
        let entry = Arc::make_mut(entry);
        entry.when = when;
        entry.agency = AgencyId(1);
    }
    let timeline = timeline(&one);
    let alt = timeline["parts"][0]["alt"].as_str().expect("words");
    let name = &one.agencies[0].name;
    for expected in [
        "1 January 2018 to 5 June 2021".to_owned(),
        format!("{name}: 4 records, from 2018 to 2019, most in 2019 (2)."),
        "Not drawn: 1 record outside of this period.".to_owned(),
        "marks Death: 5 June 2021.".to_owned(),
    ] {
        assert!(alt.contains(&expected), "{expected} is not in {alt}");
    }
}

#[test]
fn recommendations_and_definitions_say_what_they_are() {
    let data = publish::report_data(&review(14), &options()).expect("data");
    let recommendations = list(&data, "recommendations").iter();
    let reaches: BTreeSet<&str> = recommendations
        .filter_map(|one| one["reach"].as_str())
        .collect();
    assert_eq!(
        reaches,
        BTreeSet::from(["Multi-agency", "National", "Single agency"])
    );
    let glossary = list(&data, "appendices")
        .iter()
        .find(|one| one["title"] == "Glossary");
    let paragraphs = list(glossary.expect("a glossary"), "paragraphs");
    let terms: Vec<&str> = paragraphs
        .iter()
        .filter_map(|one| one["terms"][0]["term"].as_str())
        .collect();
    assert_eq!(terms, ["IMR", "MARAC"]);
    let elsewhere = list(&data, "sections")
        .iter()
        .flat_map(|one| list(one, "paragraphs"));
    assert!(elsewhere.into_iter().all(|one| one.get("terms").is_none()));
}

#[test]
fn the_end_of_a_sections_last_paragraph_is_not_the_next_heading() {
    let mut one = review(3);
    let place = one
        .sections
        .iter()
        .position(|section| section.key == "analysis")
        .expect("an analysis");
    let text = "First of them.\n\nOne line.";
    one.sections[place].text = text.to_owned();
    one.sections[place].paragraphs = (100..).map(ParagraphId).take(blocks(text).len()).collect();
    let pages = DraftPages::of(&one, &options()).expect("pages");
    let at = |share: f32| pages.place("analysis", 1, share).expect("a place");
    let (first, last) = (at(0.0), at(1.0));
    assert_eq!(first.page, last.page);
    let together = first.lines.start < last.lines.end && last.lines.start < first.lines.end;
    assert!(
        together,
        "a line begins and ends on the same line: {first:?}, {last:?}"
    );
}

/// WCAG's contrast of two colours written “RRGGBB”.
fn contrast(one: &str, other: &str) -> f64 {
    let luminance = |colour: &str| {
        let channel = |at: usize| {
            let value = u8::from_str_radix(&colour[at..at + 2], 16).expect("a colour");
            let value = f64::from(value) / 255.0;
            if value <= 0.040_45 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4)
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn every_colour_of_words_can_be_read_on_every_ground() {
    let sources = concat!(
        include_str!("../../../export/style.typ"),
        include_str!("../../../export/timeline.typ")
    );
    let colour = |name: &str| {
        let line = format!("#let {name} = rgb(\"#");
        let at = sources
            .find(&line)
            .unwrap_or_else(|| panic!("no colour {name}"))
            + line.len();
        sources[at..at + 6].to_owned()
    };
    assert!(contrast("FFFFFF", "777777") < 4.5, "the measure can fail");
    let grounds = ["FFFFFF".to_owned(), colour("accent-pale"), colour("faint")];
    for name in ["ink", "secondary", "accent", "doubt"] {
        for ground in &grounds {
            let ratio = contrast(&colour(name), ground);
            assert!(ratio >= 4.5, "{name} on {ground}: {ratio:.2}");
        }
    }
    // What is drawn and no word needs three to one.
    let drawn = contrast(&colour("accent"), &colour("faint"));
    assert!(drawn >= 3.0, "{drawn:.2}");
}
