use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::gathered::Gathered;
use super::markup;

/// Letters in a row that are taken for text within bytes that are none.
const SHORTEST_RUN: usize = 4;

/// The text of bytes; `None`: they are no text.
pub(super) fn decoded(bytes: &[u8]) -> Option<String> {
    if let Some(text) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return std::str::from_utf8(text).ok().map(str::to_owned);
    }
    let wide = match bytes {
        [0xFF, 0xFE, ..] => Some(UTF_16LE),
        [0xFE, 0xFF, ..] => Some(UTF_16BE),
        [_, 0, _, 0, ..] => Some(UTF_16LE),
        [0, _, 0, _, ..] => Some(UTF_16BE),
        _ => None,
    };
    if let Some(encoding) = wide {
        let (text, _, faulty) = encoding.decode(bytes);
        return (!faulty)
            .then(|| text.into_owned())
            .filter(|text| is_text(text));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => is_text(text).then(|| text.to_owned()),
        Err(_) => {
            let (text, _, _) = WINDOWS_1252.decode(bytes);
            is_text(&text).then(|| text.into_owned())
        }
    }
}

fn is_text(text: &str) -> bool {
    !text.chars().any(|letter| {
        letter.is_control()
            && !matches!(
                letter,
                '\n' | '\r' | '\t' | '\u{C}' | '\u{85}' | '\u{1B}' | '\u{7F}'..='\u{9F}'
            )
    })
}

/// A text file, by its name: what its notation hides is shown as well.
pub(super) fn read(name: &str, text: String, gathered: &mut Gathered) {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let start = text.trim_start();
    match &*ending.to_ascii_lowercase() {
        "json" => {
            if let Ok(value) = serde_json::from_str(&text) {
                let mut strings = String::new();
                gather_strings(&value, &mut strings);
                gathered.text("", strings);
            } else {
                gathered.text("", text);
            }
        }
        "xml" | "svg" | "rels" | "vml" | "xmp" | "html" | "htm" | "xhtml" => {
            markup::read(&text, gathered);
        }
        _ if start.starts_with("<?xml") || start.starts_with("<!") => {
            markup::read(&text, gathered);
        }
        _ => gathered.text("", text),
    }
}

/// Keys and values, a line for each.
fn gather_strings(value: &serde_json::Value, out: &mut String) {
    match value {
        serde_json::Value::String(text) => {
            out.push_str(text);
            out.push('\n');
        }
        serde_json::Value::Number(number) => {
            out.push_str(&number.to_string());
            out.push('\n');
        }
        serde_json::Value::Array(values) => {
            values.iter().for_each(|value| gather_strings(value, out));
        }
        serde_json::Value::Object(fields) => {
            for (key, value) in fields {
                out.push_str(key);
                out.push_str(if value.is_object() || value.is_array() {
                    "\n"
                } else {
                    ": "
                });
                gather_strings(value, out);
            }
        }
        serde_json::Value::Null | serde_json::Value::Bool(_) => out.push('\n'),
    }
}

/// What can be read in bytes that are no text, in one-byte and two-byte letters.
pub(super) fn runs_in_bytes(bytes: &[u8], place: &str, gathered: &mut Gathered) {
    let mut text = String::new();
    let mut run = String::new();
    let mut end = |run: &mut String| {
        if run.chars().filter(|c| c.is_alphanumeric()).count() >= SHORTEST_RUN {
            text.push_str(run);
            text.push_str("\n\n");
        }
        run.clear();
    };
    for chunk in bytes.utf8_chunks() {
        for letter in chunk.valid().chars() {
            if letter.is_control() && !matches!(letter, '\n' | '\t') {
                end(&mut run);
            } else {
                run.push(letter);
            }
        }
        end(&mut run);
    }
    for offset in [0, 1] {
        for pair in bytes.get(offset..).unwrap_or_default().chunks_exact(2) {
            for letter in [u16::from_le_bytes([pair[0], pair[1]])] {
                match char::from_u32(u32::from(letter))
                    .filter(|c| (' '..'\u{250}').contains(c) && !c.is_control())
                {
                    Some(letter) => run.push(letter),
                    None => end(&mut run),
                }
            }
        }
        end(&mut run);
    }
    gathered.text(place, text);
}

/// As [`runs_in_bytes`], for a picture within a document, where it is one that can say something of itself.
pub(super) fn runs_in_marked_picture(bytes: &[u8], gathered: &mut Gathered) {
    if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
        runs_in_bytes(bytes, "details of a picture", gathered);
    }
}
