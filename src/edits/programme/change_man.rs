use chrono::NaiveDate;

use super::{add_man, passing_on};
use crate::model::programme::Man;
use crate::store::{Op, Outcome, Store, StoreError};

/// A part of a man’s file that is changed by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ManPart {
    /// Name, case number, day of birth, monitoring data.
    Details,
    Referral,
    Pathway,
    Places,
    Assessments,
    Measures,
    Substances,
    Children,
    /// What the police and the courts did, and his own childhood.
    Background,
    Incidents,
    FollowUps,
}

impl ManPart {
    fn label(self) -> &'static str {
        match self {
            Self::Details => "Change a man’s details",
            Self::Referral => "Change a referral form",
            Self::Pathway => "Change a man’s pathway",
            Self::Places => "Change a place in a group",
            Self::Assessments => "Change risk assessments",
            Self::Measures => "Change measures",
            Self::Substances => "Change what is known of substances",
            Self::Children => "Change what is known of children",
            Self::Background => "Change what is known of his background",
            Self::Incidents => "Change incidents",
            Self::FollowUps => "Change a follow-up",
        }
    }

    fn take(self, kept: &mut Man, given: &Man) {
        let given = given.clone();
        match self {
            Self::Details => {
                kept.name = given.name;
                kept.reference = given.reference;
                kept.born = given.born;
                kept.identity = given.identity;
            }
            Self::Referral => kept.referral = given.referral,
            Self::Pathway => kept.steps = given.steps,
            Self::Places => kept.places = given.places,
            Self::Assessments => kept.assessments = given.assessments,
            Self::Measures => kept.measures = given.measures,
            Self::Substances => {
                kept.substances = given.substances;
                kept.substance_file = given.substance_file;
            }
            Self::Children => kept.children = given.children,
            Self::Background => {
                kept.justice = given.justice;
                kept.childhood = given.childhood;
            }
            Self::Incidents => kept.incidents = given.incidents,
            Self::FollowUps => kept.follow_ups = given.follow_ups,
        }
    }
}

/// Changes one part of his file to what `given` has; whatever else `given` says is left alone, so that nothing is taken back that
/// another window wrote. Without a change nothing is recorded.
pub fn change_man(
    store: &mut Store,
    part: ManPart,
    given: &Man,
    today: NaiveDate,
) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new(part.label()), |tx| {
        let before = tx.man(given.id)?;
        let mut man = before.clone();
        part.take(&mut man, given);
        if man == before {
            return Ok(());
        }
        add_man::check(tx, &man, Some(man.id))?;
        check_places(&man)?;
        tx.change_man(&man)?;
        match part {
            ManPart::Assessments => passing_on::bring_up_to_date(tx, &[man.id], today),
            _ => Ok(()),
        }
    })
}

/// A place ends after it began, and he holds one at a time.
fn check_places(man: &Man) -> Result<(), StoreError> {
    if man
        .places
        .iter()
        .any(|place| place.until.is_some_and(|until| until < place.from))
    {
        return Err(StoreError::Refused(
            "This place ends before it begins. Exchange the two days, or correct one of them."
                .to_owned(),
        ));
    }
    let open = man.places.iter().filter(|place| place.until.is_none());
    match open.count() {
        0 | 1 => Ok(()),
        _ => Err(StoreError::Refused(
            "He already holds a place in a group. End that one first; nothing was changed."
                .to_owned(),
        )),
    }
}
