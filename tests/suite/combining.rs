//! What only the combined records show: contradictions, claims, who knew what, signs of danger, contacts, silences.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use chrono::NaiveDate;
use lantern::chronology::{
    Claim, Claims, Indicators, PeopleIndex, Recorded, Silent, Stated, agencies_without_entries,
    around_key_dates, comparisons, contact_list, contacts, contradictions, escalation, hardened,
    in_order, knowledge, recorded, silences, why_here, without_withdrawn,
};
use lantern::model::{
    About, Agency, AgencyId, Basis, Contradiction, ContradictionId, Disclosure, Enquiry, Entry,
    EntryId, Event, EventId, Fact, FactId, HangsOn, ImportId, KeyDate, KeyDateId, Knowing,
    KnowingId, Moment, Person, PersonId, Precision, Review, Role, Source, Standing, Template, When,
};
use lantern::templates;
use proptest::prelude::*;
use serde::Deserialize;

#[path = "combining/on_the_sample.rs"]
mod on_the_sample;
#[path = "combining/who_knew.rs"]
mod who_knew;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// "2019-03-01", "2019-03-01T21:10", "2019-03-01/2019-03-31", "../2012-11-30"; anything else: not understood.
fn when(text: &str) -> When {
    let end = |text: &str| text.parse::<Moment>().ok();
    let (earliest, latest) = match text.split_once('/') {
        Some((earliest, latest)) => (end(earliest), end(latest)),
        None => (end(text), end(text)),
    };
    When {
        wording: text.to_owned(),
        earliest,
        latest,
        precision: match text.contains('T') {
            true => Precision::Minute,
            false => Precision::Day,
        },
        ..When::default()
    }
}

fn entry(id: i64, agency: i64, time: &str, text: &str) -> Entry {
    Entry {
        id: EntryId(id),
        agency: AgencyId(agency),
        when: when(time),
        text: text.to_owned(),
        response: String::new(),
        seen: String::new(),
        recorder: String::new(),
        document: String::new(),
        comment: String::new(),
        basis: Basis::NotStated,
        enquiry: Enquiry::NotRecorded,
        disclosure: Disclosure::NotRecorded,
        other: Vec::new(),
        source: Source::default(),
        position: id,
        people: Vec::new(),
        withdrawn: None,
    }
}

fn agency(id: i64, sector: &str) -> Agency {
    Agency {
        id: AgencyId(id),
        name: format!("The {sector} service"),
        sector: sector.to_owned(),
        due: None,
        note: String::new(),
    }
}

fn template() -> Arc<Template> {
    static TEMPLATE: LazyLock<Arc<Template>> =
        LazyLock::new(|| Arc::new(templates::built_in()[0].clone()));
    Arc::clone(&TEMPLATE)
}

/// Police (1), a GP surgery (2), housing (3), mental health (4), school (5); Amina Yusuf, Kofi Danso and a child, Ade.
fn review(entries: Vec<Entry>) -> Review {
    let person = |id: i64, name: &str, role: Role, alias: &str| Person {
        id: PersonId(id),
        name: name.to_owned(),
        role,
        aliases: vec![alias.to_owned()],
        date_of_birth: None,
        pseudonym: String::new(),
        note: String::new(),
        ..Person::default()
    };
    Review {
        agencies: (1..)
            .zip(["police", "gp", "housing", "mental_health", "education"])
            .map(|(id, sector)| agency(id, sector))
            .collect(),
        people: vec![
            person(1, "Amina Yusuf", Role::Victim, "Mrs Yusuf"),
            person(2, "Kofi Danso", Role::Perpetrator, "Mr Danso"),
            person(3, "Ade Danso", Role::Child, "Ade"),
        ],
        entries: Arc::new(entries.into_iter().map(Arc::new).collect()),
        ..Review::empty(template())
    }
}

fn ids(list: &[EntryId]) -> Vec<i64> {
    list.iter().map(|id| id.0).collect()
}

// ---- Contradictions ----

#[derive(Deserialize)]
struct Pairs {
    tuned: Vec<Pair>,
    held_out: Vec<Pair>,
}

