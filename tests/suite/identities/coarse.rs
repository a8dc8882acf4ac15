use lantern::identities::Disguise;
use lantern::model::PublishedDates;

use super::harbour::review;
use super::names::compare;

#[test]
fn days_become_months_and_the_sentence_reads_on() {
    compare(&[
        ("She died on 12 March 2019.", "She died in March 2019."),
        (
            "On Tuesday 12th March 2019, she rang",
            "In March 2019, she rang",
        ),
        ("on Tuesday, the 12th of March", "in March"),
        (
            "on 12 March and two days later",
            "in March and two days later",
        ),
        (
            "12/03/2019; 12.3.19; 2019-03-12",
            "March 2019; March 2019; March 2019",
        ),
        ("on 3 June 2019 and 5 June 2019", "in June 2019"),
        ("2019-03-12T21:10:00Z", "March 2019"),
        ("March 12, 2019", "March 2019"),
        ("March 2019 and 2019", "March 2019 and 2019"),
        (
            "by 12 March 2019 until 3 April 2019",
            "by March 2019 until April 2019",
        ),
        ("3 to 5 June 2019", "June 2019"),
        ("between 3 and 5 June 2019", "in June 2019"),
        ("on 3, 5 and 12 June 2019", "in June 2019"),
        ("from 3 June to 5 July 2019", "from June to July 2019"),
        ("on the night of 12 March 2019", "one night in March 2019"),
        ("w/c 12/03/2019", "a week in March 2019"),
        ("at 21:10 on 12 March 2019", "in March 2019"),
        ("on 12 March 2019 at about 9.15 pm he", "in March 2019 he"),
        ("12 March 2019, 21:10", "March 2019"),
        ("| 12/03/2019 | 21:10 |", "| March 2019 | evening |"),
        (
            "[entry 22: Police, 12 April 2019]",
            "[entry 22: Police, April 2019]",
        ),
        ("At 21:10 she rang", "In the evening she rang"),
        (
            "the 9am appointment, until 2110hrs",
            "the morning appointment, until the evening",
        ),
        ("born on 14 March 1988 (14/03/88)", "born in 1988 (1988)"),
        ("born 14.03.1988, 14031988", "born 1988, 1988"),
        ("On the 12th she rang", "That month she rang"),
        (
            "the 12th floor, 24/7, 7/10, 3.5 mg, 10:1",
            "the 12th floor, 24/7, 7/10, 3.5 mg, 10:1",
        ),
        (
            "a second call on 12 March 20 officers came",
            "a second call in March 20 officers came",
        ),
    ]);
}

#[test]
fn ages_become_bands_and_the_sentence_reads_on() {
    compare(&[
        ("aged 34", "aged 25 to 34"),
        ("Adwoa, aged 33, and", "Esther, aged 25 to 34, and"),
        ("aged 3, 6 and 8", "aged 1 to 4 and 5 to 10"),
        ("her 6-year-old", "her 5- to 10-year-old"),
        ("a 7 year old boy", "a 5- to 10-year-old boy"),
        ("an 8-year-old", "a 5- to 10-year-old"),
        ("a six-year-old", "a 5- to 10-year-old"),
        ("she was 34 years old", "she was 25 to 34 years old"),
        (
            "a 34yo woman, 34 y/o",
            "a 25- to 34-year-old woman, 25- to 34-year-old",
        ),
        ("at the age of 16", "when aged 16 to 17"),
        ("a 6-month-old", "an infant"),
        ("aged 6 months", "aged under 1"),
        ("aged 91", "aged 85 or over"),
        ("Adwoa (33)", "Esther (25 to 34)"),
        (
            "under the age of 18, aged 16 or over, over 18 years old",
            "under the age of 18, aged 16 or over, over 18 years old",
        ),
        (
            "for 34 years; a six-month-old report; Section (12)",
            "for 34 years; a six-month-old report; Section (12)",
        ),
    ]);
}

#[test]
fn where_the_policy_says_so_only_years_are_told() {
    let mut review = review();
    let mut template = (*review.template).clone();
    template.publication.dates = PublishedDates::Year;
    review.template = std::sync::Arc::new(template);
    let disguise = Disguise::of(&review);
    let cases = [
        ("on 12 March 2019", "in 2019"),
        ("in March 2019", "in 2019"),
        ("On 12 March she rang", "That year she rang"),
        ("12/03/2019", "2019"),
    ];
    for (text, expected) in cases {
        assert_eq!(disguise.text(text).text, expected, "{text}");
    }
}
