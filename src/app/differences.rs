//! Two wordings side by side, with the words marked that only one of them has.

/// A stretch of a wording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    /// The other wording does not have it here.
    pub differs: bool,
}

/// Tables larger than this are not laid out: all between the common beginning and end is marked then.
const LARGEST: usize = 400_000;

/// `before` and `after` in pieces. Put together, the pieces of each are its wording, letter for letter.
pub fn word_by_word(before: &str, after: &str) -> [Vec<Piece>; 2] {
    let (one, other) = (words(before), words(after));
    let mut differ = [vec![false; one.len()], vec![false; other.len()]];
    let same = |(a, b): &(&&str, &&str)| a.trim_end() == b.trim_end();
    let start = one.iter().zip(&other).take_while(same).count();
    let rest = (&one[start..], &other[start..]);
    let end = rest
        .0
        .iter()
        .rev()
        .zip(rest.1.iter().rev())
        .take_while(same)
        .count();
    let middle = (
        &one[start..one.len() - end],
        &other[start..other.len() - end],
    );
    mark(middle.0, middle.1, start, &mut differ);
    let [in_one, in_other] = differ;
    [pieces(&one, &in_one), pieces(&other, &in_other)]
}

/// Marks what is in no longest common run of words.
fn mark(one: &[&str], other: &[&str], from: usize, differ: &mut [Vec<bool>; 2]) {
    let (height, width) = (one.len(), other.len());
    differ[0][from..from + height].fill(true);
    differ[1][from..from + width].fill(true);
    if height.saturating_mul(width) > LARGEST {
        return;
    }
    let at = |row: usize, column: usize| row * (width + 1) + column;
    let mut longest = vec![0u32; (height + 1) * (width + 1)];
    for row in (0..height).rev() {
        for column in (0..width).rev() {
            longest[at(row, column)] = if one[row].trim_end() == other[column].trim_end() {
                longest[at(row + 1, column + 1)] + 1
            } else {
                longest[at(row + 1, column)].max(longest[at(row, column + 1)])
            };
        }
    }
    let (mut row, mut column) = (0, 0);
    while row < height && column < width {
        if one[row].trim_end() == other[column].trim_end() {
            differ[0][from + row] = false;
            differ[1][from + column] = false;
            row += 1;
            column += 1;
        } else if longest[at(row + 1, column)] >= longest[at(row, column + 1)] {
            row += 1;
        } else {
            column += 1;
        }
    }
}

/// Each word with the white space after it.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut in_space = false;
    for (at, letter) in text.char_indices() {
        if in_space && !letter.is_whitespace() {
            words.push(&text[start..at]);
            start = at;
        }
        in_space = letter.is_whitespace();
    }
    if start < text.len() {
        words.push(&text[start..]);
    }
    words
}

fn pieces(words: &[&str], differ: &[bool]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (word, differs) in words.iter().zip(differ) {
        match pieces.last_mut() {
            Some(last) if last.differs == *differs => last.text.push_str(word),
            _ => pieces.push(Piece {
                text: (*word).to_owned(),
                differs: *differs,
            }),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The pieces with brackets around what differs.
    fn bracketed(pieces: &[Piece]) -> String {
        let show = |piece: &Piece| match piece.differs {
            true => format!("[{}]", piece.text),
            false => piece.text.clone(),
        };
        pieces.iter().map(show).collect()
    }

    #[test]
    fn words_that_only_one_side_has_are_marked() {
        for (before, after, marked_before, marked_after) in [
            (
                "Standard risk.",
                "Standard risk.",
                "Standard risk.",
                "Standard risk.",
            ),
            (
                "Standard risk.",
                "High risk.",
                "[Standard ]risk.",
                "[High ]risk.",
            ),
            ("", "Seen alone", "", "[Seen alone]"),
            (
                "Call at 21:10 from neighbour",
                "Call at 21:01 from her neighbour",
                "Call at [21:10 ]from neighbour",
                "Call at [21:01 ]from [her ]neighbour",
            ),
            ("a  b", "a b", "a  b", "a b"),
        ] {
            let [one, other] = word_by_word(before, after);
            assert_eq!(bracketed(&one), marked_before);
            assert_eq!(bracketed(&other), marked_after);
        }
    }

    proptest! {
        #[test]
        fn the_pieces_are_the_wording(before in "[ab \n]{0,40}", after in "[ab \n]{0,40}") {
            let [one, other] = word_by_word(&before, &after);
            let whole = |pieces: &[Piece]| pieces.iter().map(|piece| piece.text.as_str()).collect::<String>();
            prop_assert_eq!(whole(&one), before);
            prop_assert_eq!(whole(&other), after);
        }
    }
}
