//! What every Word file of the program has in common, be it published or sent to the panel: colours, typefaces, lists.

pub(crate) const INK: &str = "24272B";
pub(crate) const SECONDARY: &str = "5E625F";
pub(crate) const ACCENT: &str = "22595C";
pub(crate) const SERIF: &str = "Source Serif 4";
pub(crate) const SANS: &str = "Inter";

/// What every part begins with.
pub(crate) const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
/// For the element that holds a part's words.
pub(crate) const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

/// The typefaces of the styles, each with one that every Word has.
pub(crate) const FONT_TABLE: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>",
    "<w:fonts xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">",
    "<w:font w:name=\"Source Serif 4\"><w:altName w:val=\"Georgia\"/><w:charset w:val=\"00\"/>",
    "<w:family w:val=\"roman\"/><w:pitch w:val=\"variable\"/></w:font>",
    "<w:font w:name=\"Inter\"><w:altName w:val=\"Arial\"/><w:charset w:val=\"00\"/>",
    "<w:family w:val=\"swiss\"/><w:pitch w:val=\"variable\"/></w:font></w:fonts>",
);

/// The number of the list with bullets; numbered ones follow.
pub(crate) const BULLETS: u32 = 2;

/// Of a numbered list, counted from 0: each has its own number, so that it begins anew at 1.
pub(crate) fn number_of_list(list: u32) -> u32 {
    BULLETS + 1 + list
}

/// The numbering part for bullets and `lists` numbered lists, indented by `left` twentieths of a point.
pub(crate) fn numbering(lists: u32, bullet: &str, left: usize) -> String {
    let kind = |id: u32, format: &str, text: &str| {
        format!(
            "<w:abstractNum w:abstractNumId=\"{id}\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\">\
             <w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/><w:lvlJc w:val=\"left\"/>\
             <w:pPr><w:ind w:left=\"{left}\" w:hanging=\"360\"/></w:pPr></w:lvl></w:abstractNum>"
        )
    };
    let mut part = format!(
        "{HEAD}<w:numbering {NAMESPACES}>{}{}<w:num w:numId=\"{BULLETS}\"><w:abstractNumId w:val=\"0\"/></w:num>",
        kind(0, "bullet", bullet),
        kind(1, "decimal", "%1."),
    );
    for list in 0..lists {
        part.push_str(&format!(
            "<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\">\
             <w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>",
            number_of_list(list)
        ));
    }
    part.push_str("</w:numbering>");
    part
}
