//! Numbers as a reader writes them.

/// With commas between thousands, and no more than two digits after the point.
pub(super) fn number(value: f64) -> String {
    let written = format!("{:.2}", value.abs());
    let written = written.trim_end_matches('0').trim_end_matches('.');
    let (whole, after) = written.split_once('.').unwrap_or((written, ""));
    let mut spoken = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            spoken.push(',');
        }
        spoken.push(digit);
    }
    if !after.is_empty() {
        spoken = format!("{spoken}.{after}");
    }
    if value < 0.0 && written != "0" {
        spoken.insert(0, '−');
    }
    spoken
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_are_written_as_a_reader_does() {
        for (value, spoken) in [
            (0.0, "0"),
            (-0.001, "0"),
            (48.0, "48"),
            (100.0, "100"),
            (70_000.0, "70,000"),
            (-3_025.5, "−3,025.5"),
            (10_175.41, "10,175.41"),
            (1_234_567.0, "1,234,567"),
            (81.25, "81.25"),
        ] {
            assert_eq!(number(value), spoken);
        }
    }
}
