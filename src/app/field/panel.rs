use chrono::NaiveDate;

use super::dates::a_day;
use super::{MemberPart, RoundPart};
use crate::app::{Open, Problem, panel};
use crate::model::{MemberId, RoundId};

pub(super) fn store_member(
    open: &mut Open,
    id: MemberId,
    part: MemberPart,
    text: &str,
) -> Result<(), Problem> {
    let text = text.trim().to_owned();
    panel::change_member(open, id, |member| match part {
        MemberPart::Name => member.name = text,
        MemberPart::Role => member.role = text,
        MemberPart::Email => member.email = text,
        MemberPart::Connection => member.connection = text,
    })
}

pub(super) fn store_round(
    open: &mut Open,
    id: RoundId,
    part: RoundPart,
    text: &str,
    today: NaiveDate,
) -> Result<(), Problem> {
    match part {
        RoundPart::Deadline => {
            let deadline = a_day(text, &open.review, today)?;
            panel::change_round(open, id, |round| round.deadline = deadline)
        }
        RoundPart::Note => {
            let text = text.trim().to_owned();
            panel::change_round(open, id, |round| round.note = text)
        }
    }
}
