//! Somebody who wants to know who it was, and takes a finished file apart by hand. Shares nothing with the program: not how it folds, not how it
//! finds, not how it opens files.

use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use flate2::read::{DeflateDecoder, ZlibDecoder};
use regex::Regex;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Files within files that are opened.
const DEEPEST: usize = 4;

/// Everything a file says, in every way of reading it.
pub struct Loot {
    /// As letters: for what is looked for word for word.
    readings: Vec<String>,
    /// Letters and digits alone, small, without marks: spaces, hyphens, line breaks and tags hide nothing.
    bare: Vec<String>,
}

impl Loot {
    pub fn of(file: &Path) -> Self {
        let bytes = std::fs::read(file).expect("a file");
        let mut layers = Vec::new();
        open(bytes, 0, &mut layers);
        let name = file.file_name().expect("a name").to_string_lossy();
        let mut readings = vec![name.into_owned()];
        for layer in &layers {
            if layer.starts_with(b"%PDF-") {
                readings.extend(as_other_programs_see_it(layer));
            }
            readings.extend(readings_of(layer));
        }
        let bare = readings.iter().map(|reading| bare(reading)).collect();
        Self { readings, bare }
    }

    /// However it is written.
    pub fn tells(&self, name: &str) -> bool {
        let name = bare(name);
        self.bare.iter().any(|reading| reading.contains(&name))
    }

    /// Letter by letter.
    pub fn says(&self, words: &str) -> bool {
        self.readings.iter().any(|reading| reading.contains(words))
    }
}

/// Letters and digits, small and without marks.
pub fn bare(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            'ł' | 'Ł' => plain.push('l'),
            'ø' | 'Ø' => plain.push('o'),
            _ if letter.is_ascii_alphanumeric() => plain.push(letter.to_ascii_lowercase()),
            _ if letter.is_ascii() => {}
            _ => {
                let parts = std::iter::once(letter).nfkd();
                let parts =
                    parts.filter(|part| part.is_alphanumeric() && !is_combining_mark(*part));
                plain.extend(parts.flat_map(char::to_lowercase));
            }
        }
    }
    plain
}

/// The bytes, and whatever can be unpacked anywhere within them.
fn open(bytes: Vec<u8>, depth: usize, layers: &mut Vec<Vec<u8>>) {
    if depth < DEEPEST {
        let mut inner = packed_in_archives(&bytes);
        inner.extend(packed_in_pages(&bytes));
        for inner in inner {
            open(inner, depth + 1, layers);
        }
    }
    layers.push(bytes);
}

/// Behind every header of a file in an archive, whether a list of contents names it or not.
fn packed_in_archives(bytes: &[u8]) -> Vec<Vec<u8>> {
    const HEADER: usize = 30;
    let number = |at: usize| usize::from(u16::from_le_bytes([bytes[at], bytes[at + 1]]));
    let headers = places_of(bytes, b"PK\x03\x04").filter(|at| at + HEADER < bytes.len());
    let parts = headers.filter_map(|at| {
        let start = at + HEADER + number(at + 26) + number(at + 28);
        let is_packed = number(at + 8) == 8;
        is_packed.then(|| unpacked(DeflateDecoder::new(bytes.get(start..).unwrap_or_default())))
    });
    parts.filter(|part| !part.is_empty()).collect()
}

/// Behind every “stream” of a PDF, whether anything refers to it or not.
fn packed_in_pages(bytes: &[u8]) -> Vec<Vec<u8>> {
    const MARK: &[u8] = b"stream";
    let streams = places_of(bytes, MARK).map(|at| {
        let rest = &bytes[at + MARK.len()..];
        let rest = rest.strip_prefix(b"\r").unwrap_or(rest);
        let rest = rest.strip_prefix(b"\n").unwrap_or(rest);
        unpacked(ZlibDecoder::new(rest))
    });
    streams.filter(|stream| !stream.is_empty()).collect()
}

/// As much as can be unpacked.
fn unpacked(mut packed: impl Read) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Where it breaks off, what came before is there.
    let _ = packed.read_to_end(&mut bytes);
    bytes
}

