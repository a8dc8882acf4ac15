//! Patterns by which a weakness is suggested: regular expressions in which a blank stands for any white space, either apostrophe
//! for both, and `{key}` for the words of a list. One that begins with `!` says where the others do not hold.

use regex::{Regex, RegexBuilder};

use crate::model::WordList;

/// A pattern may grow to so much memory; what is larger is a mistake.
const LARGEST: usize = 4 << 20;

/// Whether a pattern says where the others of its weakness do not hold: “!not seen alone”.
pub fn is_exception(text: &str) -> bool {
    text.starts_with('!')
}

/// The pattern, ready to search with; small letters and capitals are alike. Otherwise what is wrong with it, as a sentence.
pub fn pattern(text: &str, lists: &[WordList]) -> Result<Regex, String> {
    let expanded = expanded(text, lists)?;
    let written = expanded.strip_prefix('!').unwrap_or(&expanded);
    let written = written.replace(' ', r"\s+").replace(['\'', '’'], "['’]");
    let regex = RegexBuilder::new(&written)
        .case_insensitive(true)
        .size_limit(LARGEST)
        .build()
        .map_err(|error| format!("“{text}” is no pattern: {}", last_line(&error.to_string())))?;
    if regex.is_match("") {
        return Err(format!(
            "“{text}” fits where nothing is written, so that it would be found everywhere. Take out a “*” or a “?”."
        ));
    }
    Ok(regex)
}

/// The pattern with the words themselves in place of the lists it names, so that it needs none.
pub fn expanded(text: &str, lists: &[WordList]) -> Result<String, String> {
    if text.trim_start_matches('!').trim().is_empty() {
        return Err("A pattern is empty. Write something, or take it out.".to_owned());
    }
    let mut expanded = String::new();
    let mut rest = text;
    while let Some((before, key, after)) = next_list(rest) {
        let list = lists.iter().find(|list| list.key == key).ok_or_else(|| {
            format!("“{text}” names the list of words “{key}”, which is not there.")
        })?;
        expanded.push_str(before);
        expanded.push_str(&any_of(&list.words));
        rest = after;
    }
    expanded.push_str(rest);
    Ok(expanded)
}

/// What stands before the first `{key}`, the key, and what stands after it. `{2,5}` is none, nor is the `{` of `\p{L}`.
fn next_list(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    while let Some(open) = text[from..].find('{').map(|at| from + at) {
        let after = &text[open + 1..];
        let close = after.find('}')?;
        let key = &after[..close];
        let is_class = text[..open].ends_with(r"\p") || text[..open].ends_with(r"\P");
        let is_key = key.starts_with(|letter: char| letter.is_ascii_lowercase())
            && key
                .chars()
                .all(|letter| letter.is_ascii_lowercase() || letter == '_');
        if is_key && !is_class {
            return Some((&text[..open], key, &after[close + 1..]));
        }
        from = open + 1;
    }
    None
}

/// Any of the words, as a whole word, or as the beginning of one where it ends in `*`.
fn any_of(words: &[String]) -> String {
    let each = words.iter().map(|word| match word.strip_suffix('*') {
        Some(stem) => format!(r"{}\w*", regex::escape(stem)),
        None => regex::escape(word),
    });
    let each: Vec<String> = each.collect();
    format!(r"\b(?:{})\b", each.join("|"))
}

/// The reason; the lines before it point at a place in the expanded pattern.
fn last_line(error: &str) -> String {
    let last = error.lines().last().unwrap_or_default().trim();
    last.trim_start_matches("error: ").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lists() -> Vec<WordList> {
        vec![WordList {
            key: "missed".to_owned(),
            words: ["did not attend", "dna", "cancel*", "didn't come"]
                .map(str::to_owned)
                .to_vec(),
        }]
    }

    #[test]
    fn a_pattern_finds_its_words_however_they_are_written() {
        let cases = [
            (r"{missed}", "DNA.", Some("DNA")),
            (
                r"{missed}",
                "She did  not\nattend",
                Some("did  not\nattend"),
            ),
            (r"{missed}", "she cancelled it", Some("cancelled")),
            (r"{missed}", "She didn’t come", Some("didn’t come")),
            (r"{missed}", "dnab", None),
            (
                r"no reply.{0,20}{missed}",
                "No reply; DNA",
                Some("No reply; DNA"),
            ),
            (r"\bno (?:risk )?form\b", "no form", Some("no form")),
            (r"\p{Lu}\w{3}", "Wren", Some("Wren")),
            (r"!not {missed}", "not dna", Some("not dna")),
        ];
        for (text, wording, expected) in cases {
            let found = pattern(text, &lists()).map(|pattern| {
                let found = pattern.find(wording);
                found.map(|found| found.as_str().to_owned())
            });
            assert_eq!(found, Ok(expected.map(str::to_owned)), "{text}");
        }
    }

    #[test]
    fn what_is_no_pattern_is_told() {
        for (text, reason) in [
            ("!", "A pattern is empty"),
            ("(open", "“(open” is no pattern"),
            ("{unknown} form", "“unknown”, which is not there"),
            (" ", "A pattern is empty"),
            ("x*", "fits where nothing is written"),
            ("(a{1000}){1000}", "is no pattern"),
        ] {
            let told = pattern(text, &lists()).expect_err(text);
            assert!(told.contains(reason), "{told}");
        }
    }
}
