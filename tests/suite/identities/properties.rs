use lantern::identities::{Disguise, Register};
use proptest::prelude::*;

use super::canary::left_in;
use super::harbour::review;

fn forms() -> Vec<String> {
    let register = Register::of(&review());
    let forms = register
        .identities
        .into_iter()
        .flat_map(|identity| identity.forms);
    forms.map(|form| form.text).collect()
}

/// As people write it: as it is, in capitals, possessive, broken over two lines, in a table, stressed.
fn as_written(form: String, how: u8) -> String {
    match how {
        0 => form.to_uppercase(),
        1 => format!("{form}’s"),
        2 => form.replace(' ', "\n"),
        3 => format!("| {form} |"),
        4 => format!("**{form}**"),
        5 => format!("({form})"),
        6 => format!("the {form} house"),
        _ => form,
    }
}

/// Words without a name, a date or an age.
const WORDS: [&str; 16] = [
    "she rang again.",
    "The officer left;",
    "two days later",
    "and then",
    "said that",
    "whether she",
    "in hope of",
    "—",
    "at home,",
    "[note: a note]",
    "police attended\n\n",
    "He could",
    "was seen by",
    "Nobody asked.",
    "[entry 22]",
    "24/7",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn whatever_is_written_no_form_is_left_and_twice_is_once(
        parts in prop::collection::vec((0..400_usize, 0..12_u8, 0..WORDS.len()), 1..9)
    ) {
        let review = review();
        let disguise = Disguise::of(&review);
        let forms = forms();
        let text: String = parts
            .iter()
            .map(|(form, how, word)| {
                let form = as_written(forms[form % forms.len()].clone(), *how);
                format!("{} told {form} ", WORDS[*word])
            })
            .collect();
        let once = disguise.text(&text);
        let left = left_in(&once.text, &review);
        prop_assert!(left.is_empty(), "{left:?} in {:?} of {text:?}", once.text);
        let twice = disguise.text(&once.text);
        prop_assert_eq!(&twice.text, &once.text, "of {:?}", text);
        for one in &once.replaced {
            prop_assert_eq!(&text[one.range.clone()], one.was.as_str());
            prop_assert_eq!(&once.text[one.range_now.clone()], one.became.as_str());
        }
    }

    #[test]
    fn what_holds_no_name_and_no_date_stays_byte_for_byte(
        words in prop::collection::vec(0..WORDS.len(), 0..20)
    ) {
        let review = review();
        let text = words.iter().map(|word| WORDS[*word]).collect::<Vec<_>>().join(" ");
        prop_assert_eq!(Disguise::of(&review).text(&text).text, text);
    }

    #[test]
    fn whatever_stands_there_nothing_breaks(text in "\\PC{0,80}") {
        let review = review();
        let once = Disguise::of(&review).text(&text);
        for one in &once.replaced {
            prop_assert_eq!(&text[one.range.clone()], one.was.as_str());
        }
    }
}
