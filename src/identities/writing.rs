//! How a replacement stands in its sentence: articles, possessives, capitals.

use std::ops::Range;

use super::replaced::Why;

/// What is to stand somewhere.
#[derive(Debug, Clone)]
pub(super) struct Writing {
    pub became: String,
    /// Words such as “a school”, which follow the sentence, rather than a name.
    pub phrase: bool,
    pub why: Why,
}

impl Writing {
    pub fn plain(became: String, why: Why) -> Self {
        let phrase = matches!(why, Why::Identifier(_));
        Self {
            became,
            phrase,
            why,
        }
    }
}

pub(super) struct Fitted {
    pub range: Range<usize>,
    pub became: String,
    pub why: Why,
}

const DETERMINERS: [&str; 19] = [
    "the", "this", "that", "these", "those", "her", "his", "their", "our", "my", "your", "its",
    "each", "every", "any", "no", "another", "which", "whose",
];

/// Between a determiner and what it belongs to.
const BETWEEN: [&str; 16] = [
    "former", "local", "nearby", "same", "old", "new", "previous", "current", "late", "younger",
    "elder", "older", "eldest", "youngest", "first", "second",
];

/// Fits words into the text around `range`; nothing before `from` is touched.
pub(super) fn fitted(text: &str, from: usize, range: Range<usize>, writing: Writing) -> Fitted {
    let Writing {
        became,
        phrase,
        why,
    } = writing;
    let mut range = range;
    let mut became = became;
    if matches!(
        why,
        Why::Date | Why::TimeOfDay | Why::Age | Why::DateOfBirth | Why::DateOfDeath
    ) {
        return Fitted { range, became, why };
    }
    let before = &text[from..range.start];
    let word = last_word(before);
    let small = word.to_lowercase();
    // “Hepatitis A” ends with no article.
    let opening = word == "A" && begins_sentence(text, text[..range.start].rfind('A').unwrap_or(0));
    let article = matches!(word, "a" | "an" | "An") || opening;
    if phrase && became.starts_with(char::is_lowercase) {
        let earlier =
            last_word(before.trim_end().strip_suffix(word).unwrap_or_default()).to_lowercase();
        let determined = DETERMINERS.contains(&small.as_str())
            || article
            || BETWEEN.contains(&small.as_str())
                && (DETERMINERS.contains(&earlier.as_str())
                    || matches!(earlier.as_str(), "a" | "an"));
        if determined {
            became = without_article(&became).to_owned();
        } else if begins_sentence(text, range.start)
            && !text[range.start..].starts_with(char::is_lowercase)
        {
            became = capitalised(&became);
        }
    }
    if article && !became.is_empty() && adjoins(before, word) {
        let right = if sounds_like_a_vowel(&became) {
            "an"
        } else {
            "a"
        };
        if right != small {
            let start = range.start - (before.len() - before.rfind(word).unwrap_or(before.len()));
            let gap = &text[start + word.len()..range.start];
            let written = if word.starts_with('A') {
                capitalised(right)
            } else {
                right.to_owned()
            };
            became = format!("{written}{gap}{became}");
            range.start = start;
        }
    }
    if let Some(mark) = bare_possessive(text, &range, &became) {
        range.end += mark.len_utf8();
        became = format!("{became}{mark}s");
    }
    Fitted { range, became, why }
}

/// “Marcus’ flat”: the mark, where what stands there now needs an s after it.
fn bare_possessive(text: &str, range: &Range<usize>, became: &str) -> Option<char> {
    let was = &text[range.clone()];
    let mut after = text[range.end..].chars();
    let mark = after.next().filter(|mark| matches!(mark, '\'' | '’'))?;
    let spaced = after.next().is_some_and(|next| next == ' ')
        && after.next().is_some_and(char::is_alphabetic);
    let ends = |text: &str| text.ends_with(['s', 'S', 'x', 'z']);
    let opened = text[..range.start]
        .chars()
        .rev()
        .take(80)
        .find(|letter| matches!(letter, '‘' | '’' | '\''));
    let quoted = matches!(opened, Some('‘')) || text[..range.start].ends_with(['\'', '‘']);
    (spaced && !quoted && ends(was) && !ends(became)).then_some(mark)
}

fn last_word(before: &str) -> &str {
    let trimmed = before.trim_end();
    let from = trimmed.rfind(|letter: char| !letter.is_alphabetic());
    let from = from.map_or(0, |at| {
        at + trimmed[at..].chars().next().map_or(1, char::len_utf8)
    });
    &trimmed[from..]
}

fn adjoins(before: &str, word: &str) -> bool {
    let gap = &before[before
        .rfind(word)
        .map_or(before.len(), |at| at + word.len())..];
    !gap.is_empty() && gap.chars().all(|letter| letter == ' ')
}

fn without_article(phrase: &str) -> &str {
    let articles = ["a ", "an ", "the "].iter();
    articles
        .filter_map(|article| phrase.strip_prefix(article))
        .next()
        .unwrap_or(phrase)
}

pub(super) fn begins_sentence(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches([' ', '\t', '\u{A0}', '“', '"', '‘', '*']);
    let list = before.trim_end_matches(['-', '>', '#']).len() < before.len();
    let head = before.trim_end_matches(['-', '>', '#', ' ']);
    before.is_empty()
        || before.ends_with(['.', '!', '?', '\n', '|', '•'])
        || list && (head.is_empty() || head.ends_with('\n'))
}

pub(super) fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// Whether “an” stands before it.
pub(super) fn sounds_like_a_vowel(words: &str) -> bool {
    let words = words.trim_start_matches(|first: char| !first.is_alphanumeric());
    let first = words
        .split(|letter: char| !letter.is_alphanumeric())
        .next()
        .unwrap_or_default();
    let small = first.to_lowercase();
    if first.starts_with(|digit: char| digit.is_ascii_digit()) {
        return first.starts_with('8') || first == "11" || first == "18";
    }
    if first.len() <= 4 && first.len() > 1 && first.chars().all(char::is_uppercase) {
        return first.starts_with(['A', 'E', 'F', 'H', 'I', 'L', 'M', 'N', 'O', 'R', 'S', 'X']);
    }
    let silent = ["hour", "honest", "honour", "heir"]
        .iter()
        .any(|word| small.starts_with(word));
    let spoken = ["uni", "use", "usu", "one", "eu", "ute"]
        .iter()
        .any(|word| small.starts_with(word));
    silent || small.starts_with(['a', 'e', 'i', 'o', 'u']) && !spoken
}
