//! Which number is the day: decided for a whole column from the cells that can be read in one way only.

use super::DayOrder;

/// What a column's cells say about the order of day and month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OrderEvidence {
    /// The order to read first.
    pub order: DayOrder,
    /// Cells that can only be read with the day first, such as 16/10/2015.
    pub day_first: usize,
    /// Cells that can only be read with the month first, such as 10/16/2015.
    pub month_first: usize,
    /// Cells that can be read both ways, such as 02/11/2017.
    pub undecided: usize,
}

/// A single cell the other way round is more likely a slip of the hand than an American column.
const MONTH_FIRST_NEEDS: usize = 2;
/// So many cells to one outweigh slips of the hand.
const OUTWEIGHS: usize = 20;

impl OrderEvidence {
    /// Whether both-ways dates of this column may be read in [`OrderEvidence::order`] without a warning.
    pub fn proved(&self) -> bool {
        match self.order {
            DayOrder::DayFirst => {
                self.day_first > 0 && self.day_first >= OUTWEIGHS * self.month_first
            }
            DayOrder::MonthFirst => {
                self.month_first >= MONTH_FIRST_NEEDS
                    && self.month_first >= OUTWEIGHS * self.day_first
            }
        }
    }
}

/// Day first unless more cells contradict it than support it.
pub fn decide_order<'a>(cells: impl IntoIterator<Item = &'a str>) -> OrderEvidence {
    let mut evidence = OrderEvidence::default();
    for (first, second) in cells.into_iter().filter_map(leading_pair) {
        match (first, second) {
            (13..=31, 1..=12) => evidence.day_first += 1,
            (1..=12, 13..=31) => evidence.month_first += 1,
            (1..=12, 1..=12) if first != second => evidence.undecided += 1,
            _ => {}
        }
    }
    if evidence.month_first > evidence.day_first {
        evidence.order = DayOrder::MonthFirst;
    }
    evidence
}

/// The first two numbers of the first numeric date (three numbers, the last a year) in a cell.
fn leading_pair(cell: &str) -> Option<(u32, u32)> {
    let bytes = cell.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let (first, first_length) = digits(&bytes[at..]);
        let start = at;
        at += first_length;
        if first_length > 2 {
            continue;
        }
        let Some(gap) = separator(&bytes[at..]) else {
            continue;
        };
        let (second, second_length) = digits(&bytes[at + gap..]);
        if !(1..=2).contains(&second_length) {
            continue;
        }
        let after = at + gap + second_length;
        let Some(gap) = separator(&bytes[after..]) else {
            continue;
        };
        let (_, year_length) = digits(&bytes[after + gap..]);
        let joined = start > 0 && bytes[start - 1].is_ascii_alphanumeric();
        if matches!(year_length, 2 | 4) && !joined {
            return Some((first, second));
        }
    }
    None
}

fn digits(bytes: &[u8]) -> (u32, usize) {
    let length = bytes
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let value = bytes[..length.min(4)]
        .iter()
        .fold(0, |value, byte| value * 10 + u32::from(byte - b'0'));
    (value, length)
}

/// Length of one separator of a numeric date, spaces around it included.
fn separator(bytes: &[u8]) -> Option<usize> {
    let mut length = 0;
    let mut marks = 0;
    while let Some(byte) = bytes.get(length) {
        match byte {
            b' ' => {}
            b'/' | b'.' | b'-' => marks += 1,
            _ => break,
        }
        length += 1;
    }
    (marks == 1).then_some(length)
}
