//! From bytes to text: which encoding a text file is in, and what could not be read.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::ReturnError;

pub(super) struct Decoded {
    pub(super) text: String,
    /// “UTF-8”, “Windows-1252”.
    pub(super) encoding: &'static str,
}

/// Control characters in more than one of this many bytes mean that the file is no text.
const CONTROLS_ONE_IN: usize = 20;

/// Decodes a text file. What cannot be read becomes U+FFFD, NUL as well; nothing is left out.
///
/// The order of evidence: a byte order mark; NUL in every other byte (UTF-16); valid UTF-8; more valid than
/// broken UTF-8 sequences; else Windows-1252, which British office software writes.
///
/// # Errors
/// [`ReturnError::NotATable`] where the bytes are no text.
pub(super) fn decode(file: &str, bytes: &[u8]) -> Result<Decoded, ReturnError> {
    let (encoding, skip) = match Encoding::for_bom(bytes) {
        Some(found) => found,
        None => (guessed(bytes), 0),
    };
    let (text, _) = encoding.decode_without_bom_handling(&bytes[skip..]);
    let controls = text.chars().take(1 << 16).filter(is_control).count();
    let seen = text.chars().take(1 << 16).count();
    if controls * CONTROLS_ONE_IN > seen {
        return Err(ReturnError::NotATable {
            file: file.to_owned(),
            what: "no text, whatever its name says",
            advice: "Ask the agency for a Word, Excel or CSV file.",
        });
    }
    let text = if text.contains('\0') {
        text.replace('\0', "\u{FFFD}")
    } else {
        text.into_owned()
    };
    Ok(Decoded {
        text,
        encoding: if encoding == WINDOWS_1252 {
            "Windows-1252"
        } else {
            encoding.name()
        },
    })
}

fn is_control(character: &char) -> bool {
    // 0x1A ends a file of old DOS programs; U+FFFD is counted because broken UTF-16 yields little else.
    character.is_control()
        && !matches!(character, '\t' | '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{1A}')
        || *character == char::REPLACEMENT_CHARACTER
}

fn guessed(bytes: &[u8]) -> &'static Encoding {
    let start = &bytes[..bytes.len().min(4096)];
    let nuls = |parity: usize| {
        start
            .iter()
            .skip(parity)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let quarter = start.len() / 4;
    if nuls(1) > quarter && nuls(0) * 10 < nuls(1) {
        return UTF_16LE;
    }
    if nuls(0) > quarter && nuls(1) * 10 < nuls(0) {
        return UTF_16BE;
    }
    let (mut valid, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        valid += chunk
            .valid()
            .chars()
            .filter(|character| !character.is_ascii())
            .count();
        broken += chunk.invalid().len();
    }
    if valid >= broken.max(1) || broken == 0 {
        UTF_8
    } else {
        WINDOWS_1252
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_told_apart() {
        let utf16 = |text: &str, big: bool| -> Vec<u8> {
            text.encode_utf16()
                .flat_map(|unit| {
                    if big {
                        unit.to_be_bytes()
                    } else {
                        unit.to_le_bytes()
                    }
                })
                .collect()
        };
        let with_mark = |mark: &[u8], text: Vec<u8>| [mark.to_vec(), text].concat();
        let cases: Vec<(Vec<u8>, &str, &str)> = vec![
            ("Date,Détail".into(), "UTF-8", "Date,Détail"),
            (
                b"Date,D\xE9tail \x96 \x93x\x94".to_vec(),
                "Windows-1252",
                "Date,Détail – “x”",
            ),
            (with_mark(b"\xEF\xBB\xBF", "Date".into()), "UTF-8", "Date"),
            (
                with_mark(b"\xFF\xFE", utf16("Date,é", false)),
                "UTF-16LE",
                "Date,é",
            ),
            (
                with_mark(b"\xFE\xFF", utf16("Date,é", true)),
                "UTF-16BE",
                "Date,é",
            ),
            (
                utf16("Date,detail,who", false),
                "UTF-16LE",
                "Date,detail,who",
            ),
            (
                "éàü and one bad byte: ".bytes().chain([0x9D]).collect(),
                "UTF-8",
                "éàü and one bad byte: \u{FFFD}",
            ),
            (
                b"a,long,enough,line,of,plain,text,\0".to_vec(),
                "UTF-8",
                "a,long,enough,line,of,plain,text,\u{FFFD}",
            ),
        ];
        for (bytes, encoding, text) in cases {
            let decoded = decode("x.csv", &bytes).expect(text);
            assert_eq!((decoded.encoding, &*decoded.text), (encoding, text));
        }
    }

    #[test]
    fn a_binary_file_is_refused() {
        let bytes: Vec<u8> = (0..=255u8).cycle().take(5000).collect();
        assert!(matches!(
            decode("x.csv", &bytes),
            Err(ReturnError::NotATable { .. })
        ));
    }
}
