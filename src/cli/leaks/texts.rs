use crate::leaks::Stretch;
use crate::model::Review;

/// Every text of a review with its place, whatever its fields are called: what a field that is new tomorrow holds is among them. The template’s
/// words are left out, which are the same in every review.
pub(super) fn texts_of(review: &Review) -> Vec<Stretch> {
    let mut texts = Vec::new();
    let mut path: Vec<(usize, String)> = Vec::new();
    for line in format!("{review:#?}").lines() {
        let words = line.trim_start();
        let depth = line.len() - words.len();
        path.retain(|(level, _)| *level < depth);
        let (field, value) = field_of(words);
        if value.ends_with(['{', '[', '(']) {
            if let Some(field) = field {
                path.push((depth, field.to_owned()));
            }
        } else if let Some(text) = literal(value)
            && path
                .first()
                .is_none_or(|(_, outermost)| outermost != "template")
        {
            let place: Vec<&str> = path
                .iter()
                .map(|(_, field)| field.as_str())
                .chain(field)
                .collect();
            texts.push(Stretch {
                place: place.join(", ").replace('_', " "),
                text,
            });
        }
    }
    texts
}

/// “name: value”; without a field what stands in a list.
fn field_of(words: &str) -> (Option<&str>, &str) {
    match words.split_once(": ") {
        Some((field, value)) if field.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') => {
            (Some(field), value)
        }
        _ => (None, words),
    }
}

/// The text of a string as the program writes it; `None`: it is none, or empty.
fn literal(value: &str) -> Option<String> {
    let inner = value
        .trim_end_matches(',')
        .strip_prefix('"')?
        .strip_suffix('"')?;
    let mut text = String::with_capacity(inner.len());
    let mut letters = inner.chars();
    while let Some(letter) = letters.next() {
        if letter != '\\' {
            text.push(letter);
            continue;
        }
        match letters.next()? {
            'n' => text.push('\n'),
            'r' => text.push('\r'),
            't' => text.push('\t'),
            '0' => text.push('\0'),
            'u' => {
                let digits: String = letters.by_ref().skip(1).take_while(|c| *c != '}').collect();
                text.extend(
                    u32::from_str_radix(&digits, 16)
                        .ok()
                        .and_then(char::from_u32),
                );
            }
            other => text.push(other),
        }
    }
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::literal;

    #[test]
    fn a_string_is_read_as_it_was() {
        for text in [
            "Ana\nBrand",
            "“so” \"said\" \\ Zoë\u{301}\u{AD}\t1",
            "\u{1}",
        ] {
            assert_eq!(literal(&format!("{text:?},")).as_deref(), Some(text));
        }
        assert_eq!(literal("12,"), None);
    }
}
