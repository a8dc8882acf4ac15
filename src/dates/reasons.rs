//! Why nothing was understood, as a sentence that says what to do.

use super::cursor::Cursor;
use super::words::Word;

/// For a wording in which no date was found; the cursor stands at its start.
pub fn nothing_found(cursor: &Cursor<'_>) -> String {
    let words: Vec<Word> = (0..cursor.tokens.len())
        .filter_map(|ahead| cursor.word(ahead))
        .collect();
    let has = |wanted: &dyn Fn(&Word) -> bool| words.iter().any(wanted);
    let counts = has(&|word| matches!(word, Word::Unit(_)));
    let turns = has(&|word| {
        matches!(
            word,
            Word::Before
                | Word::After
                | Word::Prior
                | Word::Later
                | Word::Earlier
                | Word::Next
                | Word::Since
                | Word::Until
                | Word::From
                | Word::By
        )
    });
    let from_now = has(&|word| matches!(word, Word::Ago | Word::Present | Word::Last));
    if cursor.tokens.is_empty() {
        return "No date is given.".to_owned();
    }
    if from_now {
        return "It counts from the day it was written, which is not known here. Add the date if you know it.".to_owned();
    }
    if counts && (!turns || has(&|word| *word == Word::Within)) {
        return "A length of time is given, but not from when it counts. Add the date if you know it.".to_owned();
    }
    if counts && turns {
        return "It counts from an event whose date is not known here. Give that event a key date, or add the date if you know it.".to_owned();
    }
    if turns {
        return "It hangs on an event whose date is not known here. Give that event a key date, or add the date if you know it.".to_owned();
    }
    if has(&|word| matches!(word, Word::Weekday(_))) {
        return "A weekday alone names no date. Add the date if you know it.".to_owned();
    }
    "No date was found in these words. Add the date if you know it.".to_owned()
}

/// Words beside an understood date that were not understood.
pub fn left_over(words: &[&str]) -> String {
    let quoted: Vec<String> = words
        .iter()
        .map(|words| format!("“{}”", words.trim()))
        .collect();
    let verb = if words.len() == 1 { "was" } else { "were" };
    format!(
        "Not all of the wording was understood: {} {verb} left out. Check that the date is right.",
        quoted.join(", ")
    )
}
