//! One entry against the agency's corrected wording: what the chair set by hand stays, and where that is not plain a doubt says so.

use crate::dates;
use crate::model::{Doubt, Entry, EntryDraft};
use crate::store::{ByHand, SetByHand};

/// What an entry becomes.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Corrected {
    pub draft: EntryDraft,
    pub doubts: Vec<Doubt>,
    /// The chair's correction of the date was of a wording that the agency has replaced.
    pub date_gave_way: bool,
}

/// What `entry` becomes when the agency now says `draft`.
pub(super) fn corrected(entry: &Entry, by_hand: SetByHand, mut draft: EntryDraft) -> Corrected {
    let mut whys = Vec::new();
    let kept = |part: &str, hand: ByHand, stands: &str, says: &str| {
        let why = match hand {
            ByHand::Yes => "was set by hand",
            _ => "may have been set by hand",
        };
        format!(
            "{part} {why} and was kept: “{stands}”. From the corrected return it would be “{says}”; choose which is right."
        )
    };
    if keeps(by_hand.basis, entry.basis != draft.basis) {
        let (stands, says) = (entry.basis.words(), draft.basis.words());
        whys.push(kept("On what it rests", by_hand.basis, stands, says));
        draft.basis = entry.basis;
    }
    if keeps(by_hand.enquiry, entry.enquiry != draft.enquiry) {
        let (stands, says) = (entry.enquiry.words(), draft.enquiry.words());
        whys.push(kept(
            "Whether abuse was asked about",
            by_hand.enquiry,
            stands,
            says,
        ));
        draft.enquiry = entry.enquiry;
    }
    if keeps(by_hand.disclosure, entry.disclosure != draft.disclosure) {
        let (stands, says) = (entry.disclosure.words(), draft.disclosure.words());
        whys.push(kept(
            "Whether abuse was disclosed",
            by_hand.disclosure,
            stands,
            says,
        ));
        draft.disclosure = entry.disclosure;
    }
    let rewritten = entry.when.wording != draft.when.wording;
    let mut date_gave_way = false;
    if !rewritten && by_hand.date != ByHand::No {
        draft.when = entry.when.clone();
    } else if rewritten && by_hand.date == ByHand::Yes {
        date_gave_way = true;
        whys.push(format!(
            "Its date had been corrected by hand to {}. The agency now writes “{}”, which was taken instead; check it.",
            dates::spoken(&entry.when),
            draft.when.wording
        ));
    }
    let doubt = |why| Doubt {
        place: draft.place.clone(),
        row: draft.row,
        column: None,
        wording: draft.text.clone(),
        why,
    };
    Corrected {
        doubts: whys.into_iter().map(doubt).collect(),
        draft,
        date_gave_way,
    }
}

/// Whether the entry's own value stands against another one in the return.
fn keeps(hand: ByHand, differs: bool) -> bool {
    differs && hand != ByHand::No
}
