use chrono::NaiveDate;

use super::calendar;
use super::standing::{LimitStanding, LimitState, apply, months};
use crate::dates;
use crate::model::Review;

/// The limits, whether they were kept, and the pauses with their reasons, in words that the report can print under
/// its timescales. Paragraphs are parted by blank lines and pauses are a list, as in a section's text. Empty
/// where no limit has begun and there was no pause.
pub fn delay_narrative(review: &Review, today: NaiveDate) -> String {
    let stretches = calendar::stretches(review, today);
    let mut paragraphs: Vec<String> = review
        .template
        .clock
        .limits
        .iter()
        .map(|limit| apply(review, limit, &stretches, today))
        .filter_map(|limit| limit_in_words(&limit, today))
        .collect();
    paragraphs.extend(pauses_in_words(review, &stretches, today));
    paragraphs.join("\n\n")
}

fn limit_in_words(limit: &LimitStanding, today: NaiveDate) -> Option<String> {
    let (begun, due) = (limit.begun?, limit.due?);
    let allowed = format!(
        "From “{}” on {}, {} {} allowed to reach “{}” ({}).",
        limit.from_name,
        dates::spoken_date(begun),
        months(limit.months),
        if limit.months == 1 { "was" } else { "were" },
        limit.to_name,
        limit.source
    );
    let is = match limit.state {
        LimitState::NotBegun | LimitState::Running => "is",
        LimitState::Passed { .. } | LimitState::Kept | LimitState::Late { .. } => "was",
    };
    let due = dates::spoken_date(due);
    let last_day = match limit.paused_days {
        0 => format!("The last day {is} {due}."),
        paused => format!(
            "With {} of pauses left out, the last day {is} {due}.",
            days(paused)
        ),
    };
    let reached = limit.reached.map(dates::spoken_date).unwrap_or_default();
    let outcome = match limit.state {
        LimitState::NotBegun => return None,
        LimitState::Running => String::new(),
        LimitState::Kept => format!(" It was reached on {reached}, within the limit."),
        LimitState::Late { days_over } => {
            format!(" It was reached on {reached}, {} late.", days(days_over))
        }
        LimitState::Passed { days_over } => format!(
            " On {} it had not been reached, {} after the limit.",
            dates::spoken_date(today),
            days(days_over)
        ),
    };
    Some(format!("{allowed} {last_day}{outcome}"))
}

fn pauses_in_words(
    review: &Review,
    stretches: &[(NaiveDate, NaiveDate)],
    today: NaiveDate,
) -> Option<String> {
    let mut pauses: Vec<_> = review
        .pauses
        .iter()
        .filter(|pause| pause.from <= today)
        .collect();
    pauses.sort_by_key(|pause| (pause.from, pause.id));
    let times = match pauses.len() {
        0 => return None,
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        count => format!("{count} times"),
    };
    let all = calendar::paused_days(stretches, NaiveDate::MIN, today);
    let mut words = format!("The work was paused {times}, for {} in all:", days(all));
    for pause in pauses {
        let length = (calendar::end_of(pause, today).min(today) - pause.from).num_days();
        let from = dates::spoken_date(pause.from);
        let stretch = match pause.until {
            Some(until) => format!(
                "from {from} to {} ({})",
                dates::spoken_date(until),
                days(length)
            ),
            None => format!("since {from} ({} so far)", days(length)),
        };
        let reason = match pause.reason.trim() {
            "" => "no reason given",
            reason => reason,
        };
        words.push_str(&format!("\n- {stretch}: {reason}"));
    }
    Some(words)
}

fn days(count: i64) -> String {
    match count {
        1 => "1 day".to_owned(),
        _ => format!("{count} days"),
    }
}
