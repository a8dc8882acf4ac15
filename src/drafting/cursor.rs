use super::numbering::blocks;

/// Where in a section's text one stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Standing {
    /// Among its paragraphs and headings, from 0.
    pub block: usize,
    /// How much of its letters stands before, from 0 to 1.
    pub share: f32,
}

/// The paragraph in which a byte of the text lies; between two paragraphs, the one above. `None` where there is none yet.
pub fn standing_at(text: &str, byte: usize) -> Option<Standing> {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    let line_end = text[byte..].find('\n').map_or(text.len(), |end| byte + end);
    let block = blocks(&text[..line_end]).len().checked_sub(1)?;
    let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
    let before = blocks(&text[..byte]);
    let passed = before.get(block).map_or(0, |part| letters(part));
    let whole = blocks(text).get(block).map_or(0, |part| letters(part));
    Some(Standing {
        block,
        share: passed as f32 / whole.max(1) as f32,
    })
}
