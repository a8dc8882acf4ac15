//! Wording beyond what one Excel cell can hold.

/// What Excel holds in a cell, in UTF-16 units (the specification page of Excel).
pub(super) const CELL_LIMIT: usize = 32_767;
const GOES_ON: &str = " [continues in the row below]";
const WENT_ON: &str = "[continued] ";

/// `text` in pieces that fit, each but the last marked as going on and each but the first as continued. Breaks stand
/// at a space where there is one near.
pub(super) fn in_cells(text: &str) -> Vec<String> {
    let room = CELL_LIMIT - GOES_ON.len() - WENT_ON.len();
    let mut cells = Vec::new();
    let mut rest = text;
    while rest.encode_utf16().count() > room {
        let (piece, after) = rest.split_at(break_before(rest, room));
        cells.push(piece);
        rest = after;
    }
    cells.push(rest);
    let last = cells.len() - 1;
    cells
        .into_iter()
        .enumerate()
        .map(|(index, piece)| {
            let front = if index > 0 { WENT_ON } else { "" };
            let back = if index < last { GOES_ON } else { "" };
            format!("{front}{piece}{back}")
        })
        .collect()
}

/// Byte index at which a piece of at most `room` UTF-16 units ends.
fn break_before(text: &str, room: usize) -> usize {
    let mut units = 0;
    let mut end = text.len();
    for (index, c) in text.char_indices() {
        units += c.len_utf16();
        if units > room {
            end = index;
            break;
        }
    }
    match text[..end].rfind(' ') {
        Some(space) if space + 200 > end => space + 1,
        _ => end,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_lost_between_cells() {
        let words = "wording ".repeat(10_000);
        let solid = "é".repeat(70_000);
        let emoji = "😀".repeat(20_000);
        for text in [words.as_str(), &solid, &emoji, "short", ""] {
            let cells = in_cells(text);
            let mut whole = String::new();
            for (index, cell) in cells.iter().enumerate() {
                assert!(cell.encode_utf16().count() <= CELL_LIMIT);
                let cell = if index > 0 {
                    cell.strip_prefix(WENT_ON).expect("mark")
                } else {
                    cell
                };
                let last = index + 1 == cells.len();
                whole += if last {
                    cell
                } else {
                    cell.strip_suffix(GOES_ON).expect("mark")
                };
            }
            assert_eq!(whole, text);
        }
    }
}
