use super::markup::{Inline, pieces};
use super::numbering::blocks;

/// The words of a text as it is printed: without marks, citations and footnotes.
pub fn word_count(text: &str) -> usize {
    blocks(text).iter().map(|block| words_of(block)).sum()
}

fn words_of(block: &str) -> usize {
    let numbers = block.lines().filter(|line| begins_with_a_number(line));
    let words: usize = pieces(block)
        .into_iter()
        .map(|(_, inline)| match inline {
            Inline::Words(words) | Inline::Stressed(words) | Inline::Strong(words) => words
                .split_whitespace()
                .filter(|word| word.contains(char::is_alphanumeric))
                .count(),
            Inline::Citation(_) | Inline::Note(_) => 0,
        })
        .sum();
    words.saturating_sub(numbers.count())
}

/// `1. ` and `12) ` are marks of a list, no words.
fn begins_with_a_number(line: &str) -> bool {
    let Some(first) = line.split_whitespace().next() else {
        return false;
    };
    let digits = first.trim_end_matches(['.', ')']);
    digits.len() + 1 == first.len()
        && (1..=2).contains(&digits.len())
        && digits.bytes().all(|digit| digit.is_ascii_digit())
}
