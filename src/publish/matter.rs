//! Wording made ready for a page: lines, and places where an endless word may break.

use serde_json::{Value, json};

use super::characters::{Replaced, counted, for_fonts};
use super::typesetting::covered;

/// A word longer than this (a file name, a link) would stick out of its column.
const LONG_WORD: usize = 22;

/// Turns wording into data for a layout, counting what the fonts could not show.
#[derive(Default)]
pub(super) struct Matter {
    replaced: Replaced,
}

impl Matter {
    pub(super) fn notes(&self) -> Vec<String> {
        self.replaced.notes("are in none of the report’s fonts")
    }

    /// One line; line ends become spaces.
    pub(super) fn line(&mut self, text: &str) -> Value {
        let text = for_fonts(text.trim(), covered, &mut self.replaced);
        breakable(&text.replace('\n', " "))
    }

    /// As [`Self::line`], with the spaces at either end: a stretch of a line.
    pub(super) fn piece(&mut self, text: &str) -> Value {
        let text = for_fonts(text, covered, &mut self.replaced);
        breakable(&text.replace('\n', " "))
    }

    /// As [`Self::line`], where the layout needs one plain string.
    pub(super) fn plain(&mut self, text: &str) -> String {
        for_fonts(text.trim(), covered, &mut self.replaced).replace('\n', " ")
    }

    /// Lines as written, without blank ones at either end.
    pub(super) fn lines(&mut self, text: &str) -> Value {
        let text = for_fonts(text.trim(), covered, &mut self.replaced);
        Value::Array(
            text.lines()
                .map(|line| breakable(line.trim_end()))
                .collect(),
        )
    }
}

/// The line itself, or its pieces where it holds words that must be allowed to break.
fn breakable(line: &str) -> Value {
    if line
        .split(' ')
        .all(|word| word.chars().count() <= LONG_WORD)
    {
        return Value::String(line.to_owned());
    }
    let mut pieces = vec![String::new()];
    for word in line.split_inclusive(' ') {
        let long = word.chars().count() > LONG_WORD;
        let mut since_break = 0;
        for c in word.chars() {
            if let Some(piece) = pieces.last_mut() {
                piece.push(c);
            }
            since_break += 1;
            let good_place = since_break > 2
                && matches!(c, '_' | '.' | '/' | '\\' | '-' | '@' | '=' | '&' | ',');
            if long && (good_place || since_break >= LONG_WORD) {
                pieces.push(String::new());
                since_break = 0;
            }
        }
    }
    pieces.retain(|piece| !piece.is_empty());
    json!(pieces)
}

/// Whether wording is short enough, at some 2,000 characters, to be kept on one page.
pub(super) fn stays_whole(wordings: &[&str]) -> bool {
    let characters: usize = wordings.iter().map(|wording| wording.chars().count()).sum();
    let lines: usize = wordings.iter().map(|wording| wording.lines().count()).sum();
    characters + 60 * lines < 2_000
}

/// "No entries yet.", "1 entry", "346 entries".
pub(super) fn entries_in_words(count: usize) -> String {
    match count {
        0 => "No entries yet.".to_owned(),
        count => counted(count, "entry", "entries"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_endless_words_are_cut_in_pieces() {
        let cases = [
            ("A plain line.", json!("A plain line.")),
            (
                "in police_return_for_the_review.xlsx now",
                json!([
                    "in police_",
                    "return_",
                    "for_",
                    "the_",
                    "review.",
                    "xlsx now"
                ]),
            ),
            (
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                json!(["aaaaaaaaaaaaaaaaaaaaaa", "aaaaaaaa"]),
            ),
        ];
        for (line, expected) in cases {
            assert_eq!(breakable(line), expected, "{line}");
            if let Value::Array(pieces) = breakable(line) {
                let whole: String = pieces.iter().filter_map(Value::as_str).collect();
                assert_eq!(whole, line);
            }
        }
    }
}
