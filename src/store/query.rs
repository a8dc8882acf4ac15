//! Named queries: one `.sql` file per noun, cut into its queries while compiling.

/// The query under the line `-- name: NAME` of `sql`, up to the next such line or the end.
///
/// Used in constants only, so that a wrong name is a compile error.
pub(super) const fn query(sql: &'static str, name: &str) -> &'static str {
    let mark = b"-- name: ";
    let bytes = sql.as_bytes();
    let name = name.as_bytes();
    let mut at = 0;
    let mut start = None;
    while at < bytes.len() {
        let end = end_of_line(bytes, at);
        if starts_with(bytes, at, end, mark) {
            match start {
                Some(start) => return slice(sql, start, at),
                None => {
                    let from = at + mark.len();
                    if end - from == name.len() && starts_with(bytes, from, end, name) {
                        start = Some(if end < bytes.len() { end + 1 } else { end });
                    }
                }
            }
        }
        at = end + 1;
    }
    match start {
        Some(start) => slice(sql, start, bytes.len()),
        None => panic!("no query of that name"),
    }
}

const fn end_of_line(bytes: &[u8], mut at: usize) -> usize {
    while at < bytes.len() && bytes[at] != b'\n' {
        at += 1;
    }
    at
}

const fn starts_with(bytes: &[u8], at: usize, end: usize, what: &[u8]) -> bool {
    if end - at < what.len() {
        return false;
    }
    let mut index = 0;
    while index < what.len() {
        if bytes[at + index] != what[index] {
            return false;
        }
        index += 1;
    }
    true
}

const fn slice(text: &'static str, start: usize, end: usize) -> &'static str {
    text.split_at(end).0.split_at(start).1
}

#[cfg(test)]
mod tests {
    use super::query;

    #[test]
    fn queries_are_found_by_name() {
        const SQL: &str = "-- name: all\nSELECT 1;\n\n-- name: add\nINSERT 2;\n";
        assert_eq!(query(SQL, "all"), "SELECT 1;\n\n");
        assert_eq!(query(SQL, "add"), "INSERT 2;\n");
    }
}
