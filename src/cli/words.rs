//! How the command line counts, measures and names.

use crate::model::{Certainty, When};

/// "1 entry", "1,204 entries".
pub(super) fn counted(count: usize, one: &str, many: &str) -> String {
    if count == 1 {
        format!("1 {one}")
    } else {
        format!("{} {many}", grouped(count))
    }
}

/// `1204567` as `1,204,567`.
pub(super) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// "312 bytes", "48 kB", "1.3 MB".
pub(super) fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        _ => format!("{:.1} MB", bytes as f64 / 1e6),
    }
}

/// For JSON: what was not understood is never called exact.
pub(in crate::cli) fn certainty(when: &When) -> Certainty {
    if when.is_understood() {
        when.certainty
    } else {
        Certainty::Uncertain
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_and_sizes_read_as_a_person_writes_them() {
        assert_eq!(counted(1, "entry", "entries"), "1 entry");
        assert_eq!(counted(0, "entry", "entries"), "0 entries");
        assert_eq!(counted(1_204_567, "entry", "entries"), "1,204,567 entries");
        for (bytes, words) in [
            (999, "999 bytes"),
            (1_000, "1 kB"),
            (48_200, "49 kB"),
            (1_300_000, "1.3 MB"),
        ] {
            assert_eq!(size(bytes), words);
        }
    }
}
