//! The words of a record, cheaply: lower case, cut at everything that is no letter or digit.

use crate::model::Entry;

/// A record's running text. Used again from record to record.
#[derive(Default)]
pub(super) struct Text {
    /// As written, cells parted by line breaks.
    raw: String,
    /// The same length as `raw`: only a to z are folded.
    lower: String,
    tokens: Vec<(usize, usize)>,
}

impl Text {
    /// What happened, what was done, and the cells under other headings. The author's comment is hindsight, who was seen is
    /// read as people, and who made the record was not part of the event.
    pub(super) fn read(&mut self, entry: &Entry) {
        self.raw.clear();
        let others = entry.other.iter().map(|(_, wording)| wording);
        for cell in [&entry.text, &entry.response].into_iter().chain(others) {
            if !cell.trim().is_empty() {
                self.raw.push_str(cell);
                self.raw.push('\n');
            }
        }
        self.fold();
    }

    #[cfg(test)]
    pub(super) fn of(wording: &str) -> Self {
        let mut text = Self {
            raw: wording.to_owned(),
            ..Self::default()
        };
        text.fold();
        text
    }

    fn fold(&mut self) {
        self.lower.clear();
        self.lower.push_str(&self.raw);
        self.lower.make_ascii_lowercase();
        self.tokens.clear();
        let mut start = None;
        for (at, letter) in self.lower.char_indices() {
            match (letter.is_alphanumeric(), start) {
                (true, None) => start = Some(at),
                (false, Some(from)) => {
                    self.tokens.push((from, at));
                    start = None;
                }
                _ => {}
            }
        }
        if let Some(from) = start {
            self.tokens.push((from, self.lower.len()));
        }
    }

    /// The same for the same wording.
    pub(super) fn fingerprint(&self) -> u64 {
        self.raw.bytes().fold(0xcbf2_9ce4_8422_2325, |value, byte| {
            (value ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        })
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The token at `at` in small letters; empty beyond the last.
    pub(super) fn word(&self, at: usize) -> &str {
        match self.tokens.get(at) {
            Some(&(from, to)) => &self.lower[from..to],
            None => "",
        }
    }

    /// As [`Self::word`], counted back from `at`; empty before the first.
    pub(super) fn before(&self, at: usize, back: usize) -> &str {
        at.checked_sub(back).map_or("", |at| self.word(at))
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        let written = self.written(at, at);
        written.chars().next().is_some_and(char::is_uppercase)
    }

    /// What is written from the token `from` to the token `to`, inclusive.
    pub(super) fn written(&self, from: usize, to: usize) -> &str {
        match (self.tokens.get(from), self.tokens.get(to)) {
            (Some((start, _)), Some((_, end))) => &self.raw[*start..*end],
            _ => "",
        }
    }

    /// The single character that parts the token at `at` from the next, where it is one.
    pub(super) fn joint(&self, at: usize) -> Option<char> {
        let (_, end) = self.tokens.get(at)?;
        let (start, _) = self.tokens.get(at + 1)?;
        let mut between = self.lower[*end..*start].chars();
        match (between.next(), between.next()) {
            (Some(one), None) => Some(one),
            _ => None,
        }
    }

    /// Where the token at `at` begins, in bytes.
    pub(super) fn place(&self, at: usize) -> usize {
        self.tokens
            .get(at)
            .map_or(self.lower.len(), |(start, _)| *start)
    }
}

/// A word without its most common endings: enough for “calls”, “called” and “calling” to be one.
pub(super) fn stem(word: &str) -> &str {
    let cut = |ending: &str, left: usize| {
        word.strip_suffix(ending)
            .filter(|rest| rest.chars().count() >= left)
    };
    let stem = cut("ing", 4)
        .or_else(|| cut("ies", 3))
        .or_else(|| cut("ed", 4))
        .or_else(|| cut("es", 4))
        .or_else(|| cut("s", 3).filter(|rest| !rest.ends_with('s')))
        .unwrap_or(word);
    let bare = stem
        .strip_suffix(['e', 'y'])
        .filter(|rest| rest.chars().count() >= 3)
        .unwrap_or(stem);
    let mut ends = bare.chars().rev();
    match (ends.next(), ends.next()) {
        (Some(last), Some(other))
            if last == other && last.is_ascii_alphabetic() && bare.len() > 4 =>
        {
            &bare[..bare.len() - 1]
        }
        _ => bare,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_in_small_letters_with_their_joints() {
        let text = Text::of("Rang 12/04; the child’s ROOM, 9 pm");
        let words: Vec<&str> = (0..text.len()).map(|at| text.word(at)).collect();
        assert_eq!(
            words,
            ["rang", "12", "04", "the", "child", "s", "room", "9", "pm"]
        );
        assert_eq!(text.joint(1), Some('/'));
        assert_eq!(text.joint(2), None);
        assert!(text.is_capital(6) && !text.is_capital(3));
        assert_eq!(text.written(1, 2), "12/04");
        assert_eq!((text.before(0, 1), text.word(99)), ("", ""));
    }

    #[test]
    fn endings_do_not_keep_words_apart() {
        for (one, other) in [
            ("calls", "called"),
            ("bruises", "bruised"),
            ("injury", "injuries"),
            ("grabbed", "grab"),
            ("smoke", "smoking"),
        ] {
            assert_eq!(stem(one), stem(other), "{one} {other}");
        }
        for word in ["glass", "was", "bus"] {
            assert!(
                word.starts_with(stem(word)) && stem(word).len() >= 3,
                "{word}"
            );
        }
        assert_ne!(stem("ring"), stem("rung"));
    }
}
