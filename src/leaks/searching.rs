//! Going through a text piece by piece, so that what is being looked at stays near the processor.

use aho_corasick::AhoCorasick;

use super::fitting::Run;
use super::folding::Folded;

/// Bytes of a text that are folded at a time.
const PIECE: usize = 32 * 1024;

/// Every place where the letters of a pattern of `finder` follow one another, in the order of their ends, with the pattern's number.
/// `text` must be shorter than 4 GiB.
pub(super) fn each_run(finder: &AhoCorasick, text: &str, mut take: impl FnMut(usize, &Run<'_>)) {
    let kept = finder.max_pattern_len().saturating_sub(1);
    let mut folded = Folded::default();
    let (mut at, mut searched) = (0, 0);
    while at < text.len() {
        let end = text.floor_char_boundary(at + PIECE);
        folded.take(text, at..end);
        let hits = finder.find_overlapping_iter(&folded.letters);
        for hit in hits.filter(|hit| hit.end() > searched) {
            let from = &folded.from[hit.start()..hit.end()];
            take(hit.pattern().as_usize(), &Run { text, from });
        }
        folded.keep_last(kept);
        searched = folded.letters.len();
        at = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_two_pieces_share_is_found_once() {
        let finder = AhoCorasick::new(["catarina", "ri", "жж"]).expect("patterns");
        for before in PIECE - 14..=PIECE + 2 {
            let mut text = ".".repeat(before);
            text.push_str("Cata\u{AD}rina ЖЖ");
            let mut found = Vec::new();
            each_run(&finder, &text, |pattern, run| {
                found.push((
                    pattern,
                    &text[run.start()..run.end()] == "ri" || pattern != 1,
                ));
            });
            assert_eq!(found, [(1, true), (0, true), (2, true)], "{before}");
        }
    }
}
