//! Parts of a Word file that docx-rs does not know.

use chrono::NaiveDate;

use super::word_house::HEAD;

/// What a Word file says of itself.
pub(super) struct Properties {
    pub(super) title: String,
    pub(super) subject: String,
    pub(super) author: String,
    pub(super) description: String,
    /// What the table holds, for a screen reader.
    pub(super) table: String,
    pub(super) date: NaiveDate,
}

/// The end of a table's properties: the first row is a header, and the table has a name.
pub(super) fn table_marks(name: &str) -> String {
    format!(
        "<w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" \
         w:noHBand=\"1\" w:noVBand=\"1\"/><w:tblCaption w:val=\"{}\"/></w:tblPr>",
        escaped(name)
    )
}

/// The Dublin Core properties part.
pub(super) fn core_properties(properties: &Properties) -> String {
    let date = properties.date.format("%Y-%m-%dT00:00:00Z");
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
         <dc:title>{}</dc:title><dc:subject>{}</dc:subject><dc:creator>{}</dc:creator>\
         <dc:description>{}</dc:description><dc:language>en-GB</dc:language>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{date}</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{date}</dcterms:modified>\
         </cp:coreProperties>",
        escaped(&properties.title),
        escaped(&properties.subject),
        escaped(&properties.author),
        escaped(&properties.description),
    )
}

/// The styles part with British English as the language of all text, and “Normal” as the style of paragraphs
/// without one.
pub(super) fn custom_ends(styles: Vec<u8>) -> Vec<u8> {
    match String::from_utf8(styles) {
        Ok(styles) => styles
            .replacen(
                "</w:rPr></w:rPrDefault>",
                "<w:lang w:val=\"en-GB\" w:eastAsia=\"en-GB\" w:bidi=\"ar-SA\" /></w:rPr></w:rPrDefault>",
                1,
            )
            .replacen(
                "w:styleId=\"Normal\"",
                "w:default=\"1\" w:styleId=\"Normal\"",
                1,
            )
            .into_bytes(),
        Err(bytes) => bytes.into_bytes(),
    }
}

/// For element content and attributes; the text has been through [`super::characters::for_xml`].
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
