use lantern::chronology::Claims;
use lantern::drafting::{Broken, Citation, Citing, Target, broken_citations, word_count};
use lantern::model::{EntryId, FindingId, KeyDateId, ParagraphId, PersonId, RecommendationId};

use super::case::review;

#[test]
fn a_citation_says_what_it_cites_whose_word_it_is_and_whether_it_holds() {
    let review = review();
    let claims = Claims::of(&review);
    let citing = Citing::of(&review, &claims);
    let cases = [
        (
            Target::Entry(EntryId(1)),
            "Harrow Vale Police, 12 April 2019",
            None,
            None,
        ),
        (
            Target::Entry(EntryId(2)),
            "Ash | Elm [GP] Surgery, 3 May 2019",
            Some("Claim: the perpetrator’s own word"),
            None,
        ),
        (
            Target::Entry(EntryId(3)),
            "Harrow Vale Police, 1 June 2019",
            None,
            Some(Broken::Withdrawn),
        ),
        (
            Target::Entry(EntryId(9)),
            "as written",
            None,
            Some(Broken::Gone),
        ),
        (Target::Person(PersonId(1)), "Denise", None, None),
        (Target::Person(PersonId(2)), "Tomasz Wrona", None, None),
        (
            Target::Person(PersonId(9)),
            "as written",
            None,
            Some(Broken::Gone),
        ),
        (Target::KeyDate(KeyDateId(1)), "20 May 2021", None, None),
        (Target::Finding(FindingId(7)), "Finding 2", None, None),
        (
            Target::Recommendation(RecommendationId(4)),
            "Recommendation 1",
            None,
            None,
        ),
        (
            Target::Recommendation(RecommendationId(5)),
            "as written",
            None,
            Some(Broken::Gone),
        ),
        (Target::Paragraph(ParagraphId(11)), "1.1", None, None),
        (
            Target::Paragraph(ParagraphId(12)),
            "“What was asked”",
            None,
            None,
        ),
        (Target::Paragraph(ParagraphId(13)), "1.2", None, None),
        (
            Target::Paragraph(ParagraphId(14)),
            "as written",
            None,
            Some(Broken::Gone),
        ),
    ];
    for (target, words, badge, broken) in cases {
        let citation = Citation {
            target,
            words: "as written".to_owned(),
        };
        let cited = citing.cited(&citation);
        let found = (cited.words.as_str(), cited.badge.as_deref(), cited.broken);
        assert_eq!(found, (words, badge, broken), "{target:?}");
    }
}

#[test]
fn the_words_of_citations_are_brought_up_to_date_and_nothing_else() {
    let review = review();
    let claims = Claims::of(&review);
    let citing = Citing::of(&review, &claims);
    let cases = [
        ("", ""),
        ("Nothing *cited* [sic].", "Nothing *cited* [sic]."),
        (
            "[entry 1: old]\n- [person 1]",
            "[entry 1: Harrow Vale Police, 12 April 2019]\n- [person 1: Denise]",
        ),
        (
            "He said so[note: To [entry 2: the GP].].",
            "He said so[note: To [entry 2: Ash / Elm (GP) Surgery, 3 May 2019; Claim: the perpetrator’s own word].].",
        ),
        (
            "[entry 3: old]",
            "[entry 3: Harrow Vale Police, 1 June 2019; withdrawn by a corrected return]",
        ),
        (
            "[entry 9: the lost one]",
            "[entry 9: the lost one; no longer in the review]",
        ),
        ("see [paragraph 13: 9.9]", "see [paragraph 13: 1.2]"),
    ];
    for (text, expected) in cases {
        let fresh = citing.brought_up_to_date(text);
        assert_eq!(fresh, expected, "{text:?}");
        assert_eq!(
            citing.brought_up_to_date(&fresh),
            expected,
            "twice: {text:?}"
        );
    }
}

#[test]
fn citations_that_do_not_hold_are_listed_with_their_place() {
    let mut review = review();
    review.sections[1].text = "[entry 1] and [entry 3][note: [person 8: Ola]]".to_owned();
    let found: Vec<(i64, &str, Broken)> = broken_citations(&review, &review.sections)
        .into_iter()
        .map(|broken| {
            let text = &review.sections[1].text;
            (
                broken.place.section.0,
                &text[broken.place.range],
                broken.why,
            )
        })
        .collect();
    let expected = [
        (2, "[entry 3]", Broken::Withdrawn),
        (2, "[person 8: Ola]", Broken::Gone),
    ];
    assert_eq!(found, expected);
}

#[test]
fn words_are_counted_as_they_are_printed() {
    for (text, expected) in [
        ("", 0),
        ("# A heading\n\nTwo words.", 4),
        ("- one\n- two\n\n1. three\n12) four", 4),
        ("She *did* say **no** – twice.", 5),
        (
            "Told [entry 1: Police, 12 April 2019] so[note: and more words].",
            2,
        ),
        ("| a | b |\n| c |  |", 3),
        ("In 2019. 2019 was late.", 5),
    ] {
        assert_eq!(word_count(text), expected, "{text:?}");
    }
}