#[derive(Deserialize)]
struct Pair {
    about: String,
    a: [String; 3],
    b: [String; 3],
}

/// What is found between two records alone.
fn between(pair: &Pair) -> Vec<About> {
    let mut review = Review::empty(template());
    let mut entries = Vec::new();
    for (id, [sector, time, text]) in (1..).zip([&pair.a, &pair.b]) {
        review.agencies.push(agency(id, sector));
        entries.push(Arc::new(entry(id, id, time, text)));
    }
    review.entries = Arc::new(entries);
    let groups = [vec![EntryId(1), EntryId(2)]];
    let found = contradictions(&review, &groups, &PeopleIndex::of(&review));
    found.iter().map(|one| one.about).collect()
}

struct Score {
    right: usize,
    missed: usize,
    silent: usize,
    false_alarms: usize,
}

fn score(pairs: &[Pair], name: &str) -> Score {
    let mut score = Score {
        right: 0,
        missed: 0,
        silent: 0,
        false_alarms: 0,
    };
    for pair in pairs {
        let expected = About::ALL
            .into_iter()
            .find(|about| serde_json::to_value(about).expect("a word") == pair.about.as_str());
        assert!(expected.is_some() || pair.about == "none", "{}", pair.about);
        let found = between(pair);
        match expected {
            Some(about) if found.contains(&about) => score.right += 1,
            Some(_) => {
                score.missed += 1;
                println!("missed, {}: {} | {}", pair.about, pair.a[2], pair.b[2]);
            }
            None => score.silent += 1,
        }
        if found.iter().any(|about| Some(*about) != expected) {
            score.false_alarms += 1;
            println!("false alarm, {found:?}: {} | {}", pair.a[2], pair.b[2]);
        }
    }
    println!(
        "contradictions, {name}: {} of {} found, {} false alarms in {} pairs",
        score.right,
        score.right + score.missed,
        score.false_alarms,
        pairs.len()
    );
    score
}

#[test]
fn records_that_exclude_each_other_are_found_and_others_are_left_alone() {
    let path = format!(
        "{}/tests/fixtures/combining/contradictions.toml",
        env!("CARGO_MANIFEST_DIR")
    );
    let text = std::fs::read_to_string(path).expect("the pairs");
    let pairs: Pairs = toml::from_str(&text).expect("pairs");
    let tuned = score(&pairs.tuned, "tuned on");
    let held_out = score(&pairs.held_out, "held out");
    assert_eq!((tuned.missed, tuned.false_alarms), (0, 0));
    assert!(tuned.right >= 20 && tuned.silent >= 24);
    assert!(held_out.right >= 22, "{} found", held_out.right);
    assert_eq!(held_out.false_alarms, 0);
}

#[test]
fn a_contradiction_quotes_both_sides_and_says_why() {
    let mut entries = vec![
        entry(1, 1, "2019-04-12T21:10", "999 call, female assaulted."),
        entry(2, 3, "2019-04-13", "She said no children were present."),
        entry(
            3,
            5,
            "2019-04-13",
            "Ade said he was at home, hiding upstairs, when it happened.",
        ),
        entry(
            4,
            2,
            "2019-04-13",
            "Tells me that the children were in the house.",
        ),
    ];
    entries[0].other = vec![("Risk grading".to_owned(), "Medium".to_owned())];
    entries[1].response = "DASH completed: high risk.".to_owned();
    entries[3].withdrawn = Some(ImportId(1));
    let review = review(entries);
    let group: Vec<EntryId> = (1..=4).map(EntryId).collect();
    let found = contradictions(&review, &[group.clone(), group], &PeopleIndex::of(&review));
    let told: Vec<(About, [i64; 2], &str, &str)> = found
        .iter()
        .map(|one| {
            assert!(one.why.ends_with('.') && one.why.len() > 20, "{}", one.why);
            let [a, b] = one.entries;
            (one.about, [a.0, b.0], one.a.as_str(), one.b.as_str())
        })
        .collect();
    assert_eq!(
        told,
        [
            (
                About::RiskLevel,
                [1, 2],
                "Risk grading: Medium",
                "DASH completed: high risk"
            ),
            (
                About::Children,
                [2, 3],
                "She said no children were present",
                "Ade said he was at home"
            ),
        ]
    );
}

