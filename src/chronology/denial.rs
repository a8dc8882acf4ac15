//! Whether a sentence denies what it speaks of.

use super::wording::sentence_around;

const NEGATORS: [&str; 19] = [
    "no", "not", "never", "without", "nil", "neither", "nor", "denied", "denies", "deny",
    "denying", "cannot", "didnt", "doesnt", "isnt", "wasnt", "hasnt", "none", "negative",
];

/// Asked about or supposed, and so not stated.
const SUPPOSING: [&str; 7] = [
    "if",
    "whether",
    "asked about",
    "ask about",
    "asking about",
    "enquired about",
    "unless",
];

/// After these a denial no longer reaches.
const BREAKS: [&str; 24] = [
    "but",
    "however",
    "although",
    "though",
    "stated",
    "states",
    "said",
    "says",
    "reported",
    "reports",
    "disclosed",
    "disclosing",
    "then",
    "when",
    "after",
    "because",
    "as",
    "since",
    "who",
    "which",
    "and",
    "despite",
    "until",
    "due",
];

/// "not aware that", "did not report": what follows is so all the same.
const NOT_OF_THE_MATTER: [&str; 29] = [
    "know",
    "knew",
    "known",
    "aware",
    "realise",
    "told",
    "tell",
    "ask",
    "asked",
    "recorded",
    "record",
    "explore",
    "explored",
    "refer",
    "referred",
    "assess",
    "assessed",
    "share",
    "shared",
    "only",
    "discuss",
    "discussed",
    "mention",
    "considered",
    "identify",
    "identified",
    "recognise",
    "recognised",
    "longer",
];

/// How many words before it a denial reaches.
const REACH: usize = 7;

/// Whether the sentence denies what stands at `start..end`, or only asks about it: "denied strangulation",
/// "no threats or weapons", "asked whether she was pregnant", "pregnant: no".
pub(super) fn is_denied(text: &str, start: usize, end: usize) -> bool {
    let sentence = sentence_around(text, start);
    denied_before(
        &text[sentence.start..start],
        &text[end..sentence.end.max(end)],
    ) || denied_after(&text[end..sentence.end.max(end)])
}

fn denied_before(before: &str, after: &str) -> bool {
    let before = before.to_lowercase().replace(['\'', '’'], "");
    let mut words: Vec<&str> = Vec::new();
    for part in before.split_inclusive([' ', ',', ':', '(', ')', '\n', '–', '/']) {
        let word = part.trim_matches(|letter: char| !letter.is_alphanumeric());
        if !word.is_empty() {
            words.push(word);
        }
        for mark in [',', ':', '(', ')', '–'] {
            if part.contains(mark) {
                words.push(if mark == ',' { "," } else { "|" });
            }
        }
    }
    let mut listed = false;
    let mut joined = after.trim_start().starts_with("or ") || after.contains(" or ");
    let mut behind: Option<&str> = None;
    for word in words.iter().rev().take(REACH + 3).copied() {
        if word == "|" || BREAKS.contains(&word) {
            return false;
        }
        match word {
            "," => listed = true,
            "or" | "nor" => joined = true,
            _ if NEGATORS.contains(&word) || SUPPOSING.contains(&word) => {
                let elsewhere = behind.is_some_and(|next| NOT_OF_THE_MATTER.contains(&next));
                return !elsewhere && (!listed || joined || word.starts_with("den"));
            }
            "about" if before.contains("ask") || before.contains("enquir") => {
                let asks = SUPPOSING
                    .iter()
                    .any(|phrase| phrase.ends_with("about") && before.contains(phrase));
                if asks {
                    return true;
                }
            }
            _ => {}
        }
        if word != "," {
            behind = Some(word);
        }
    }
    false
}

fn denied_after(after: &str) -> bool {
    let after = after.to_lowercase();
    let rest = after.trim_start_matches(|letter: char| letter.is_whitespace());
    let rest = rest
        .strip_prefix("was ")
        .or_else(|| rest.strip_prefix("is "))
        .or_else(|| rest.strip_prefix("were "))
        .unwrap_or(rest);
    let answer = rest.trim_start_matches([':', '-', '–', '=', '?', ' ']);
    let is_answer = answer.len() < rest.len();
    let first = answer
        .split(|letter: char| !letter.is_alphanumeric())
        .next()
        .unwrap_or_default();
    (is_answer && matches!(first, "no" | "n" | "none" | "nil" | "denied" | "not"))
        || matches!(first, "denied" | "excluded")
        || answer.starts_with("not disclosed")
        || answer.starts_with("ruled out")
        || answer.starts_with("not reported")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chronology::wording::WordFinder;

    #[test]
    fn a_denial_reaches_what_it_denies_and_no_further() {
        let words: Vec<String> = [
            "strangl*",
            "strangulation",
            "pregnan*",
            "threat*",
            "weapon*",
        ]
        .iter()
        .map(|word| (*word).to_owned())
        .collect();
        let finder = WordFinder::of([&words]);
        // The last of the words is asked about.
        let cases = [
            ("He strangled her", false),
            ("She denied strangulation", true),
            ("Denied that he had ever strangled her", true),
            ("denies violence, threats or weapons", true),
            ("No threats were made. She is pregnant", false),
            ("No injuries and threatened to return", false),
            ("She was not aware of the pregnancy", false),
            ("He did not know she was pregnant", false),
            ("Asked whether she was pregnant", true),
            ("Asked about strangulation", true),
            ("Pregnant: no", true),
            ("Weapons - none", true),
            ("Pregnancy: 22 weeks", false),
            ("No injuries, threats to kill", false),
            ("no longer pregnant", false),
            ("strangulation denied", true),
            ("Not recorded: threats", false),
            ("did not attend as she is pregnant", false),
        ];
        for (text, expected) in cases {
            let hit = finder.in_text(text).pop().expect("a hit");
            assert_eq!(is_denied(text, hit.start, hit.end), expected, "{text}");
        }
    }
}
