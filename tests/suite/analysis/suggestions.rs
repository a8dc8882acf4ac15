//! What the rules of the list see in records, and how far the shipped ones can be trusted.

use std::collections::BTreeMap;

use lantern::analysis::{Decided, Rules, Suggestion, seen_by_rules, uses};
use lantern::jobs::Silent;
use lantern::model::{Declined, DeclinedId, Weakness};

use super::*;

fn with(text: &str, response: &str) -> Review {
    let mut one = entry(1, 1);
    let record = Arc::make_mut(&mut one);
    text.clone_into(&mut record.text);
    response.clone_into(&mut record.response);
    Review {
        entries: Arc::new(vec![one]),
        taggings: Vec::new(),
        ..tagged()
    }
}

fn seen(review: &Review) -> Vec<Suggestion> {
    let seen = seen_by_rules(review, &in_order(review), &Silent).expect("not stopped");
    let decided = Decided::of(review);
    seen.into_iter().filter(|one| !decided.holds(one)).collect()
}

/// “no_enquiry: Partner present throughout”, and so on.
fn in_words(suggestions: &[Suggestion]) -> Vec<String> {
    let words = suggestions.iter().map(|one| {
        let words = one.passages.iter().map(|passage| passage.words.as_str());
        format!(
            "{}: {}",
            one.weakness,
            words.collect::<Vec<_>>().join(" | ")
        )
    });
    words.collect()
}

#[test]
fn the_shipped_rules_see_their_words_and_show_them() {
    let cases: [(&str, &str, &[&str]); 14] = [
        ("", "", &[]),
        ("Seen in clinic, all well.", "Review in a month", &[]),
        (
            "Husband present throughout.",
            "",
            &["no_enquiry: Husband present throughout"],
        ),
        (
            "Partner rang to cancel her appointment",
            "",
            &["manipulation_not_seen: Partner rang to cancel"],
        ),
        ("Attended, no DASH.", "", &["risk_not_assessed: no DASH"]),
        ("No risk assessment needed, other case.", "", &[]),
        (
            "Safeguarding form was started and not sent.",
            "",
            &[
                "safeguarding_not_followed: Safeguarding form was started and not sent",
                "information_not_shared: form was started and not sent",
            ],
        ),
        ("", "Closed as disengaged", &["victim_misread: disengaged"]),
        (
            "",
            "This was not shared with the school",
            &["information_not_shared: not shared"],
        ),
        ("Not shared at her request.", "", &[]),
        ("She was not seen alone.", "", &[]),
        (
            "Seen by the nurse alone.",
            "",
            &["good_practice: Seen by the nurse alone"],
        ),
        (
            "Caseload 41.",
            "No cover",
            &["specialist_under_resourced: Caseload 41 | No cover"],
        ),
        (
            "Told that she would be making herself\nhomeless",
            "",
            &["safe_housing: making herself\nhomeless"],
        ),
    ];
    for (text, response, expected) in cases {
        let review = with(text, response);
        assert_eq!(in_words(&seen(&review)), expected, "{text} / {response}");
    }
}

/// Wordings that agencies use; none of them stands in the sample.
#[test]
fn the_shipped_rules_see_what_agencies_write() {
    let cases: [(&str, &[&str]); 30] = [
        (
            "Crew safeguarding form begun but not sent.",
            &["safeguarding_not_followed", "information_not_shared"],
        ),
        (
            "MARAC was not informed of the second call.",
            &["information_not_shared"],
        ),
        (
            "Staff did not share this with probation.",
            &["information_not_shared"],
        ),
        (
            "There is no record of the letter being sent to the GP.",
            &["information_not_shared"],
        ),
        (
            "We could not access the hospital records.",
            &["information_not_shared"],
        ),
        (
            "Not shared because of patient confidentiality.",
            &["information_not_shared"],
        ),
        ("E-mail opened late, 14 March.", &[]),
        (
            "E-mail opened 14 March.",
            &["safeguarding_not_followed", "information_not_shared"],
        ),
        (
            "Officer's training had lapsed in 2018.",
            &["training_lacking"],
        ),
        ("The nurse was unsure whom to tell.", &["training_lacking"]),
        (
            "Locum had not received domestic abuse training.",
            &["training_lacking"],
        ),
        (
            "Reception staff had limited awareness of stalking.",
            &["training_lacking"],
        ),
        ("Training completed in May.", &[]),
        (
            "The worker did not refer to MARAC.",
            &["safeguarding_not_followed"],
        ),
        (
            "No onward referral was made.",
            &["safeguarding_not_followed"],
        ),
        ("No referral needed, already open.", &[]),
        (
            "Review fell outside the timescale.",
            &["policy_not_followed"],
        ),
        (
            "Suspect released under investigation.",
            &["policy_not_followed"],
        ),
        (
            "Each agency assumed that the other had made the referral.",
            &["partnership_uncoordinated"],
        ),
        (
            "Strategy meeting was cancelled",
            &["partnership_uncoordinated"],
        ),
        (
            "Second missed appointment, discharged.",
            &["victim_misread"],
        ),
        ("She retracted her statement.", &["victim_misread"]),
        (
            "Seen with her husband, says she tripped on the rug.",
            &["no_enquiry"],
        ),
        ("Midwife did not ask about home.", &["no_enquiry"]),
        (
            "No local connection, so no duty to house.",
            &["safe_housing"],
        ),
        ("Signposted to a website.", &["lower_risk_unsupported"]),
        (
            "Insufficient refuge places.",
            &["specialist_under_resourced"],
        ),
        ("The nurse accompanied her to court.", &["good_practice"]),
        (
            "Just a domestic, no offences disclosed.",
            &["escalation_not_seen"],
        ),
        (
            "Mr Obi does most of the talking.",
            &["manipulation_not_seen"],
        ),
    ];
    let rules = Rules::of(&with("", ""));
    for (text, expected) in cases {
        let seen = rules.in_entry(&with(text, "").entries[0]);
        let keys: Vec<&str> = seen.iter().map(|one| one.weakness.as_str()).collect();
        assert_eq!(keys, expected, "{text}");
    }
}

