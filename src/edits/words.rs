//! How labels count, and how lists are put in order.

/// "1 entry", "12 entries".
pub(super) fn counted(count: usize, one: &str, many: &str) -> String {
    if count == 1 {
        format!("1 {one}")
    } else {
        format!("{count} {many}")
    }
}

/// Words to be found by: in lower case, without blanks around them, each once.
pub(super) fn search_words(words: &[String]) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for word in words {
        let word = word.trim().to_lowercase();
        if !word.is_empty() && !kept.contains(&word) {
            kept.push(word);
        }
    }
    kept
}

/// The whole list with its places from 1 on, after `moving` went to place `to` (beyond the end: the end).
pub(super) fn moved<T: Copy + PartialEq>(mut order: Vec<T>, moving: T, to: u32) -> Vec<(T, u32)> {
    order.retain(|&other| other != moving);
    let index = usize::try_from(to.saturating_sub(1)).unwrap_or(usize::MAX);
    order.insert(index.min(order.len()), moving);
    order.into_iter().zip(1..).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moving_keeps_places_without_gaps() {
        for (to, expected) in [
            (0, "bacd"),
            (1, "bacd"),
            (2, "abcd"),
            (3, "acbd"),
            (99, "acdb"),
        ] {
            let order = moved(vec!['a', 'b', 'c', 'd'], 'b', to);
            let letters: String = order.iter().map(|(letter, _)| letter).collect();
            let places: Vec<u32> = order.iter().map(|(_, place)| *place).collect();
            assert_eq!((letters.as_str(), places), (expected, vec![1, 2, 3, 4]));
        }
    }
}
