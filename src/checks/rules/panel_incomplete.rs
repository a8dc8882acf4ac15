//! A panel that is not complete, or not independent.
//!
//! **What it finds.** A panel on which no specialist domestic abuse service sits; members who were not asked whether they were involved with the
//! people or the case; and members who were. Relatives, who only get the family's version, are not asked.
//!
//! **Why.** A specialist service sees what agencies miss, and a member who had a part in what happened cannot judge it. Both are reasons for
//! which reports come back.
//!
//! **What to do.** Ask a specialist service to send somebody, and every member whether they had anything to do with the case; note it at each
//! member in the room Panel. Who was connected is named in the report with what they did, or gives the seat to somebody else.

use crate::checks::reading::finds;
use crate::checks::{At, Case, Mark};
use crate::model::{Independence, Member, Review, RuleSetting, Sees};

/// Words by which the role of a relative or friend is told.
const FAMILY: [&str; 22] = [
    "aunt", "brother", "child", "cousin", "dad", "daughter", "family", "father", "friend",
    "grandmother", "grandfather", "mother", "mum", "neighbour", "nephew", "niece", "parent",
    "partner", "relative", "sister", "son", "uncle",
];

/// `sections` of the setting names the sectors of specialist services, `words` how their roles are called.
pub(super) fn find(case: &Case<'_>, setting: &RuleSetting) -> Vec<Mark> {
    let review = case.review;
    let panel: Vec<&Member> = review
        .members
        .iter()
        .filter(|member| !member.left && !is_family(review, member))
        .collect();
    if panel.is_empty() {
        return vec![Mark {
            subject: "nobody".to_owned(),
            what: "Nobody is entered on the panel.".to_owned(),
            instead: "Enter its members in the room Panel, each with agency and role.".to_owned(),
            at: At::Rounds,
        }];
    }
    let mut marks = Vec::new();
    if !panel.iter().any(|member| is_specialist(review, member, setting)) {
        marks.push(Mark {
            subject: "specialist".to_owned(),
            what: "No specialist domestic abuse service sits on the panel.".to_owned(),
            instead: "Ask one to join. Where one does sit there, choose its agency at the member, and the sector at the agency.".to_owned(),
            at: At::Member(panel[0].id),
        });
    }
    marks.extend(not_asked(&panel));
    let connected = panel.iter();
    let connected = connected.filter(|member| member.independence == Independence::Connected);
    marks.extend(connected.map(|member| Mark {
        subject: format!("member {} connected", member.id),
        what: match member.connection.trim() {
            "" => "A member of the panel was involved or is connected with the case, and it is not noted how.".to_owned(),
            _ => "A member of the panel was involved or is connected with the case; how is noted at the member.".to_owned(),
        },
        instead: "Say so in the report, with what the member took no part in; or let the agency send somebody else.".to_owned(),
        at: At::Member(member.id),
    }));
    marks
}

/// One mark for all of them; a new one as soon as others are meant.
fn not_asked(panel: &[&Member]) -> Option<Mark> {
    let all = panel.iter();
    let not_asked: Vec<&Member> = all
        .filter(|member| member.independence == Independence::NotAsked)
        .copied()
        .collect();
    let first = not_asked.first()?;
    let ids: Vec<String> = not_asked.iter().map(|member| member.id.to_string()).collect();
    Some(Mark {
        subject: format!("not asked {}", ids.join(" ")),
        what: match not_asked.len() {
            1 => "It is not noted of 1 member of the panel whether they were involved with the case.".to_owned(),
            count => format!("It is not noted of {count} members of the panel whether they were involved with the case."),
        },
        instead: "Ask, and note the answer at each member in the room Panel.".to_owned(),
        at: At::Member(first.id),
    })
}

fn is_specialist(review: &Review, member: &Member, setting: &RuleSetting) -> bool {
    let agency = member.agency.and_then(|agency| review.agency(agency));
    agency.is_some_and(|agency| setting.sections.contains(&agency.sector))
        || finds(&setting.words, &member.role)
}

/// Somebody of no agency whose role says so, or who was only ever sent the family's version.
fn is_family(review: &Review, member: &Member) -> bool {
    let sendings = review.rounds.iter().flat_map(|round| &round.sendings);
    let mut got = sendings.filter(|sending| sending.member == member.id).peekable();
    let only_families_version = got.peek().is_some() && got.all(|one| one.sees == Sees::FamilyVersion);
    let role = member.role.to_lowercase();
    let mut words = role.split(|letter: char| !letter.is_alphabetic());
    member.agency.is_none()
        && (only_families_version || words.any(|word| FAMILY.contains(&word)))
}
