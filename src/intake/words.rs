//! Wordings made alike.

/// Words in lower case with single spaces, apostrophes left out: “Children’s DOB (dd/mm)” as `childrens dob dd mm`. What has neither letters
/// nor figures stays as it is: “?”.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut before = ' ';
    for character in text.chars() {
        if matches!(character, '\'' | '’' | '‘') {
            continue;
        }
        let starts = character.is_uppercase() && before.is_lowercase();
        if !character.is_alphanumeric() || starts {
            plain.push(' ');
        }
        if character.is_alphanumeric() {
            plain.extend(character.to_lowercase());
        }
        before = character;
    }
    let plain: Vec<&str> = plain.split_whitespace().collect();
    match plain.is_empty() {
        true => text.trim().to_owned(),
        false => plain.join(" "),
    }
}

/// The words that tell headings apart, in no order: without little words, in the singular.
pub(super) fn telling(plain: &str) -> Vec<String> {
    let little = ["of", "the", "a", "an", "for", "on", "at", "is", "was"];
    let words: Vec<&str> = plain.split(' ').collect();
    let mut telling: Vec<String> = words
        .iter()
        .filter(|word| !little.contains(*word))
        .map(|word| singular(word))
        .collect();
    if telling.is_empty() {
        telling = words.iter().map(|word| (*word).to_owned()).collect();
    }
    telling.sort();
    telling.dedup();
    telling
}

fn singular(word: &str) -> String {
    let word = match word {
        "no" | "nr" | "num" => "number",
        other => other,
    };
    match word.strip_suffix('s') {
        Some(stem) if stem.len() > 3 && !stem.ends_with(['s', 'u', 'i']) => stem.to_owned(),
        _ => word.to_owned(),
    }
}

/// Whether one letter more, less, other or the other way round makes one word of five letters or more of the other.
pub(super) fn nearly(one: &str, other: &str) -> bool {
    let one: Vec<char> = one.chars().collect();
    let other: Vec<char> = other.chars().collect();
    let (short, long) = match one.len() <= other.len() {
        true => (&one, &other),
        false => (&other, &one),
    };
    if short.len() < 5 || long.len() - short.len() > 1 {
        return false;
    }
    let same = short.iter().zip(long.iter()).take_while(|(a, b)| a == b);
    let at = same.count();
    if short.len() < long.len() {
        return short[at..] == long[at + 1..];
    }
    let swapped = || {
        at + 1 < short.len()
            && short[at] == long[at + 1]
            && short[at + 1] == long[at]
            && short[at + 2..] == long[at + 2..]
    };
    at == short.len() || short[at + 1..] == long[at + 1..] || swapped()
}

/// A case number without what people write in different ways: “LV 101” and “lv-101” are one.
pub(super) fn case_key(text: &str) -> String {
    text.chars()
        .filter(|character| character.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wordings_are_made_alike() {
        for (text, expected) in [
            ("Date of Birth:", "date of birth"),
            ("ReferredOn", "referred on"),
            ("Children’s  DOB (dd/mm)", "childrens dob dd mm"),
            ("referral_date", "referral date"),
            (" ? ", "?"),
            ("", ""),
        ] {
            assert_eq!(plain(text), expected);
        }
        assert_eq!(telling("date of referrals"), telling("referral date"));
        assert_eq!(telling("case no"), telling("number of the case"));
        for (one, other, expected) in [
            ("ethnicty", "ethnicity", true),
            ("enroled", "enrolled", true),
            ("soucre", "source", true),
            ("left", "lent", false),
            ("police", "policy", true),
            ("assessed", "assigned", false),
        ] {
            assert_eq!(nearly(one, other), expected, "{one}");
        }
        assert_eq!(case_key("LV 101"), case_key("lv-101"));
    }
}
