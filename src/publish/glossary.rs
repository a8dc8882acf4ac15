//! Lines of a glossary, “Term: meaning”, as definitions.

use serde_json::{Map, Value, json};

/// What stands before the colon is a sentence rather than a term when it is longer.
const LONGEST_TERM: usize = 60;

/// Gives each paragraph that is nothing but lines “Term: meaning” these as `terms`; leaves the others as they are.
pub(super) fn define(paragraphs: &mut Value) {
    for paragraph in paragraphs.as_array_mut().into_iter().flatten() {
        let terms = terms(paragraph);
        if let (Some(terms), Some(paragraph)) = (terms, paragraph.as_object_mut()) {
            paragraph.insert("terms".to_owned(), terms);
        }
    }
}

/// `None` where a line is no definition, or the paragraph is a heading.
fn terms(paragraph: &Value) -> Option<Value> {
    if paragraph.get("level").is_some() {
        return None;
    }
    let mut terms = Vec::new();
    for part in paragraph["parts"].as_array()? {
        match part["as"].as_str()? {
            "text" => terms.push(definition(part["pieces"].as_array()?)?),
            "bullets" => {
                for item in part["items"].as_array()? {
                    terms.push(definition(item.as_array()?)?);
                }
            }
            _ => return None,
        }
    }
    (!terms.is_empty()).then_some(Value::Array(terms))
}

/// The term is plain or strong at the beginning of the line; its meaning may hold anything.
fn definition(pieces: &[Value]) -> Option<Value> {
    let (first, rest) = pieces.split_first()?;
    let (term, before) = match is_strong(first) {
        true => {
            let (next, rest) = rest.split_first()?;
            let next = plain(next)?;
            let meaning = next.strip_prefix(':');
            // The colon may be strong, too.
            let inside = plain(&first["words"])?;
            let meaning = match inside.strip_suffix(':') {
                Some(_) => next.as_str(),
                None => meaning?,
            };
            let term = inside.trim_end_matches(':').to_owned();
            (term, [&[json!(meaning.trim_start())], rest].concat())
        }
        false => {
            let line = plain(first)?;
            let (term, meaning) = line.split_once(": ")?;
            (term.to_owned(), [&[json!(meaning)], rest].concat())
        }
    };
    let term = term.trim();
    let fits =
        (1..=LONGEST_TERM).contains(&term.chars().count()) && !term.contains(['.', '?', '!']);
    let said = before
        .iter()
        .any(|piece| plain(piece).is_none_or(|words| !words.trim().is_empty()));
    let mut definition = Map::new();
    definition.insert("term".to_owned(), json!(term));
    definition.insert("meaning".to_owned(), Value::Array(before));
    (fits && said).then_some(Value::Object(definition))
}

fn is_strong(piece: &Value) -> bool {
    piece["as"] == "strong"
}

/// The words of a piece that is nothing but words, those that may break included.
fn plain(piece: &Value) -> Option<String> {
    match piece {
        Value::String(words) => Some(words.clone()),
        Value::Array(pieces) => pieces.iter().map(Value::as_str).collect(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_term_and_meaning_are_definitions() {
        let text = |pieces: Value| json!({ "as": "text", "pieces": pieces });
        let strong = |words: &str| json!({ "as": "strong", "words": words });
        let cases = [
            (
                text(json!(["MARAC: a meeting of agencies."])),
                Some("MARAC"),
            ),
            (text(json!([strong("IDVA"), ": an adviser."])), Some("IDVA")),
            (text(json!([strong("IDVA:"), " an adviser."])), Some("IDVA")),
            (
                json!({ "as": "bullets", "items": [["GP: general practitioner."]] }),
                Some("GP"),
            ),
            // A sentence, a term without a meaning, no colon, a quotation.
            (text(json!(["This was said. They wrote: nothing."])), None),
            (text(json!(["MARAC: "])), None),
            (text(json!(["The words of this report."])), None),
            (
                json!({ "as": "quotation", "pieces": ["MARAC: a meeting."] }),
                None,
            ),
        ];
        for (part, expected) in cases {
            let mut paragraphs = json!([{ "number": "D.1", "parts": [part] }]);
            define(&mut paragraphs);
            let term = paragraphs[0]["terms"][0]["term"].as_str();
            assert_eq!(term, expected, "{paragraphs}");
        }
    }
}
