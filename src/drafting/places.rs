//! Where the paragraphs and headings of a text stand in it.

use std::ops::Range;

use super::numbering::{heading_of, lines_of_blocks};

/// The place among the [`blocks`](super::blocks) of the one that the caret is in; blank lines belong to what stands above them. `None` where
/// nothing is written.
pub fn block_at(text: &str, caret: usize) -> Option<usize> {
    let caret = text.floor_char_boundary(caret);
    let end = text[caret..].find('\n').map_or(text.len(), |at| caret + at);
    let blocks = lines_of_blocks(text);
    let begun = blocks
        .iter()
        .take_while(|lines| lines.first().is_some_and(|first| first.start <= end))
        .count();
    (!blocks.is_empty()).then(|| begun.saturating_sub(1))
}

/// The byte at which the block begins.
pub fn start_of_block(text: &str, place: usize) -> Option<usize> {
    let blocks = lines_of_blocks(text);
    Some(blocks.get(place)?.first()?.start)
}

/// The headings of a section's text: level, words, and where they stand.
pub fn headings(text: &str) -> Vec<(u8, String, Range<usize>)> {
    lines_of_blocks(text)
        .into_iter()
        .filter_map(|lines| {
            let line = lines.into_iter().next()?;
            let (level, words) = heading_of(&text[line.clone()])?;
            Some((level, words.to_owned(), line))
        })
        .collect()
}