fn places_of<'a>(bytes: &'a [u8], mark: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    let windows = bytes.windows(mark.len()).enumerate();
    windows
        .filter(move |(_, here)| *here == mark)
        .map(|(at, _)| at)
}

fn readings_of(bytes: &[u8]) -> Vec<String> {
    static TAG: LazyLock<Regex> = LazyLock::new(|| Regex::new("<[^<>]*>").expect("a pattern"));
    let plain = String::from_utf8_lossy(bytes).into_owned();
    let mut readings = vec![
        two_bytes(bytes, u16::from_le_bytes),
        two_bytes(bytes.get(1..).unwrap_or_default(), u16::from_le_bytes),
        two_bytes(bytes, u16::from_be_bytes),
        two_bytes(bytes.get(1..).unwrap_or_default(), u16::from_be_bytes),
        strings_of_pages(bytes),
    ];
    if plain
        .trim_start_matches('\u{FEFF}')
        .trim_start()
        .starts_with('<')
    {
        readings.push(with_codes(&TAG.replace_all(&plain, "")));
    }
    let decoded = with_codes(&plain);
    if decoded != plain {
        readings.push(decoded);
    }
    readings.push(plain);
    readings
}

/// Of letters of two bytes only those of Latin writing: in bytes that are no text all others are noise.
fn two_bytes(bytes: &[u8], number: fn([u8; 2]) -> u16) -> String {
    let mut text = String::new();
    for pair in bytes.chunks_exact(2) {
        let unit = number([pair[0], pair[1]]);
        if unit < 0x250 {
            text.extend(char::from_u32(u32::from(unit)));
        }
    }
    text
}

/// “&#233;”, “%C3%A9” and “\u00e9” by what they stand for.
fn with_codes(text: &str) -> String {
    static CODE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"&#x([0-9A-Fa-f]+);|&#([0-9]+);|\\u([0-9A-Fa-f]{4})").expect("a pattern")
    });
    static PERCENTS: LazyLock<Regex> =
        LazyLock::new(|| Regex::new("(?:%[0-9A-Fa-f]{2})+").expect("a pattern"));
    let text = CODE.replace_all(text, |found: &regex::Captures<'_>| {
        let (digits, base) = match (found.get(1), found.get(2), found.get(3)) {
            (None, Some(digits), _) => (digits, 10),
            (Some(digits), ..) | (.., Some(digits)) => (digits, 16),
            (None, None, None) => return String::new(),
        };
        let code = u32::from_str_radix(digits.as_str(), base).ok();
        code.and_then(char::from_u32)
            .map_or_else(String::new, String::from)
    });
    let text = PERCENTS.replace_all(&text, |found: &regex::Captures<'_>| {
        String::from_utf8_lossy(&hexadecimal(&found[0].replace('%', ""))).into_owned()
    });
    text.replace("&amp;", "&")
}

/// The words in round and pointed brackets by which a PDF holds titles, bookmarks and alternative texts.
fn strings_of_pages(bytes: &[u8]) -> String {
    static STRING: LazyLock<regex::bytes::Regex> = LazyLock::new(|| {
        regex::bytes::Regex::new(r"(?s-u)\(((?:[^\\()]|\\.)*)\)|<([0-9A-Fa-f\s]{4,})>")
            .expect("a pattern")
    });
    let mut said = String::new();
    for found in STRING.captures_iter(bytes) {
        let held = match (found.get(1), found.get(2)) {
            (Some(round), _) => without_backslashes(round.as_bytes()),
            (_, Some(pointed)) => hexadecimal(&String::from_utf8_lossy(pointed.as_bytes())),
            _ => continue,
        };
        match held.strip_prefix(b"\xFE\xFF") {
            Some(wide) => said.push_str(&two_bytes(wide, u16::from_be_bytes)),
            None => said.extend(held.iter().map(|byte| char::from(*byte))),
        }
        said.push('\n');
    }
    said
}