#[test]
fn what_somebody_decided_is_not_suggested_again() {
    let review = with("No DASH, male answers for her.", "");
    let both = [
        "risk_not_assessed: No DASH",
        "manipulation_not_seen: male answers for her",
    ];
    assert_eq!(in_words(&seen(&review)), both);
    let declined = |weakness: &str| Declined {
        id: DeclinedId(1),
        entry: EntryId(1),
        weakness: weakness.to_owned(),
        coder: "L. Marsh".to_owned(),
    };
    type Change = fn(&mut Review);
    let cases: [(&str, Change); 3] = [
        ("tagged, by anybody", |one| {
            one.taggings
                .push(tagging(1, 1, "risk_not_assessed", "L. Marsh"));
        }),
        ("tagged with its whole", |one| {
            one.taggings
                .push(tagging(1, 1, "policy_not_followed", "L. Marsh"));
        }),
        ("withdrawn", |one| {
            let mut entries = (*one.entries).clone();
            entries[0] = withdrawn(Arc::clone(&entries[0]));
            one.entries = Arc::new(entries);
        }),
    ];
    for (why, change) in cases {
        let mut review = review.clone();
        change(&mut review);
        let left = in_words(&seen(&review));
        assert!(!left.contains(&both[0].to_owned()), "{why}: {left:?}");
    }
    for (weakness, left) in [
        ("risk_not_assessed", &both[1..]),
        ("policy_not_followed", &both[1..]),
        ("dynamics_not_understood", &both[..1]),
        ("commissioning", &both[..]),
    ] {
        let review = Review {
            declined: vec![declined(weakness)],
            ..review.clone()
        };
        assert_eq!(in_words(&seen(&review)), left, "declined: {weakness}");
    }
}

#[test]
fn what_names_a_weakness_is_counted() {
    let mut review = tagged();
    review
        .taggings
        .push(tagging(9, 5, "risk_not_assessed", "R. Okoro"));
    let found = uses(&review, &in_order(&review));
    let of = |key: &str| {
        found
            .iter()
            .find(|one| one.weakness == key)
            .expect("in the list")
    };
    let cases: [(&str, &[i64], usize); 4] = [
        ("no_enquiry", &[3, 2], 5),
        ("policy_not_followed", &[5], 0),
        ("risk_not_assessed", &[5], 1),
        ("training_lacking", &[], 0),
    ];
    for (key, entries, tags) in cases {
        let uses = of(key);
        assert_eq!(
            (ids(&uses.entries), uses.tags),
            (entries.to_vec(), tags),
            "{key}"
        );
    }
}

/// The list’s weakness, or the whole that it is a part of.
fn whole<'a>(review: &'a Review, key: &'a str) -> &'a str {
    let weakness = review.weakness(key).filter(|weakness| weakness.is_part());
    weakness.map_or(key, |part: &Weakness| part.parent.as_str())
}

/// Prints how often the shipped rules and the sample’s coder agree. The rules were written by people who knew the sample, so
/// that a review of one’s own will see less agreement; the coder’s tags rest on judgement that no words hold.
#[test]
fn precision_of_the_shipped_rules_on_the_sample() {
    let rules = Rules::of(&REVIEW);
    let mut seen: HashSet<(EntryId, &str)> = HashSet::new();
    let suggestions: Vec<Suggestion> = REVIEW
        .entries
        .iter()
        .flat_map(|entry| rules.in_entry(entry))
        .collect();
    for one in &suggestions {
        seen.insert((one.entry, whole(&REVIEW, &one.weakness)));
    }
    let truth: HashSet<(EntryId, &str)> = REVIEW
        .taggings
        .iter()
        .map(|tagging| (tagging.entry, whole(&REVIEW, &tagging.weakness)))
        .collect();
    let mut lines: BTreeMap<&str, (usize, usize, usize)> = BTreeMap::new();
    for (_, key) in &seen {
        lines.entry(key).or_default().0 += 1;
    }
    for (_, key) in &truth {
        lines.entry(key).or_default().1 += 1;
    }
    for (_, key) in seen.intersection(&truth) {
        lines.entry(key).or_default().2 += 1;
    }
    let share = |part: usize, of: usize| 100.0 * part as f64 / of.max(1) as f64;
    for (key, (seen, tagged, both)) in &lines {
        println!(
            "{key:32} suggested {seen:3}, tagged {tagged:3}, both {both:3}: precision {:3.0} %, recall {:3.0} %",
            share(*both, *seen),
            share(*both, *tagged)
        );
    }
    let both = seen.intersection(&truth).count();
    let (precision, recall) = (share(both, seen.len()), share(both, truth.len()));
    println!(
        "all: precision {precision:.0} % of {}, recall {recall:.0} % of {}",
        seen.len(),
        truth.len()
    );
    assert!(precision >= 70.0 && recall >= 55.0, "{precision} {recall}");
    for weakness in REVIEW
        .weaknesses
        .iter()
        .filter(|weakness| !weakness.is_part())
    {
        assert!(
            seen.iter().any(|(_, key)| *key == weakness.key),
            "{}",
            weakness.key
        );
    }
}
