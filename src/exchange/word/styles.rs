//! How a member's copy looks in Word.

use super::super::sheet::Style;
use crate::publish::word_house::{ACCENT, HEAD, INK, NAMESPACES, SANS, SECONDARY, SERIF};

/// The id of the style in the styles part.
pub(super) fn id(style: Style) -> &'static str {
    match style {
        Style::Title => "Title",
        Style::Note => "Note",
        Style::Section => "Heading1",
        Style::Heading => "Heading2",
        Style::SmallHeading => "Heading3",
        Style::Numbered => "Numbered",
        Style::Continued => "Continued",
        Style::Bullet | Style::Item(_) => "ListParagraph",
        Style::Quotation => "Quote",
        Style::CellHead => "CellHead",
        Style::Cell => "Cell",
    }
}

/// Sizes are half points, distances twentieths of a point.
struct Look {
    id: &'static str,
    /// Word's own name where it has one, so that its navigation knows the headings.
    name: &'static str,
    face: &'static str,
    size: u32,
    colour: &'static str,
    bold: bool,
    italic: bool,
    before: u32,
    after: u32,
    /// From the left, and how far the first line hangs back.
    indent: (u32, u32),
    outline: Option<u32>,
}

const PLAIN: Look = Look {
    id: "",
    name: "",
    face: SERIF,
    size: 22,
    colour: INK,
    bold: false,
    italic: false,
    before: 0,
    after: 140,
    indent: (0, 0),
    outline: None,
};

const LOOKS: [Look; 13] = [
    Look {
        id: "Title",
        name: "Title",
        size: 44,
        bold: true,
        after: 80,
        ..PLAIN
    },
    Look {
        id: "Note",
        name: "Note",
        face: SANS,
        size: 18,
        colour: SECONDARY,
        after: 80,
        ..PLAIN
    },
    Look {
        id: "Heading1",
        name: "heading 1",
        indent: (720, 720),
        size: 32,
        bold: true,
        colour: ACCENT,
        before: 360,
        outline: Some(0),
        ..PLAIN
    },
    Look {
        id: "Heading2",
        name: "heading 2",
        size: 26,
        bold: true,
        before: 240,
        outline: Some(1),
        ..PLAIN
    },
    Look {
        id: "Heading3",
        name: "heading 3",
        bold: true,
        before: 200,
        outline: Some(2),
        ..PLAIN
    },
    Look {
        id: "Numbered",
        name: "Numbered paragraph",
        indent: (720, 720),
        ..PLAIN
    },
    Look {
        id: "Continued",
        name: "Continued paragraph",
        indent: (720, 0),
        ..PLAIN
    },
    Look {
        id: "ListParagraph",
        name: "List Paragraph",
        indent: (1_080, 360),
        after: 60,
        ..PLAIN
    },
    Look {
        id: "Quote",
        name: "Quote",
        italic: true,
        indent: (1_080, 0),
        ..PLAIN
    },
    Look {
        id: "CellHead",
        name: "Column heading",
        face: SANS,
        size: 18,
        bold: true,
        colour: ACCENT,
        after: 0,
        ..PLAIN
    },
    Look {
        id: "Cell",
        name: "Cell",
        size: 20,
        after: 0,
        ..PLAIN
    },
    Look {
        id: "Running",
        name: "Running line",
        face: SANS,
        size: 15,
        colour: SECONDARY,
        after: 0,
        ..PLAIN
    },
    Look {
        id: "FootnoteText",
        name: "footnote text",
        size: 18,
        after: 0,
        ..PLAIN
    },
];

/// The styles part.
pub(super) fn part() -> String {
    let mut part = format!(
        "{}<w:styles {}><w:docDefaults><w:rPrDefault><w:rPr>{}<w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/>\
         <w:lang w:val=\"en-GB\" w:eastAsia=\"en-GB\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>",
        HEAD,
        NAMESPACES,
        face(SERIF),
    );
    for look in &LOOKS {
        part.push_str(&style(look));
    }
    part.push_str(&format!(
        "<w:style w:type=\"character\" w:styleId=\"Citation\"><w:name w:val=\"Citation\"/><w:rPr>{}<w:color w:val=\"{ACCENT}\"/>\
         <w:sz w:val=\"18\"/></w:rPr></w:style>\
         <w:style w:type=\"character\" w:styleId=\"Number\"><w:name w:val=\"Paragraph number\"/><w:rPr>{}<w:color w:val=\"{SECONDARY}\"/>\
         <w:sz w:val=\"18\"/></w:rPr></w:style>\
         <w:style w:type=\"character\" w:styleId=\"FootnoteReference\"><w:name w:val=\"footnote reference\"/>\
         <w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style></w:styles>",
        face(SANS),
        face(SANS),
    ));
    part
}

fn style(look: &Look) -> String {
    let (left, hanging) = look.indent;
    let outline = look.outline.map_or_else(String::new, |level| {
        format!("<w:keepNext/><w:outlineLvl w:val=\"{level}\"/>")
    });
    let spacing = format!(
        "<w:spacing w:before=\"{}\" w:after=\"{}\" w:line=\"276\" w:lineRule=\"auto\"/>\
         <w:ind w:left=\"{left}\" w:hanging=\"{hanging}\"/>",
        look.before, look.after
    );
    // Word wants the outline level last and keeping with the next first.
    let paragraph = match outline.split_once("/>") {
        Some((keep, level)) => format!("{keep}/>{spacing}{level}"),
        None => spacing,
    };
    let bold = if look.bold { "<w:b/>" } else { "" };
    let italic = if look.italic { "<w:i/>" } else { "" };
    format!(
        "<w:style w:type=\"paragraph\" w:styleId=\"{}\"><w:name w:val=\"{}\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/>\
         <w:pPr>{paragraph}</w:pPr><w:rPr>{}{bold}{italic}<w:color w:val=\"{}\"/><w:sz w:val=\"{size}\"/>\
         <w:szCs w:val=\"{size}\"/></w:rPr></w:style>",
        look.id,
        look.name,
        face(look.face),
        look.colour,
        size = look.size,
    )
}

fn face(name: &str) -> String {
    format!("<w:rFonts w:ascii=\"{name}\" w:hAnsi=\"{name}\" w:cs=\"{name}\"/>")
}
