//! The parts of Word and Excel files by their names in words; every part is read, whether it is known here or not.

use super::gathered::Gathered;

/// Reads every part, the text of the document first.
pub(super) fn read(parts: &[(String, Vec<u8>)], gathered: &mut Gathered) {
    for (name, bytes) in parts {
        if name.ends_with('/') && bytes.is_empty() {
            continue;
        }
        gathered.inner(&place(name), name, bytes);
    }
}

fn place(part: &str) -> String {
    let known = match part {
        "word/document.xml" => "text",
        "word/comments.xml" => "comments",
        "word/footnotes.xml" => "footnotes",
        "word/endnotes.xml" => "endnotes",
        "word/settings.xml" => "settings",
        "word/people.xml" => "list of authors",
        "word/styles.xml" => "styles",
        "docProps/core.xml" | "docProps/app.xml" | "docProps/custom.xml" => "properties",
        "xl/sharedStrings.xml" => "words of the cells",
        "xl/workbook.xml" => "workbook (names of sheets and ranges)",
        _ => return numbered(part).unwrap_or_else(|| part.to_owned()),
    };
    format!("{known} ({part})")
}

/// “word/header2.xml” → “header 2”
fn numbered(part: &str) -> Option<String> {
    let (folder, file) = part.rsplit_once('/')?;
    let stem = file.strip_suffix(".xml")?;
    let digits = stem.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = &stem[digits.len()..];
    let words = match (folder, digits) {
        ("word", "header") => "header",
        ("word", "footer") => "footer",
        ("xl/worksheets", "sheet") => "sheet",
        ("xl", "comments") => "comments of sheet",
        ("customXml", "item") => "custom data",
        _ => return None,
    };
    Some(format!("{words} {number} ({part})"))
}
