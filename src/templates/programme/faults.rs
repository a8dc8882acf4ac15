//! What a programme’s template must hold beyond its form: keys that stand once, numbers that can be.

use crate::model::programme::ProgrammeTemplate;
use crate::templates::faults::{Fault, misnamed};

/// The first fault; `None` where the template is sound.
pub(in crate::templates) fn first(template: &ProgrammeTemplate, name: &str) -> Option<Fault> {
    naming(template, name)
        .or_else(|| numbers(template))
        .or_else(|| hours(template))
        .or_else(|| couples_work(template))
        .or_else(|| windows(template))
        .or_else(|| measures(template))
        .or_else(|| lists(template))
        .or_else(|| protection(template))
}

fn naming(template: &ProgrammeTemplate, name: &str) -> Option<Fault> {
    if let Some(fault) = misnamed(&template.name, name) {
        return Some(fault);
    }
    [
        ("name", &template.name),
        ("title", &template.title),
        ("source", &template.source),
    ]
    .into_iter()
    .find(|(_, text)| text.trim().is_empty())
    .map(|(place, _)| empty(place, place))
}

fn empty(place: &str, field: &str) -> Fault {
    Fault::at(
        place,
        format!("“{field}” is empty. Write something between the quotation marks."),
    )
}

/// Each number with the least and the most that it can be; beyond is a slip of the hand.
fn numbers(template: &ProgrammeTemplate) -> Option<Fault> {
    let contact = &template.contact;
    let notices = &template.notices;
    let couples = &template.couples_work;
    [
        ("sessions.number", template.sessions.number, 1, 200),
        (
            "sessions.individual_before",
            template.sessions.individual_before,
            0,
            50,
        ),
        ("groups.size", template.groups.size, 1, 50),
        ("groups.opening_weeks", template.groups.opening_weeks, 0, 52),
        (
            "attendance.significant_run",
            template.attendance.significant_run,
            1,
            template.sessions.number,
        ),
        (
            "contact.first_information_days",
            contact.first_information_days,
            1,
            365,
        ),
        ("contact.during", contact.during, 0, 100),
        ("contact.telephone_offers", contact.telephone_offers, 0, 100),
        ("contact.after_leaving", contact.after_leaving, 0, 20),
        ("notices.within_days", notices.within_days, 1, 365),
        (
            "notices.safety_within_days",
            notices.safety_within_days,
            0,
            7,
        ),
        (
            "follow_up.overdue_after_days",
            template.follow_up.overdue_after_days,
            0,
            365,
        ),
        (
            "couples_work.weeks_without_violence",
            couples.weeks_without_violence,
            1,
            520,
        ),
        ("keeping.years", template.keeping.years, 1, 100),
        (
            "disclosure_control.threshold",
            template.disclosure_control.threshold,
            2,
            100,
        ),
    ]
    .into_iter()
    .find(|(_, value, least, most)| !(least..=most).contains(&value))
    .map(|(place, value, least, most)| {
        Fault::at(
            place,
            format!("This number is {value}; it can be between {least} and {most}."),
        )
    })
}

fn hours(template: &ProgrammeTemplate) -> Option<Fault> {
    let sound = template.sessions.hours > 0.0 && template.sessions.hours <= 24.0;
    (!sound).then(|| {
        Fault::at(
            "sessions.hours",
            "A session is longer than 0 hours and at most 24.",
        )
    })
}

fn couples_work(template: &ProgrammeTemplate) -> Option<Fault> {
    let number = template.sessions.number;
    [
        ("least_sessions", template.couples_work.least_sessions),
        ("offered_from_week", template.couples_work.offered_from_week),
    ]
    .into_iter()
    .find(|(_, value)| !(1..=number).contains(value))
    .map(|(field, value)| {
        Fault::at(
            format!("couples_work.{field}"),
            format!("This number is {value}, but the programme has {number} sessions."),
        )
    })
}

fn windows(template: &ProgrammeTemplate) -> Option<Fault> {
    /// Longer than any programme follows up: a slip of the hand.
    const MOST_MONTHS: u32 = 240;
    let months = &template.follow_up.months;
    let ordered = months.windows(2).all(|pair| pair[0] < pair[1]);
    let sound = ordered
        && !months.is_empty()
        && months.iter().all(|month| (1..=MOST_MONTHS).contains(month));
    (!sound).then(|| {
        Fault::at(
            "follow_up.months",
            format!("Name at least one follow-up window, in months from 1 to {MOST_MONTHS}, each once and in order."),
        )
    })
}

fn measures(template: &ProgrammeTemplate) -> Option<Fault> {
    template
        .measures
        .iter()
        .position(|measure| measure.lowest >= measure.highest)
        .map(|at| {
            Fault::at(
                format!("measures.{at}.lowest"),
                "The lowest value of a scale must be below its highest.",
            )
        })
}

fn lists(template: &ProgrammeTemplate) -> Option<Fault> {
    macro_rules! pairs {
        ($list:expr, $name:ident) => {
            $list
                .iter()
                .map(|item| (item.key.as_str(), item.$name.as_str()))
                .collect::<Vec<_>>()
        };
    }
    [
        (
            "couples_work.must_not_be",
            pairs!(template.couples_work.must_not_be, name),
        ),
        (
            "keeping.of_unsuccessful",
            pairs!(template.keeping.of_unsuccessful, name),
        ),
        ("measures", pairs!(template.measures, name)),
        (
            "reasons_for_leaving",
            pairs!(template.reasons_for_leaving, name),
        ),
        ("referral_sources", pairs!(template.referral_sources, name)),
        ("substances", pairs!(template.substances, name)),
        ("drinking", pairs!(template.drinking, name)),
        ("risk_factors", pairs!(template.risk_factors, name)),
        ("fact_kinds", pairs!(template.fact_kinds, name)),
        ("ethnicities", pairs!(template.ethnicities, name)),
        ("genders", pairs!(template.genders, name)),
        (
            "sexual_orientations",
            pairs!(template.sexual_orientations, name),
        ),
        ("referral_form", pairs!(template.referral_form, text)),
        ("feedback", pairs!(template.feedback, name)),
    ]
    .into_iter()
    .find_map(|(list, items)| list_fault(list, &items))
}

fn list_fault(list: &str, items: &[(&str, &str)]) -> Option<Fault> {
    let mut seen: Vec<&str> = Vec::new();
    for (at, (key, name)) in items.iter().enumerate() {
        let place = format!("{list}.{at}.key");
        let plain = key.starts_with(|letter: char| letter.is_ascii_lowercase())
            && key.chars().all(|letter| {
                letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_'
            });
        if !plain {
            return Some(Fault::at(
                place,
                format!(
                    "The key “{key}” may have small letters a to z, digits and _ only, and begins with a letter."
                ),
            ));
        }
        if seen.contains(key) {
            return Some(Fault::at(
                place,
                format!(
                    "The key “{key}” stands twice in this list. Keep one, or give the second another key."
                ),
            ));
        }
        if name.trim().is_empty() {
            return Some(empty(&format!("{list}.{at}"), key));
        }
        seen.push(key);
    }
    None
}

/// Without a single kind that needs her permission, a slip of the hand would open what must stay closed.
fn protection(template: &ProgrammeTemplate) -> Option<Fault> {
    let any = template
        .fact_kinds
        .iter()
        .any(|kind| kind.only_with_her_permission);
    (!any).then(|| {
        Fault::at(
            "fact_kinds",
            "At least one kind of fact must be marked “only_with_her_permission = true”.",
        )
    })
}
