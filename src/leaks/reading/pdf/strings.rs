//! Every word in a PDF that stands on no page: properties, bookmarks, alternative texts, links, annotations, attachments.

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};
use hayro_syntax::Pdf;
use hayro_syntax::content::UntypedIter;
use hayro_syntax::object::{Array, Dict, MaybeRef, Name, Object, Stream, String as Words};

use crate::leaks::reading::gathered::Gathered;
use crate::leaks::reading::{markup, text};

/// Objects within objects in one that no reader would follow.
const DEEPEST: usize = 100;

pub(super) fn read(pdf: &Pdf, gathered: &mut Gathered) {
    for object in pdf.objects() {
        walk(&object, "", 0, gathered);
    }
    for (page, number) in pdf.pages().iter().zip(1..) {
        if let Some(content) = page.page_stream() {
            spans(content, &format!("page {number}"), gathered);
        }
    }
}

fn walk(object: &Object<'_>, key: &str, depth: usize, gathered: &mut Gathered) {
    if depth > DEEPEST {
        return gathered.cannot_read("its objects lie too deep within one another");
    }
    match object {
        Object::String(words) => say(words, key, gathered),
        Object::Array(array) => walk_array(array, key, depth, gathered),
        Object::Dict(dict) => walk_dict(dict, depth, gathered),
        Object::Stream(stream) => {
            walk_dict(stream.dict(), depth, gathered);
            read_stream(stream, gathered);
        }
        Object::Name(name) if !key.is_empty() => {
            let words = name.as_str();
            if !matches!(
                key,
                "Type"
                    | "Subtype"
                    | "BaseFont"
                    | "FontName"
                    | "Filter"
                    | "S"
                    | "ColorSpace"
                    | "Encoding"
            ) {
                gathered.text("names within the file", words);
            }
        }
        _ => {}
    }
}

fn walk_array(array: &Array<'_>, key: &str, depth: usize, gathered: &mut Gathered) {
    for item in array.raw_iter() {
        if let MaybeRef::NotRef(item) = item {
            walk(&item, key, depth + 1, gathered);
        }
    }
}

fn walk_dict(dict: &Dict<'_>, depth: usize, gathered: &mut Gathered) {
    for (key, value) in dict.entries() {
        if let MaybeRef::NotRef(value) = value {
            walk(&value, key.as_str(), depth + 1, gathered);
        }
    }
}

fn say(words: &Words<'_>, key: &str, gathered: &mut Gathered) {
    let text = decoded(words.as_bytes());
    if key == "URI" {
        gathered.text(place(key), markup::without_percents(&text));
    }
    if !matches!(
        key,
        "ID" | "CheckSum" | "O" | "U" | "OE" | "UE" | "Perms" | "CreationDate" | "ModDate"
    ) {
        gathered.text(place(key), text);
    }
}

fn place(key: &str) -> &'static str {
    match key {
        "Title" => "title or bookmark",
        "Author" | "Subject" | "Keywords" | "Creator" | "Producer" | "Info" => "properties",
        "Alt" => "alternative text",
        "ActualText" | "E" => "text for reading aloud",
        "URI" | "A" => "link",
        "Contents" | "RC" | "T" | "TU" | "V" | "DV" | "Subj" => "annotation or field",
        "F" | "UF" | "Desc" => "name of an attachment",
        "JS" => "script",
        "Dests" | "Names" | "Limits" | "D" => "names of places in the document",
        _ => "words within the file",
    }
}

/// A text string of a PDF. Its eight-bit encoding differs from this one only in signs.
pub(super) fn decoded(bytes: &[u8]) -> String {
    match bytes {
        [0xFE, 0xFF, rest @ ..] => UTF_16BE.decode(rest).0.into_owned(),
        [0xFF, 0xFE, rest @ ..] => UTF_16LE.decode(rest).0.into_owned(),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => WINDOWS_1252.decode(bytes).0.into_owned(),
    }
}

