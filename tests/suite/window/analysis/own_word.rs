//! Somebody's own word that became a fact: the chain is shown, and its records are marked as resting on that word.

use std::sync::Arc;

use lantern::app::{Action, AnalysisAction, AnalysisPart, OwnWordStep, Room, own_word_chain};
use lantern::chronology::Hardened;
use lantern::model::Basis;

use super::hands::{Hands, with_sample};

fn shown() -> Hands {
    let mut hands = with_sample();
    hands.go(Room::Analysis);
    hands.act(Action::Analysis(AnalysisAction::Show(
        AnalysisPart::OwnWord,
    )));
    hands.wait();
    hands
}

fn found(hands: &Hands) -> Arc<Vec<Hardened>> {
    let open = hands.app().state.open.as_ref().expect("open");
    Arc::clone(open.analysis.own_word.found.found().expect("looked at"))
}

#[test]
fn a_chosen_record_is_marked_as_somebodys_own_word_and_one_undo_takes_it_back() {
    let mut hands = shown();
    let before = hands.review();
    let claim = found(&hands)[0].clone();
    assert_eq!(claim.own_word_of, Some(Basis::Perpetrator));
    let later = claim.later[0].entry;
    let agency = before.entry(later).expect("an entry").agency;
    let agency = before.agency(agency).expect("an agency").name.clone();
    let when = lantern::dates::spoken(&before.entry(later).expect("an entry").when);

    hands.scroll_to_and_press(&format!("Choose 1: {agency}, {when}"));
    hands.scroll_to_and_press("Mark the chosen record “Said by the perpetrator”");
    hands.wait();
    let marked = hands.review();
    assert_eq!(
        marked.entry(later).expect("an entry").basis,
        Basis::Perpetrator
    );
    assert!(hands.sees_part("1 record is now marked"));
    let left = &found(&hands)[0];
    assert_eq!(left.later.len(), claim.later.len() - 1);
    assert!(left.later.iter().all(|stated| stated.entry != later));
    let open = hands.app().state.open.as_ref().expect("open");
    assert!(open.analysis.own_word.chosen.is_empty());
    let badge = open
        .derived
        .claims
        .of_entry(open.review.entry(later).expect("an entry"))
        .badge();
    assert!(badge.is_some_and(|badge| badge.contains("the perpetrator’s own word")));

    hands.press("Undo");
    hands.wait();
    assert_eq!(hands.review(), before);
    assert_eq!(found(&hands)[0], claim);
}

#[test]
fn all_records_of_a_chain_can_be_chosen_and_opened_beside() {
    let mut hands = shown();
    let claim = found(&hands)[0].clone();
    let count = claim.later.len();
    hands.scroll_to_and_press(&format!("Choose all of the {count}"));
    let open = hands.app().state.open.as_ref().expect("open");
    assert_eq!(open.analysis.own_word.chosen_of(claim.claim).len(), count);
    let chain = own_word_chain(open, &claim);
    let facts = chain
        .iter()
        .filter(|step| matches!(step, OwnWordStep::AsFact(_)));
    assert_eq!(facts.count(), count);
    let place = |step: &OwnWordStep| {
        let id = step.stated().entry;
        let index = open
            .review
            .entries
            .binary_search_by_key(&id, |entry| entry.id);
        open.derived.places[index.expect("an entry")]
    };
    assert!(chain.is_sorted_by_key(place), "in one order of time");

    let all = 1 + chain.len();
    hands.scroll_to_and_press(&format!("Open the {all} records beside"));
    assert!(hands.sees(&format!("{all} records")));
    hands.scroll_to_and_press(&format!("Choose none of the {count}"));
    let open = hands.app().state.open.as_ref().expect("open");
    assert!(open.analysis.own_word.chosen.is_empty());
}