// ---- Claims ----

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

// ---- Who knew what ----

#[test]
fn the_matrix_says_who_learnt_what_when_and_where_it_is_mentioned() {
    let mut entries = vec![
        entry(1, 2, "2019-02-01", "Told me she is pregnant."),
        entry(2, 1, "2019-01-01", "Denied being pregnant."),
        entry(
            3,
            2,
            "2019-03-01",
            "Not pregnant at that time. PREGNANCY test positive today.",
        ),
        entry(4, 2, "2019-04-01", "Pregnant."),
        entry(5, 2, "2019-04-01", "Nothing of note."),
    ];
    entries[3].withdrawn = Some(ImportId(1));
    entries[4].comment = "The author knows that she was pregnant.".to_owned();
    let mut review = review(entries);
    let fact = |id: i64, words: &[&str]| Fact {
        id: FactId(id),
        name: format!("Fact {id}"),
        words: words.iter().map(|word| (*word).to_owned()).collect(),
        note: String::new(),
    };
    let knowing = |id: i64, fact: i64, agency: i64, time: &str, from: Option<i64>| Knowing {
        id: KnowingId(id),
        fact: FactId(fact),
        agency: AgencyId(agency),
        when: when(time),
        how: format!("way {id}"),
        from: from.map(AgencyId),
        entry: None,
    };
    review.facts = vec![
        fact(1, &["separat*"]),
        fact(2, &["pregnan*"]),
        fact(3, &[" ", "*"]),
    ];
    review.knowings = vec![
        knowing(1, 1, 1, "2019-06-12", None),
        knowing(2, 2, 3, "2019-02-11", Some(2)),
        knowing(3, 2, 2, "2019-02-01", None),
        knowing(4, 2, 2, "2018-12-01/2019-03-01", None),
        knowing(5, 2, 1, "unclear", Some(2)),
        knowing(6, 2, 3, "2019-03-30", Some(2)),
    ];
    let matrix = knowledge(&review, &in_order(&review));
    assert_eq!(matrix.agencies, (1..=5).map(AgencyId).collect::<Vec<_>>());
    let order: Vec<i64> = matrix.facts.iter().map(|row| row.fact.0).collect();
    assert_eq!(order, [2, 1, 3], "by when it was first known");

    let cells = &matrix.facts[0].cells;
    let learnt = |at: usize| {
        let learnt = cells[at].learnt.as_ref()?;
        Some((learnt.knowing.0, learnt.from, learnt.days_after_first))
    };
    assert_eq!(learnt(0), Some((5, Some(AgencyId(2)), None)));
    assert_eq!(learnt(1), Some((4, None, Some(0))));
    assert_eq!(learnt(2), Some((2, Some(AgencyId(2)), Some(72))));
    assert_eq!(learnt(3), None);
    let shared: Vec<i64> = cells[1]
        .shared_with
        .iter()
        .map(|(with, _)| with.0)
        .collect();
    assert_eq!(shared, [3, 1], "in order of time, each agency once");
    assert_eq!(
        (ids(&cells[1].mentions), ids(&cells[1].denied)),
        (vec![1, 3], vec![])
    );
    assert_eq!(
        (ids(&cells[0].mentions), ids(&cells[0].denied)),
        (vec![2], vec![2])
    );
    assert!(
        matrix.facts[2]
            .cells
            .iter()
            .all(|cell| cell.mentions.is_empty())
    );
}

// ---- Signs of danger ----

