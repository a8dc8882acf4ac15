//! The overview report as data for its layout.

use serde_json::{Value, json};

use super::chronology_data::{self, Detail};
use super::layouts::PAGES_ENTRY_LIMIT;
use super::matter::{Matter, stays_whole};
use super::plan_columns::recommendation_marks;
use super::{Options, Output, about, plan_data};
use crate::chronology::Claims;
use crate::dates;
use crate::drafting::{self, Numbered, NumberedSection, Part, plain};
use crate::model::{KeyDate, Pause, Recommendation, Review};

/// What the program prints in a section below the chair's own text, by the key of the template's section.
const RECOMMENDATIONS: Addition = ("recommendations", "Recommendations", false);
const COMBINED_CHRONOLOGY: Addition = ("combined_chronology", "Combined chronology", true);
const ACTION_PLAN: Addition = ("action_plan", "Action plan", true);
const TIMESCALES: &str = "timescales";

/// Key, title where the template has no such section, and whether it is an appendix.
type Addition = (&'static str, &'static str, bool);

/// The report's data, and the titles of sections that nobody has written yet.
pub(super) fn data(
    review: &Review,
    options: &Options,
    matter: &mut Matter,
) -> (Value, Vec<String>) {
    let about = about::data(review, Output::ReportPdf, options.today, matter);
    let mut sections = drafting::paragraphs(&review.sections, &review.template);
    for addition in [RECOMMENDATIONS, COMBINED_CHRONOLOGY, ACTION_PLAN] {
        add_where_missing(&mut sections, addition);
    }

    let timescales = timescales(review, matter);
    let mut unwritten = Vec::new();
    let mut body = Vec::new();
    let mut appendices = Vec::new();
    for section in sections {
        let addition = match section.key.as_str() {
            TIMESCALES if timescales.is_null() => "",
            TIMESCALES => TIMESCALES,
            key => [RECOMMENDATIONS, COMBINED_CHRONOLOGY, ACTION_PLAN]
                .into_iter()
                .find_map(|(known, _, _)| (known == key).then_some(known))
                .unwrap_or_default(),
        };
        let empty = section.paragraphs.is_empty() && addition.is_empty();
        if empty {
            unwritten.push(section.title.clone());
        }
        let printed = json!({
            "number": matter.plain(&section.number),
            "title": matter.plain(&section.title),
            "paragraphs": paragraphs(&section.paragraphs, matter),
            "addition": addition,
            "empty": empty,
        });
        if section.appendix {
            appendices.push(printed);
        } else {
            body.push(printed);
        }
    }

    let chronology = if review.entries.len() > PAGES_ENTRY_LIMIT {
        json!({ "years": [], "about": too_long_to_print(review.entries.len()) })
    } else {
        let rows = super::in_print(review);
        chronology_data::data(
            review,
            &rows,
            &Options::new(options.today),
            Detail::Appendix,
            matter,
        )
    };
    let data = json!({
        "about": about,
        "sections": body,
        "appendices": appendices,
        "timescales": timescales,
        "recommendations": recommendations(review, matter),
        "chronology": chronology,
        "plan": plan_data::data(review, matter),
    });
    (data, unwritten)
}

/// In place of a chronology beyond [`PAGES_ENTRY_LIMIT`]: a report without its appendix is better than none.
pub(super) fn too_long_to_print(entries: usize) -> String {
    format!(
        "The combined chronology has {entries} entries, and {PAGES_ENTRY_LIMIT} is the most that can be printed here. It \
         goes with this report as an Excel file."
    )
}

fn add_where_missing(sections: &mut Vec<NumberedSection>, addition: Addition) {
    let (key, title, appendix) = addition;
    if sections.iter().any(|section| section.key == key) {
        return;
    }
    let before = sections
        .iter()
        .filter(|section| section.appendix == appendix)
        .count();
    sections.push(NumberedSection {
        key: key.to_owned(),
        number: next_number(before, appendix),
        title: title.to_owned(),
        appendix,
        paragraphs: Vec::new(),
    });
}

/// 1, 2, … in the body; A, B, … Z, then 27, 28, … among the appendices.
fn next_number(before: usize, appendix: bool) -> String {
    match ('A'..='Z').nth(before) {
        Some(letter) if appendix => letter.to_string(),
        _ => (before + 1).to_string(),
    }
}

fn paragraphs(paragraphs: &[Numbered], matter: &mut Matter) -> Value {
    paragraphs
        .iter()
        .map(|paragraph| {
            json!({
                "number": matter.plain(&paragraph.number),
                "parts": parts(paragraph, matter),
            })
        })
        .collect()
}