fn without_backslashes(bytes: &[u8]) -> Vec<u8> {
    let mut held = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] != b'\\' {
            held.push(bytes[at]);
            at += 1;
            continue;
        }
        let rest = &bytes[at + 1..];
        let octal = rest
            .iter()
            .take(3)
            .take_while(|digit| (b'0'..=b'7').contains(digit));
        match octal.count() {
            0 => {
                held.extend(rest.first());
                at += 2;
            }
            digits => {
                let value = rest[..digits]
                    .iter()
                    .fold(0_u32, |value, digit| value * 8 + u32::from(digit - b'0'));
                held.push((value & 0xFF) as u8);
                at += 1 + digits;
            }
        }
    }
    held
}

fn hexadecimal(digits: &str) -> Vec<u8> {
    let digits: Vec<u32> = digits
        .chars()
        .filter_map(|digit| digit.to_digit(16))
        .collect();
    let pairs = digits.chunks(2);
    pairs
        .map(|pair| (pair[0] * 16 + pair.get(1).unwrap_or(&0)) as u8)
        .collect()
}

/// By poppler, in the order of reading and in that of the file, and what it says of properties. Where pictures are required (CI), that
/// it is missing is a fault; elsewhere it is said.
fn as_other_programs_see_it(pdf: &[u8]) -> Vec<String> {
    let ways: [&[&str]; 3] = [
        &["pdftotext", "-", "-"],
        &["pdftotext", "-raw", "-", "-"],
        &["pdfinfo", "-"],
    ];
    let seen: Vec<String> = ways.iter().filter_map(|way| said_by(way, pdf)).collect();
    let required = std::env::var_os("LANTERN_PICTURES").is_some_and(|value| value == "required");
    assert!(
        !required || seen.len() == ways.len(),
        "pdftotext and pdfinfo are required (on Debian: poppler-utils)"
    );
    if seen.len() < ways.len() {
        // Past the test runner’s capture.
        let _ = writeln!(
            std::io::stderr(),
            "skipped: pages as other programs see them, since there is no pdftotext (on Debian: poppler-utils)"
        );
    }
    seen
}

fn said_by(command: &[&str], input: &[u8]) -> Option<String> {
    let mut child = Command::new(command[0])
        .args(&command[1..])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let mut stdin = child.stdin.take()?;
    std::thread::scope(|scope| {
        scope.spawn(move || stdin.write_all(input));
        let output = child.wait_with_output().ok()?;
        Some(String::from_utf8_lossy(&output.stdout).into_owned())
    })
}

/// Where the pages of a PDF can be read as other programs see them.
pub fn sees_pages() -> bool {
    said_by(&["pdftotext", "-v"], b"").is_some()
}

#[test]
fn the_attacker_sees_through_packing_letters_and_marks() {
    let packed = |words: &[u8]| {
        let mut packed =
            flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
        packed.write_all(words).expect("packed");
        packed.finish().expect("packed")
    };
    let wide: Vec<u8> = "Štěpánka"
        .encode_utf16()
        .flat_map(u16::to_be_bytes)
        .collect();
    let cases: [Vec<u8>; 7] = [
        b"<w:t>Ste</w:t><w:t>pan-\nka</w:t>".to_vec(),
        "<a href=\"x/%C5%A0t%C4%9Bp%C3%A1nka\"/>"
            .as_bytes()
            .to_vec(),
        "{\"a\": \"\\u0160t\\u011bp\\u00e1nka\"}"
            .as_bytes()
            .to_vec(),
        wide.clone(),
        [b"/Title (\xFE\xFF\x01\x60\0t\x01\x1B\0p\0\xE1\0n\0\\153\0a)".as_slice()].concat(),
        [
            b"1 0 obj<</Length 9>>stream\r\n".as_slice(),
            &packed("ŠTĚPÁNKA".as_bytes()),
        ]
        .concat(),
        format!(
            "/Alt <FEFF{}>",
            wide.iter()
                .map(|byte| format!("{byte:02X}"))
                .collect::<String>()
        )
        .into_bytes(),
    ];
    let folder = tempfile::tempdir().expect("a folder");
    for bytes in cases {
        let path = folder.path().join("file");
        std::fs::write(&path, &bytes).expect("written");
        let loot = Loot::of(&path);
        assert!(
            loot.tells("Štěpánka"),
            "{}",
            String::from_utf8_lossy(&bytes)
        );
        assert!(!loot.tells("Štěpán Kolář"));
    }
}
