use super::{PanelAction, PanelPart};
use crate::app::{Open, Problem};
use crate::edits;
use crate::model::{MemberId, Review, Round, RoundId, Sees, Sending, SendingId};

pub(super) fn update(open: &mut Open, action: PanelAction) -> Result<(), Problem> {
    match action {
        PanelAction::ShowRound(id) => {
            open.panel.part = PanelPart::Rounds;
            open.panel.round = Some(id);
        }
        PanelAction::BeginRound => begin(open)?,
        PanelAction::RemoveRound(id) => open.edit("The round was not removed", |store| {
            edits::remove_round(store, id)
        })?,
        PanelAction::ChooseSection(id, key, chosen) => {
            let order: Vec<String> = keys(&open.review);
            change(open, id, |round| {
                let is_in = |one: &String| match *one == key {
                    true => chosen,
                    false => round.sections.contains(one),
                };
                round.sections = order.iter().filter(|one| is_in(one)).cloned().collect();
            })?;
        }
        PanelAction::ChooseSections(id, all) => {
            let written = if all {
                written(&open.review)
            } else {
                Vec::new()
            };
            change(open, id, |round| round.sections = written)?;
        }
        PanelAction::ChooseMember(id, member, chosen) => {
            change(open, id, |round| {
                round.sendings.retain(|sending| sending.member != member);
                round.sendings.extend(chosen.then(|| sending(member)));
            })?;
        }
        PanelAction::SetSees(id, member, sees) => change(open, id, |round| {
            let mut sendings = round.sendings.iter_mut();
            if let Some(sending) = sendings.find(|sending| sending.member == member) {
                sending.sees = sees;
            }
        })?,
        _ => {}
    }
    Ok(())
}

/// With everything that is written, for everybody on the panel; each sees what they saw last.
fn begin(open: &mut Open) -> Result<(), Problem> {
    let review = &open.review;
    let last = |member| {
        let mut sendings = review.rounds.iter().rev().flat_map(|round| &round.sendings);
        sendings.find(|sending| sending.member == member)
    };
    let members = review.members.iter().filter(|member| !member.left);
    let sendings = members.map(|member| Sending {
        sees: last(member.id).map_or(Sees::FullDraft, |last| last.sees),
        ..sending(member.id)
    });
    let round = Round {
        id: RoundId(0),
        number: 0,
        deadline: None,
        note: String::new(),
        sections: written(review),
        version: None,
        sent: String::new(),
        overridden: String::new(),
        sendings: sendings.collect(),
    };
    let id = open.edit("The round was not begun", |store| {
        edits::begin_round(store, &round)
    })?;
    open.panel.part = PanelPart::Rounds;
    open.panel.round = Some(id);
    Ok(())
}

fn sending(member: MemberId) -> Sending {
    Sending {
        id: SendingId(0),
        member,
        sees: Sees::FullDraft,
        token: String::new(),
        replied: String::new(),
    }
}

/// Keys of all sections in their order.
fn keys(review: &Review) -> Vec<String> {
    review
        .sections
        .iter()
        .map(|section| section.key.clone())
        .collect()
}

fn written(review: &Review) -> Vec<String> {
    let sections = review.sections.iter();
    sections
        .filter(|section| !section.text.trim().is_empty())
        .map(|section| section.key.clone())
        .collect()
}

pub(in crate::app) fn change(
    open: &mut Open,
    id: RoundId,
    how: impl FnOnce(&mut Round),
) -> Result<(), Problem> {
    let mut rounds = open.review.rounds.iter();
    let Some(mut round) = rounds.find(|round| round.id == id).cloned() else {
        return Ok(());
    };
    how(&mut round);
    open.edit("The round was not changed", |store| {
        edits::change_round(store, &round)
    })
}