#[test]
fn signs_are_found_by_their_words_and_denials_are_marked() {
    let template = template();
    let indicators = Indicators::of(&template);
    let cases = [
        (
            "He put his hands around her neck and squeezed.",
            "strangulation",
        ),
        ("Denied strangulation.", "strangulation denied"),
        (
            "She has SEPARATED from him; no weapons.",
            "separation weapons denied",
        ),
        (
            "24 weeks pregnant. Threatened to kill her with a knife.",
            "pregnancy threats_to_kill weapons",
        ),
        ("No suicidal ideation.", "suicide_threats denied"),
        (
            "Parked outside her work again, tracker found on the car.",
            "stalking",
        ),
        ("He kicked the dog.", "physical_assault animal_cruelty"),
        ("Routine appointment.", ""),
        // Words of everyday work that are no signs.
        (
            "Folic acid. Eating and drinking well. GPs informed, to see the children on Monday.",
            "",
        ),
        (
            "Custody sergeant, shift handover. Breach of the peace; no restraining order.",
            "",
        ),
        (
            "Fracture clinic. Self-isolating. Pain in the shoulder blade. Escalated to manager.",
            "",
        ),
        (
            "Breach of bail; she may lose custody.",
            "child_contact breach",
        ),
        ("His drinking is escalating.", "escalation substance_misuse"),
    ];
    for (text, expected) in cases {
        let signs = indicators.of_entry(&entry(1, 1, "", text));
        let told: Vec<String> = signs
            .iter()
            .map(|sign| {
                assert!(text.contains(&sign.words));
                let denied = if sign.denied { " denied" } else { "" };
                format!("{}{denied}", indicators.key(sign))
            })
            .collect();
        assert_eq!(told.join(" "), expected, "{text}");
    }
}

#[test]
fn escalation_counts_by_quarter_and_over_long_times_by_year() {
    let mut entries = vec![
        entry(1, 1, "2019-02-10", "Denied strangulation."),
        entry(2, 2, "2019-03-31", "He strangled her."),
        entry(3, 1, "2019-10-01/2019-10-05", "Strangled again."),
        entry(4, 1, "2019-03-31/2019-04-10", "Strangulation."),
        entry(5, 1, "unclear", "Strangulation."),
        entry(6, 1, "2019-11-01", "Strangulation."),
    ];
    entries[5].withdrawn = Some(ImportId(1));
    let mut review = review(entries);
    let found = escalation(&review, &in_order(&review));
    let days = ["2019-01-01", "2019-04-01", "2019-07-01", "2019-10-01"].map(day);
    assert_eq!(
        (found.stretches.as_slice(), found.by_year),
        (days.as_slice(), false)
    );
    assert_eq!(found.rows.len(), review.template.indicators.len());
    let row = &found.rows[0];
    assert_eq!(row.indicator, "strangulation");
    let cells: Vec<Vec<i64>> = row.cells.iter().map(|cell| ids(cell)).collect();
    assert_eq!(cells, [vec![1, 2], vec![], vec![], vec![3]]);
    let kinds = found.kinds.iter();
    let kinds: Vec<(usize, Vec<i64>)> = kinds
        .map(|kinds| (kinds.indicators, ids(&kinds.entries)))
        .collect();
    let expected = [(1, vec![2]), (0, vec![]), (0, vec![]), (1, vec![3])];
    assert_eq!(kinds, expected, "what is only denied is no kind");
    assert_eq!((found.read, found.signed), (5, 5));
    assert_eq!((row.stated(&row.cells[0]), row.entries().count()), (1, 5));
    assert_eq!(row.first, Some(EntryId(2)), "a denial is no first sign");
    assert_eq!(ids(&row.elsewhere), [4, 5]);
    assert_eq!(ids(&row.denied), [1]);

    review.key_dates = vec![key_date(1, "death", "2020-05-18")];
    let found = escalation(&review, &in_order(&review));
    assert_eq!(
        found.stretches.last(),
        Some(&day("2020-04-01")),
        "quarters without a sign up to the death are shown"
    );
    review.key_dates.clear();

    let long_ago = Arc::new(entry(7, 1, "2004-07-01", "Strangled a former partner."));
    Arc::make_mut(&mut review.entries).push(long_ago);
    let found = escalation(&review, &in_order(&review));
    assert!(found.by_year);
    assert_eq!(found.stretches.len(), 16);
    assert_eq!(
        (found.stretches[0], found.stretches[15]),
        (day("2004-01-01"), day("2019-01-01"))
    );
    let counts: Vec<usize> = found.rows[0].cells.iter().map(Vec::len).collect();
    assert_eq!(
        (counts[0], counts[15], counts[1..15].iter().sum::<usize>()),
        (1, 4, 0)
    );
}

