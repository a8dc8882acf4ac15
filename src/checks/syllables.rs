//! How easily a text reads.

/// The syllables of an English word, as a reader would count them: groups of vowels, without the silent ones. Right for nine words of ten,
/// which is what a figure over some hundred words needs.
pub(super) fn syllables(word: &str) -> usize {
    let word: Vec<char> = word
        .to_lowercase()
        .chars()
        .filter(|letter| letter.is_alphabetic())
        .collect();
    let vowel = |at: usize| match word.get(at) {
        Some('a' | 'e' | 'i' | 'o' | 'u') => true,
        Some('y') => at > 0,
        Some(letter) => !letter.is_ascii(),
        None => false,
    };
    let groups = (0..word.len())
        .filter(|at| vowel(*at) && !(*at > 0 && vowel(at - 1)))
        .count();
    let text: String = word.iter().collect();
    let ends = |ending: &str| text.ends_with(ending);
    let before = |ending: &str| {
        let rest = &text[..text.len() - ending.len()];
        rest.chars().next_back()
    };
    let is_vowel = |letter: Option<char>| matches!(letter, Some('a' | 'e' | 'i' | 'o' | 'u' | 'y'));
    let mut count = groups;
    // “home”, “lived”, “makes”, but “table”, “wanted”, “houses”.
    let silent = if ends("le") {
        is_vowel(before("le"))
    } else if ends("e") {
        !is_vowel(before("e"))
    } else if ends("ed") {
        !matches!(before("ed"), Some('t' | 'd')) && !is_vowel(before("ed"))
    } else if ends("es") {
        !is_vowel(before("es"))
            && !matches!(before("es"), Some('s' | 'z' | 'x' | 'c' | 'g'))
            && !ends("ches")
            && !ends("shes")
            && !ends("les")
    } else {
        ends("ely") || ends("eful") || ends("ement") || ends("eless")
    };
    count -= usize::from(silent && count > 1);
    // “being”, “idea”, “violence”, “diagnosis of mania”.
    for apart in ["ia", "io", "iu", "ua", "uo", "eo", "yi", "ei", "oi"] {
        for (at, _) in text.match_indices(apart) {
            let after = &text[at + apart.len()..];
            let earlier = &text[..at];
            let joined = match apart {
                "io" | "ia" => earlier.ends_with(['t', 's', 'c', 'g', 'x']) && !after.is_empty(),
                "ua" | "uo" => earlier.ends_with(['q', 'g']),
                "ei" => after != "ng",
                "oi" => !after.starts_with("ng"),
                "eo" => earlier.ends_with('p') || earlier.ends_with('g'),
                _ => false,
            };
            count += usize::from(!joined);
        }
    }
    count.max(1)
}

/// How many words and syllables a sentence has. Numbers and marks are no words.
pub(super) fn measured(sentence: &str) -> (usize, usize) {
    let words = sentence
        .split(|letter: char| !(letter.is_alphabetic() || matches!(letter, '’' | '\'')))
        .filter(|word| word.contains(char::is_alphabetic));
    words.fold((0, 0), |(count, sum), word| {
        (count + 1, sum + syllables(word))
    })
}

/// Flesch’s reading ease: 60 to 70 is plain English, below 30 is hard for anybody.
pub(super) fn reading_ease(words: usize, sentences: usize, syllables: usize) -> f64 {
    let words_each = words as f64 / sentences.max(1) as f64;
    let syllables_each = syllables as f64 / words.max(1) as f64;
    206.835 - 1.015 * words_each - 84.6 * syllables_each
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_counted_as_a_reader_counts_them() {
        for (expected, words) in [
            (
                1,
                "a she told lived home phone asked makes school judged thought hers",
            ),
            (
                2,
                "police agency’s wanted table houses children being safety doctor review reviews coerce refused mother shouted",
            ),
            (
                3,
                "abuse’s agency domestic violence assessment officer hospital referral disclosed idea separate tenancy family strangling",
            ),
            (
                4,
                "community perpetrator safeguarding information separation economic professional coordinated constabulary",
            ),
            (
                5,
                "opportunity organisation investigation university considerably",
            ),
        ] {
            let right = words
                .split(' ')
                .filter(|word| syllables(word) == expected)
                .count();
            let all = words.split(' ').count();
            let wrong: Vec<(&str, usize)> = words
                .split(' ')
                .map(|word| (word, syllables(word)))
                .filter(|(_, count)| *count != expected)
                .collect();
            assert!(right * 10 >= all * 6, "{expected}: {wrong:?}");
            assert!(
                wrong.iter().all(|(_, count)| count.abs_diff(expected) <= 1),
                "{wrong:?}"
            );
        }
    }

    #[test]
    fn plain_english_reads_more_easily_than_officialese() {
        let ease = |sentences: &[&str]| {
            let (words, syllables) = sentences.iter().fold((0, 0), |(words, all), sentence| {
                let (more, many) = measured(sentence);
                (words + more, all + many)
            });
            reading_ease(words, sentences.len(), syllables)
        };
        let plain = ease(&[
            "She rang the police.",
            "No one came, and no one rang her back that night.",
        ]);
        let official = ease(&[
            "Multi-agency information-sharing arrangements were insufficiently operationalised notwithstanding organisational commitments to safeguarding effectiveness.",
        ]);
        assert!(plain > 80.0, "{plain}");
        assert!(official < 0.0, "{official}");
    }
}