fn read_stream(stream: &Stream<'_>, gathered: &mut Gathered) {
    let dict = stream.dict();
    let called = |key: &str| {
        dict.get::<Name<'_>>(key)
            .map(|name| name.as_str().to_owned())
    };
    let (kind, subtype) = (called("Type"), called("Subtype"));
    let (kind, subtype) = (kind.as_deref(), subtype.as_deref());
    if matches!(kind, Some("ObjStm" | "XRef")) {
        return;
    }
    if subtype == Some("Image") {
        let raw = stream.raw_data();
        return text::runs_in_marked_picture(&raw, gathered);
    }
    let font = ["Length1", "Length2", "Length3"]
        .iter()
        .any(|key| dict.contains_key(key))
        || matches!(subtype, Some("Type1C" | "CIDFontType0C" | "OpenType"));
    if font
        || dict.contains_key("FunctionType")
        || dict.contains_key("N") && dict.contains_key("Alternate")
    {
        return;
    }
    let number = stream.obj_id().obj_number;
    let Ok(bytes) = stream.decoded() else {
        return gathered.cannot_read_part(&format!("part {number}"), "it cannot be unpacked");
    };
    gathered.has_unpacked(bytes.len());
    if gathered.room() == 0 {
        return gathered.cannot_read("it unpacks to more than any honest file does");
    }
    match (kind, subtype) {
        (Some("Metadata"), _) | (_, Some("XML")) => match text::decoded(&bytes) {
            Some(words) => gathered.inner_with("properties (XMP)", |gathered| {
                markup::read(&words, gathered)
            }),
            None => gathered.cannot_read_part("properties (XMP)", "they are no text"),
        },
        (Some("EmbeddedFile"), _) => gathered.inner("attachment", "", &bytes),
        (_, Some("Form")) => spans(&bytes, "drawing", gathered),
        _ if is_drawn(&bytes) => spans(&bytes, &format!("part {number}"), gathered),
        _ if is_table_of_letters(&bytes) => {}
        _ => {
            if let Some(words) = text::decoded(&bytes) {
                gathered.text(&format!("part {number}"), words);
            }
        }
    }
}

/// Whether a stream draws, as that of a page does: what it shows is read with the pages. Its numbers are places, no words.
pub(super) fn is_drawn(bytes: &[u8]) -> bool {
    /// So many of its beginning tell.
    const LOOKED_AT: usize = 40;
    const DRAWING: &[&[u8]] = &[
        b"b", b"B", b"b*", b"B*", b"BDC", b"BMC", b"BT", b"BX", b"c", b"cm", b"CS", b"cs", b"d",
        b"d0", b"d1", b"Do", b"DP", b"EMC", b"ET", b"EX", b"f", b"F", b"f*", b"g", b"G", b"gs",
        b"h", b"i", b"j", b"J", b"k", b"K", b"l", b"m", b"M", b"MP", b"n", b"q", b"Q", b"re",
        b"rg", b"RG", b"ri", b"s", b"S", b"sc", b"SC", b"scn", b"SCN", b"sh", b"T*", b"Tc", b"Td",
        b"TD", b"Tf", b"Tj", b"TJ", b"TL", b"Tm", b"Tr", b"Ts", b"Tw", b"Tz", b"v", b"w", b"W",
        b"W*", b"y",
    ];
    let mut operations = UntypedIter::new(bytes);
    let mut seen = 0;
    while let Some(operation) = operations.next() {
        if !DRAWING.contains(&&operation.operator[..]) {
            return false;
        }
        seen += 1;
        if seen == LOOKED_AT {
            break;
        }
    }
    seen > 0
}

/// Whether a stream tells which letters the codes of a font stand for.
fn is_table_of_letters(bytes: &[u8]) -> bool {
    let mark = b"begincmap";
    bytes.windows(mark.len()).any(|window| window == mark)
}

/// What marked stretches of a page say of themselves: replaced and alternative text that stands beside what is drawn.
fn spans(content: &[u8], place: &str, gathered: &mut Gathered) {
    let mut operations = UntypedIter::new(content);
    while let Some(operation) = operations.next() {
        if !matches!(&operation.operator[..], b"BDC" | b"DP") {
            continue;
        }
        for operand in operation.operands() {
            if let Object::Dict(dict) = operand {
                gathered.inner_with(place, |gathered| walk_dict(dict, 0, gathered));
            }
        }
    }
}