fn parts(paragraph: &Numbered, matter: &mut Matter) -> Value {
    paragraph
        .parts()
        .iter()
        .map(|part| match part {
            Part::Text(text) | Part::Quotation(text) => {
                json!({ "list": false, "lines": [matter.line(&plain(text))] })
            }
            Part::List { items, .. } => {
                let items: Vec<Value> =
                    items.iter().map(|item| matter.line(&plain(item))).collect();
                json!({ "list": true, "lines": items })
            }
            Part::Table(rows) => {
                let rows: Vec<Value> = rows
                    .iter()
                    .map(|row| {
                        matter.line(
                            &row.iter()
                                .map(|cell| plain(cell))
                                .collect::<Vec<_>>()
                                .join(" · "),
                        )
                    })
                    .collect();
                json!({ "list": true, "lines": rows })
            }
        })
        .collect()
}

/// Dates of the process and of the case, and the times in which the clock stood still; null where there are none.
fn timescales(review: &Review, matter: &mut Matter) -> Value {
    if review.key_dates.is_empty() && review.pauses.is_empty() {
        return Value::Null;
    }
    let key_date = |date: &KeyDate, matter: &mut Matter| json!({ "name": matter.line(&date.label), "when": matter.line(&dates::spoken(&date.when)) });
    let pause = |pause: &Pause, matter: &mut Matter| {
        let from = dates::spoken_date(pause.from);
        let stretch = match pause.until {
            Some(until) => format!("{from} to {}", dates::spoken_date(until)),
            None => format!("Since {from}"),
        };
        json!({ "when": stretch, "reason": matter.line(&pause.reason) })
    };
    let key_dates: Vec<Value> = review
        .key_dates
        .iter()
        .map(|date| key_date(date, matter))
        .collect();
    let pauses: Vec<Value> = review
        .pauses
        .iter()
        .map(|stretch| pause(stretch, matter))
        .collect();
    json!({ "dates": key_dates, "pauses": pauses })
}

fn recommendations(review: &Review, matter: &mut Matter) -> Value {
    let claims = Claims::of(review);
    review
        .recommendations
        .iter()
        .map(|recommendation| recommendation_data(review, recommendation, &claims, matter))
        .collect()
}

fn recommendation_data(
    review: &Review,
    recommendation: &Recommendation,
    claims: &Claims,
    matter: &mut Matter,
) -> Value {
    let agencies: Vec<&str> = recommendation
        .agencies
        .iter()
        .filter_map(|&id| review.agency(id))
        .map(|agency| agency.name.as_str())
        .collect();
    let weakness = review.tag_name(&recommendation.weakness);
    let findings = review.findings_of(recommendation);
    let rests_on = rests_on(review, recommendation, claims);
    let mut notes = Vec::new();
    for (name, wording) in [
        ("Finding", findings.as_str()),
        ("Weakness", weakness),
        ("For", &agencies.join(", ")),
        ("Rests on", &rests_on),
    ] {
        if !wording.trim().is_empty() {
            notes.push(json!({ "name": name, "lines": matter.lines(wording) }));
        }
    }
    json!({
        "number": recommendation.position.to_string(),
        "text": matter.lines(&recommendation.text),
        "marks": recommendation_marks(recommendation),
        "keep": stays_whole(&[&recommendation.text, &findings]),
        "notes": notes,
    })
}

/// “Entries 3, 14; entry 22 (Claim: the perpetrator’s own word, disputed)”: what stands undisputed first, then each kind of claim.
fn rests_on(review: &Review, recommendation: &Recommendation, claims: &Claims) -> String {
    let mut kinds: Vec<(String, Vec<String>)> = vec![(String::new(), Vec::new())];
    for entry in recommendation
        .entries
        .iter()
        .filter_map(|id| review.entry(*id))
    {
        let badge = claims.of_entry(entry).badge().unwrap_or_default();
        let number = entry.id.to_string();
        match kinds.iter_mut().find(|(known, _)| *known == badge) {
            Some((_, entries)) => entries.push(number),
            None => kinds.push((badge, vec![number])),
        }
    }
    let said = kinds
        .into_iter()
        .filter(|(_, entries)| !entries.is_empty())
        .map(|(badge, entries)| {
            let word = if entries.len() == 1 {
                "entry"
            } else {
                "entries"
            };
            let entries = entries.join(", ");
            match badge.is_empty() {
                true => format!("{word} {entries}"),
                false => format!("{word} {entries} ({badge})"),
            }
        });
    let said = said.collect::<Vec<_>>().join("; ");
    let mut letters = said.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}
