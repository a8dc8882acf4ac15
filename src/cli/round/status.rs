use chrono::NaiveDate;
use serde::Serialize;

use crate::checks::{self, NotHeard};
use crate::cli::console::Console;
use crate::cli::ending::{Ending, Fault};
use crate::cli::table;
use crate::dates;
use crate::model::{Comment, CommentId, Review, Round, Sees, Sending};

#[derive(Serialize)]
struct Answer<'a> {
    rounds: Vec<RoundStatus<'a>>,
    /// Comments without a place in the draft.
    unanchored: usize,
    not_heard: Vec<Unheard<'a>>,
}

#[derive(Serialize)]
struct RoundStatus<'a> {
    round: u32,
    /// With its offset from UTC; empty where it has not gone out.
    sent: &'a str,
    deadline: Option<NaiveDate>,
    /// Why it went out although an objection was not heard.
    overridden: &'a str,
    members: Vec<MemberStatus<'a>>,
}

#[derive(Serialize)]
struct MemberStatus<'a> {
    member: &'a str,
    agency: &'a str,
    sees: Sees,
    /// With its offset from UTC; empty where nothing has come back.
    replied: &'a str,
    comments: usize,
    unanswered: usize,
}

#[derive(Serialize)]
struct Unheard<'a> {
    comment: CommentId,
    member: &'a str,
    why: &'static str,
}

pub(super) fn run(review: &Review, json: bool, console: &mut Console) -> Result<Ending, Fault> {
    let answer = Answer {
        rounds: review.rounds.iter().map(|one| round(review, one)).collect(),
        unanchored: review
            .comments
            .iter()
            .filter(|comment| comment.paragraph.is_none())
            .count(),
        not_heard: checks::not_heard(review)
            .iter()
            .map(|one| unheard(review, one))
            .collect(),
    };
    if json {
        console.json(&answer)?;
    } else {
        tell(&answer, console)?;
    }
    Ok(Ending::Done)
}

fn round<'a>(review: &'a Review, round: &'a Round) -> RoundStatus<'a> {
    RoundStatus {
        round: round.number,
        sent: &round.sent,
        deadline: round.deadline,
        overridden: &round.overridden,
        members: round
            .sendings
            .iter()
            .map(|sending| member(review, sending))
            .collect(),
    }
}

fn member<'a>(review: &'a Review, sending: &'a Sending) -> MemberStatus<'a> {
    let member = review.member(sending.member);
    let agency = member
        .and_then(|member| member.agency)
        .and_then(|id| review.agency(id));
    let theirs: Vec<&Comment> = review
        .comments
        .iter()
        .filter(|comment| comment.sending == sending.id)
        .collect();
    MemberStatus {
        member: member.map_or("", |member| &member.name),
        agency: agency.map_or("", |agency| &agency.name),
        sees: sending.sees,
        replied: &sending.replied,
        comments: theirs.len(),
        unanswered: theirs
            .iter()
            .filter(|comment| !comment.is_answered())
            .count(),
    }
}

fn unheard<'a>(review: &'a Review, one: &NotHeard) -> Unheard<'a> {
    Unheard {
        comment: one.comment,
        member: review.member(one.member).map_or("", |member| &member.name),
        why: one.why.words(),
    }
}

fn tell(answer: &Answer<'_>, console: &mut Console) -> Result<(), Fault> {
    if answer.rounds.is_empty() {
        console.say("No round of comments has begun.")?;
    }
    for round in &answer.rounds {
        let sent = match round.sent.get(..10) {
            Some(day) => format!("sent on {day}"),
            None => "not sent yet".to_owned(),
        };
        let deadline = round.deadline.map_or_else(String::new, |day| {
            format!(", replies by {}", dates::spoken_date(day))
        });
        console.say(&format!("Round {}: {sent}{deadline}", round.round))?;
        let rows: Vec<Vec<String>> = round.members.iter().map(row).collect();
        let headings = ["Member", "Sees", "Replied", "Comments", "Unanswered"];
        for line in table::lines(&headings, &rows, &[3, 4]) {
            console.say(&line)?;
        }
    }
    if answer.unanchored > 0 {
        console.say(&format!(
            "Comments without a place in the draft: {}",
            answer.unanchored
        ))?;
    }
    for one in &answer.not_heard {
        console.say(&format!(
            "Not heard: comment {} of {}. {}.",
            one.comment, one.member, one.why
        ))?;
    }
    Ok(())
}

fn row(member: &MemberStatus<'_>) -> Vec<String> {
    let replied = match member.replied.get(..10) {
        Some(day) => day.to_owned(),
        None => "no".to_owned(),
    };
    vec![
        member.member.to_owned(),
        member.sees.words().to_owned(),
        replied,
        member.comments.to_string(),
        member.unanswered.to_string(),
    ]
}
