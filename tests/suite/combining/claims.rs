//! Who says so, who bears it out, and where somebody’s own word stands as a fact.

use lantern::chronology::{Claim, Claims, Stated, hardened, in_order};
use lantern::model::{
    About, Basis, Contradiction, ContradictionId, Entry, EntryId, Event, EventId, ImportId,
    Standing,
};

use super::{entry, ids, review};

#[test]
fn a_badge_says_who_says_so_and_how_it_stands() {
    let claim = |basis: Basis, borne_out: usize, disputed: usize| Claim {
        basis,
        borne_out_by: vec![EntryId(9); borne_out],
        disputed_by: vec![EntryId(9); disputed],
    };
    let cases = [
        (claim(Basis::NotStated, 1, 0), None),
        (claim(Basis::FirstHand, 2, 0), None),
        (claim(Basis::FirstHand, 0, 1), Some("Disputed")),
        (claim(Basis::NotStated, 0, 1), Some("Disputed")),
        (
            claim(Basis::Perpetrator, 0, 1),
            Some("Claim: the perpetrator’s own word, disputed"),
        ),
        (
            claim(Basis::Victim, 1, 0),
            Some("Claim: the victim’s own word, borne out by another record"),
        ),
        (
            claim(Basis::ThirdParty, 3, 1),
            Some("Claim: a third party’s word, borne out by 3 other records, disputed"),
        ),
        (
            claim(Basis::Assessment, 0, 0),
            Some("Professional assessment"),
        ),
        (claim(Basis::Opinion, 0, 0), Some("Opinion")),
    ];
    for (claim, expected) in cases {
        assert_eq!(claim.badge().as_deref(), expected, "{claim:?}");
        let own = matches!(claim.basis, Basis::Victim | Basis::Perpetrator);
        assert_eq!(claim.is_self_reported(), own);
    }
}

#[test]
fn claims_are_borne_out_by_others_records_of_the_event_and_disputed_by_contradictions() {
    let bases = [
        (1, Basis::Victim),
        (2, Basis::FirstHand),
        (3, Basis::Perpetrator),
        (1, Basis::FirstHand),
        (4, Basis::ThirdParty),
        (5, Basis::Assessment),
        (5, Basis::Opinion),
    ];
    let mut entries: Vec<Entry> = Vec::new();
    for (id, (agency, basis)) in (1..).zip(bases) {
        let mut one = entry(id, agency, "2019-01-01", "");
        one.basis = basis;
        entries.push(one);
    }
    entries[5].withdrawn = Some(ImportId(1));
    let mut review = review(entries);
    review.events = vec![Event {
        id: EventId(1),
        name: String::new(),
        entries: (1..=7).map(EntryId).collect(),
    }];
    let contradiction = |id: i64, one: i64, other: i64, standing: Standing| Contradiction {
        id: ContradictionId(id),
        about: About::Injury,
        entries: [EntryId(one), EntryId(other)],
        a: String::new(),
        b: String::new(),
        standing,
        note: String::new(),
    };
    review.contradictions = vec![
        contradiction(1, 1, 2, Standing::Disputed),
        contradiction(2, 1, 5, Standing::None),
        contradiction(3, 3, 5, Standing::Resolved),
        contradiction(4, 3, 6, Standing::Open),
    ];
    let claims = Claims::of(&review);
    // Entry, borne out by, disputed by.
    let expected: [(i64, &[i64], &[i64]); 7] = [
        (1, &[5], &[2]),
        (2, &[3, 4, 5], &[1]),
        (3, &[2, 4], &[]),
        (4, &[2, 3, 5], &[]),
        (5, &[1, 2, 4], &[]),
        (6, &[], &[]),
        (7, &[1, 2, 3, 4, 5], &[]),
    ];
    for (id, borne_out_by, disputed_by) in expected {
        let claim = claims.of_entry(review.entry(EntryId(id)).expect("an entry"));
        let got = (ids(&claim.borne_out_by), ids(&claim.disputed_by));
        assert_eq!(
            got,
            (borne_out_by.to_vec(), disputed_by.to_vec()),
            "entry {id}"
        );
    }
}

#[test]
fn a_persons_own_word_is_followed_to_where_it_stands_as_a_fact() {
    // Agency, basis, what happened, response.
    let rows = [
        (
            3,
            Basis::NotStated,
            "Kofi Danso states he has epilepsy.",
            "",
        ),
        (1, Basis::ThirdParty, "His mother says he has epilepsy.", ""),
        (4, Basis::NotStated, "? epilepsy, to be assessed.", ""),
        (
            4,
            Basis::Assessment,
            "Neurology letter on Mr Danso.",
            "No evidence of epilepsy.",
        ),
        (
            1,
            Basis::FirstHand,
            "Kofi Danso arrested. Has epilepsy.",
            "",
        ),
        (
            2,
            Basis::Perpetrator,
            "Asks for a note.",
            "Note given: epilepsy.",
        ),
        (5, Basis::NotStated, "Amina Yusuf has epilepsy.", ""),
        (2, Basis::Victim, "Amina Yusuf says she has depression.", ""),
        (
            2,
            Basis::Assessment,
            "Amina Yusuf: diagnosis confirmed, depression, prescribed for it.",
            "",
        ),
        (3, Basis::NotStated, "Amina Yusuf has depression.", ""),
    ];
    let mut entries: Vec<Entry> = Vec::new();
    for (id, (agency, basis, text, response)) in (1..).zip(rows) {
        let mut one = entry(id, agency, &format!("2019-01-{id:02}"), text);
        one.basis = basis;
        one.response = response.to_owned();
        entries.push(one);
    }
    let mut withdrawn = entry(11, 1, "2019-02-01", "Kofi Danso has epilepsy.");
    withdrawn.withdrawn = Some(ImportId(1));
    entries.push(withdrawn);
    let review = review(entries);
    let found = hardened(&review, &in_order(&review));
    assert_eq!(found.len(), 1, "{found:#?}");
    let one = &found[0];
    assert_eq!(one.claim, EntryId(1));
    let told = |stated: &[Stated]| -> Vec<(i64, String)> {
        let told = stated.iter();
        told.map(|one| (one.entry.0, one.words.clone())).collect()
    };
    assert_eq!(
        told(&one.later),
        [
            (5, "Has epilepsy.".to_owned()),
            (6, "Note given: epilepsy.".to_owned())
        ]
    );
    assert_eq!(
        told(&one.ruled_out_by),
        [(4, "No evidence of epilepsy.".to_owned())]
    );
    assert_eq!(one.of, "epilepsy or seizures");
    assert_eq!(one.own_word_of, Some(Basis::Perpetrator));
    assert_eq!(one.words, "Kofi Danso states he has epilepsy.");
    assert_eq!(
        one.why,
        "“epilepsy or seizures” is first recorded as the perpetrator’s own word; 2 later records state it as a fact, in 2 \
         agencies. One professional record denies it."
    );
}