#[test]
fn the_words_of_a_sign_are_shown_where_they_stand() {
    let template = template();
    let indicators = Indicators::of(&template);
    let mut one = entry(1, 1, "", "No weapons. Strangled her, strangled her twice.");
    one.response = "Denied strangulation.".to_owned();
    one.other = vec![("Risk".to_owned(), "High".to_owned())];
    // The indicator asked for; cell, words in it, and whether all of them are denied.
    type Shown = (&'static str, &'static [&'static str], bool);
    let (text, response) = ("No weapons. Strangled", "Denied");
    let cases: [(Option<&str>, &[Shown]); 4] = [
        (
            Some("strangulation"),
            &[
                (text, &["Strangled", "strangled"], false),
                (response, &["strangulation"], true),
            ],
        ),
        (Some("weapons"), &[(text, &["weapons"], true)]),
        (
            None,
            &[
                (text, &["weapons", "Strangled", "strangled"], false),
                (response, &["strangulation"], true),
            ],
        ),
        (Some("pregnancy"), &[]),
    ];
    for (indicator, expected) in cases {
        let found = indicators.sightings(&one, indicator);
        assert_eq!(found.len(), expected.len(), "{indicator:?}");
        for (cell, (begins, words, denied)) in found.iter().zip(expected) {
            assert!(cell.wording.starts_with(begins));
            let places = cell.places.iter();
            let marked: Vec<&str> = places.map(|place| &cell.wording[place.clone()]).collect();
            assert_eq!((marked.as_slice(), cell.denied), (*words, *denied));
        }
    }
}

// ---- Contacts ----

#[test]
fn contacts_follow_the_panels_rule_and_stand_by_year() {
    let mut entries: Vec<Entry> = vec![
        entry(1, 2, "2018-12-30", "Seen."),
        entry(2, 2, "2019-01-02", "Seen again."),
        entry(3, 2, "2019-05-01", "Amina Yusuf rang."),
        entry(4, 2, "2018-12-01/2019-02-01", "Seen."),
        entry(5, 1, "2019-01-02", "Seen."),
        entry(6, 2, "2019-06-01", "Seen."),
    ];
    for at in [0, 1, 3, 4, 5] {
        entries[at].seen = "Amina Yusuf".to_owned();
    }
    entries[0].enquiry = Enquiry::NotAsked;
    entries[1].enquiry = Enquiry::Asked;
    entries[1].disclosure = Disclosure::Disclosed;
    entries[5].withdrawn = Some(ImportId(1));
    let mut review = review(entries);
    review.events = vec![Event {
        id: EventId(1),
        name: String::new(),
        entries: vec![EntryId(1), EntryId(2), EntryId(5)],
    }];
    // Named in the text, event once → contacts, events, asked, not asked with the GP; contacts by year with all.
    let cases = [
        (true, false, [4, 3, 1, 1], "2018: 1, 2019: 3, none: 1"),
        (false, false, [3, 2, 1, 1], "2018: 1, 2019: 2, none: 1"),
        (true, true, [3, 3, 1, 0], "2018: 1, 2019: 2, none: 1"),
    ];
    for (named_in_text, event_once, gp, years) in cases {
        review.details.contacts.named_in_text = named_in_text;
        review.details.contacts.event_once = event_once;
        let counted = contacts(&review, &PeopleIndex::of(&review));
        let of_victim = &counted[0];
        let cell = of_victim
            .sectors
            .iter()
            .find(|cell| cell.sector == "gp")
            .expect("the GP");
        let found = [cell.contacts, cell.events, cell.asked, cell.not_asked];
        assert_eq!(found, gp, "{named_in_text} {event_once}");
        assert_eq!(cell.disclosed, 1);
        let listed = contact_list(&review, &PeopleIndex::of(&review), of_victim.person);
        let of_gp = listed.contacts.iter().filter(|one| one.sector == "gp");
        assert_eq!(u32::try_from(of_gp.count()).ok(), Some(cell.contacts));
        let told: Vec<String> = of_victim
            .years
            .iter()
            .map(|year| {
                let name = year.year.map_or("none".to_owned(), |year| year.to_string());
                let count: u32 = year.sectors.iter().map(|cell| cell.contacts).sum();
                format!("{name}: {count}")
            })
            .collect();
        assert_eq!(told.join(", "), years, "{named_in_text} {event_once}");
    }
}

#[test]
fn other_reviews_averages_stand_beside_ones_own() {
    let mut entries: Vec<Entry> = [2, 2, 4, 3, 1]
        .into_iter()
        .zip(1..)
        .map(|(agency, id)| entry(id, agency, "2019-01-01", ""))
        .collect();
    for one in &mut entries {
        one.people = vec![PersonId(1)];
    }
    entries[4].people = vec![PersonId(2)];
    let mut review = review(entries);
    let rows = |review: &Review| comparisons(review, &contacts(review, &PeopleIndex::of(review)));
    let told = |review: &Review| -> Vec<(String, f64, Option<f64>, u32)> {
        let all = rows(review);
        assert_eq!(all.len(), 1);
        assert!(!all[0].source.is_empty());
        let groups = all[0].groups.iter();
        groups
            .map(|group| (group.name.clone(), group.average, group.here, group.victims))
            .collect()
    };
    assert_eq!(
        told(&review),
        [
            ("Health".to_owned(), 32.6, Some(3.0), 1),
            ("Social care".to_owned(), 23.6, Some(0.0), 1),
            ("Housing".to_owned(), 8.4, Some(1.0), 1),
        ]
    );
    review.people[1].role = Role::Victim;
    assert_eq!(told(&review)[0], ("Health".to_owned(), 32.6, Some(1.5), 2));
    review.people.clear();
    assert_eq!(told(&review)[0], ("Health".to_owned(), 32.6, None, 0));
}

// ---- Silences and order ----

#[test]
fn every_long_silence_is_named_for_each_agency_and_for_all() {
    let mut entries = vec![
        entry(1, 1, "2018-01-01", ""),
        entry(2, 1, "2018-03-01/2018-06-30", ""),
        entry(3, 2, "2018-08-01", ""),
        entry(4, 1, "2018-10-01", ""),
        entry(5, 3, "2018-09-01", ""),
        entry(6, 1, "unclear", ""),
    ];
    entries[4].withdrawn = Some(ImportId(1));
    let review = review(entries);
    // Agency, days, the records at the two ends.
    let told = |days: i64| -> Vec<(Option<i64>, i64, i64, i64)> {
        silences(&review, &in_order(&review), days)
            .iter()
            .map(|one| {
                let agency = one.agency.map(|agency| agency.0);
                let silence = one.silence;
                (agency, silence.days(), silence.before.0, silence.after.0)
            })
            .collect()
    };
    assert_eq!(
        told(30),
        [
            (None, 58, 1, 2),
            (None, 31, 2, 3),
            (None, 60, 3, 4),
            (Some(1), 58, 1, 2),
            (Some(1), 92, 2, 4),
        ]
    );
    assert_eq!(told(60), [(Some(1), 92, 2, 4)]);
    let silent: Vec<i64> = agencies_without_entries(&review)
        .iter()
        .map(|id| id.0)
        .collect();
    assert_eq!(silent, [3, 4, 5]);
    assert_eq!(
        without_withdrawn(&review, &in_order(&review)),
        [0, 1, 2, 3, 5]
    );
}

#[test]
fn records_that_reach_over_each_other_leave_no_silence_between() {
    let review = review(vec![
        entry(1, 1, "2018-01-01", ""),
        entry(2, 1, "2018-01-05/2018-06-30", ""),
        entry(3, 1, "2018-07-01", ""),
        entry(4, 2, "2018-02-01", ""),
        entry(5, 1, "2018-08-01", ""),
        entry(6, 1, "unclear", ""),
    ]);
    let order = in_order(&review);
    let found = silences(&review, &order, 3);
    let told = |one: &Silent| (one.agency, one.silence.last, one.silence.next);
    assert_eq!(
        found.iter().map(told).collect::<Vec<_>>(),
        [
            (None, day("2018-07-01"), day("2018-08-01")),
            (Some(AgencyId(1)), day("2018-07-01"), day("2018-08-01")),
        ]
    );
    let reached = |one: &Recorded| (one.agency, one.records, one.first, one.last);
    let (first, last) = (day("2018-01-01"), day("2018-08-01"));
    let once = day("2018-02-01");
    assert_eq!(
        recorded(&review, &order)
            .iter()
            .map(reached)
            .collect::<Vec<_>>(),
        [
            (None, 5, first, last),
            (Some(AgencyId(1)), 4, first, last),
            (Some(AgencyId(2)), 1, once, once),
        ]
    );
}

fn key_date(id: i64, kind: &str, time: &str) -> KeyDate {
    KeyDate {
        id: KeyDateId(id),
        kind: kind.to_owned(),
        label: format!("Date {id}"),
        when: when(time),
    }
}

#[test]
fn the_records_nearest_to_a_key_date_are_named() {
    let mut review = review(vec![
        entry(1, 1, "2018-01-01/2018-04-07", ""),
        entry(2, 2, "2018-05-01", ""),
        entry(3, 2, "2018-05-18", ""),
        entry(4, 2, "2018-05-10/2018-06-10", ""),
        entry(5, 1, "2018-07-01", ""),
    ]);
    review.key_dates = vec![
        key_date(1, "death", "2018-05-18"),
        key_date(2, "decision", "2018-05-18"),
        key_date(3, "", "2018-06-20/2018-06-22"),
        key_date(4, "", "unclear"),
    ];
    let found = around_key_dates(&review, &in_order(&review));
    // Key date, agency, (record, days) before, (record, days) after.
    type Row = (i64, Option<i64>, Option<(i64, i64)>, Option<(i64, i64)>);
    let told: Vec<Row> = found
        .iter()
        .map(|row| {
            let near =
                |one: Option<lantern::chronology::Nearest>| one.map(|one| (one.entry.0, one.days));
            (
                row.key_date.0,
                row.agency.map(|agency| agency.0),
                near(row.before),
                near(row.after),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (1, None, Some((2, 17)), Some((5, 44))),
            (1, Some(1), Some((1, 41)), Some((5, 44))),
            (1, Some(2), Some((2, 17)), None),
            (3, None, Some((4, 10)), Some((5, 9))),
            (3, Some(1), Some((1, 74)), Some((5, 9))),
            (3, Some(2), Some((4, 10)), None),
        ]
    );
}

#[test]
fn the_reason_names_what_was_moved_and_what_a_date_hangs_on() {
    let mut entries = vec![
        entry(1, 1, "2018-01-01", ""),
        entry(2, 1, "2018-01-01", ""),
        entry(3, 1, "2018-01-01", ""),
        entry(4, 2, "2018-02-01", ""),
        entry(5, 2, "2018-03-01", ""),
        entry(6, 2, "2018-03-02", ""),
        entry(7, 2, "2018-03-02", ""),
    ];
    // As moving leaves them: numbered from 1 in the chair’s order.
    for (at, position) in [(0, 2), (1, 1), (2, 3)] {
        entries[at].position = position;
    }
    entries[3].when.hangs_on = Some(HangsOn::KeyDate(KeyDateId(1)));
    entries[4].when.hangs_on = Some(HangsOn::Entry(EntryId(1)));
    let mut review = review(entries);
    review.key_dates = vec![key_date(1, "death", "2018-05-18")];
    let order = in_order(&review);
    // Place, the end of the reason; nothing: neither was moved nor hangs on anything.
    let cases = [
        (
            0,
            " Of the 3 entries of exactly this time it stands in place 1, as you ordered them.",
        ),
        (
            2,
            " Of the 3 entries of exactly this time it stands in place 3, as you ordered them.",
        ),
        (
            3,
            " Its date is counted from “Date 1” (18 May 2018) and moves with it.",
        ),
        (
            4,
            " Its date is counted from an entry of The police service (1 January 2018) and moves with it.",
        ),
    ];
    for (at, expected) in cases {
        let reason = why_here(&review, &order, at);
        assert!(reason.ends_with(expected), "{reason}");
    }
    let reason = why_here(&review, &order, 5);
    assert!(
        reason.ends_with("as in the return or as you placed them."),
        "{reason}"
    );
}

// ---- Properties ----

/// Words from which records are put together at random, many of them cues.
const WORDS: [&str; 40] = [
    "no",
    "children",
    "present",
    "asleep",
    "awake",
    "call from",
    "neighbour",
    "police",
    "at 18:40",
    "arrived",
    "high risk",
    "medium",
    "DASH",
    "12 ticks",
    "arrested",
    "not arrested",
    "injury",
    "visible",
    "bruising",
    "left wrist",
    "MARAC",
    "apologies:",
    "probation",
    "attended",
    "Amina Yusuf",
    "Ade",
    "he",
    "states he has",
    "epilepsy",
    "strangled",
    "denied",
    "é’",
    "—",
    ".",
    ",",
    "\n",
    "?",
    "quarter past eight",
    "referral to",
    "6.40pm",
];

fn wording() -> impl Strategy<Value = String> {
    let words = proptest::collection::vec(proptest::sample::select(WORDS.to_vec()), 0..14);
    prop_oneof![words.prop_map(|words| words.join(" ")), any::<String>()]
}

fn any_review() -> impl Strategy<Value = Review> {
    let times = proptest::sample::select(vec![
        "2019-01-01",
        "2019-01-01T18:40",
        "2019-01-01T23:55",
        "2019-01-02T00:10",
        "2018-12-01/2019-02-01",
        "../2019-01-01",
        "",
    ]);
    let rows = proptest::collection::vec(
        (1..=5i64, times, wording(), wording(), any::<bool>()),
        0..12,
    );
    rows.prop_map(|rows| {
        let entries =
            rows.into_iter()
                .zip(1..)
                .map(|((agency, time, text, response, gone), id)| {
                    let mut one = entry(id, agency, time, &text);
                    one.response = response;
                    one.withdrawn = gone.then_some(ImportId(1));
                    one
                });
        review(entries.collect())
    })
}

proptest! {
    #[test]
    fn whatever_the_records_say_the_parts_agree(review in any_review()) {
        let order = in_order(&review);
        let group: Vec<EntryId> = review.entries.iter().map(|entry| entry.id).collect();
        let stands = |id: &EntryId| review.entry(*id).is_some_and(|entry| entry.withdrawn.is_none());
        let people = PeopleIndex::of(&review);
        let found = contradictions(&review, &[group], &people);
        let mut subjects: BTreeMap<([EntryId; 2], About), u32> = BTreeMap::new();
        for one in &found {
            prop_assert!(one.entries[0] < one.entries[1] && one.entries.iter().all(stands));
            prop_assert!(!one.a.is_empty() && !one.b.is_empty() && one.why.ends_with('.'));
            *subjects.entry((one.entries, one.about)).or_default() += 1;
        }
        prop_assert!(subjects.values().all(|count| *count == 1));
        for one in hardened(&review, &order) {
            prop_assert!(stands(&one.claim) && one.later.iter().all(|later| stands(&later.entry)) && !one.later.is_empty());
        }
        let signs = escalation(&review, &order);
        let indicators = Indicators::of(&review.template);
        let counted: usize = signs
            .rows
            .iter()
            .map(|row| row.cells.iter().map(Vec::len).sum::<usize>() + row.elsewhere.len())
            .sum();
        let told: usize = review
            .entries
            .iter()
            .filter(|entry| entry.withdrawn.is_none())
            .map(|entry| indicators.of_entry(entry).len())
            .sum();
        prop_assert_eq!(counted, told, "no sign is lost between the stretches");
        for person in contacts(&review, &people) {
            let all = person.total();
            let by_year: u32 = person.years.iter().flat_map(|year| &year.sectors).map(|cell| cell.contacts).sum();
            prop_assert_eq!(all.contacts, by_year);
            prop_assert_eq!(all.contacts, all.asked + all.not_asked + all.not_possible + all.not_recorded);
            prop_assert!(all.events <= all.contacts);
        }
        for silence in silences(&review, &order, 0) {
            prop_assert!(silence.silence.days() > 0 && silence.silence.last < silence.silence.next);
        }
    }
}
