//! A web page cut into tags and text.

use std::borrow::Cow;

pub(super) enum Piece<'a> {
    /// With entities resolved.
    Text(Cow<'a, str>),
    Opens(Tag<'a>),
    /// The name in lower case.
    Closes(String),
}

pub(super) struct Tag<'a> {
    /// In lower case.
    pub(super) name: String,
    attributes: &'a str,
}

impl Tag<'_> {
    /// A number such as `rowspan=2`; 1 where there is none.
    pub(super) fn count(&self, name: &str) -> usize {
        self.attribute(name)
            .and_then(|value| value.trim().parse().ok())
            .unwrap_or(1)
    }

    /// As filtered rows come out of Excel.
    pub(super) fn is_hidden(&self) -> bool {
        self.attribute("style").is_some_and(|style| {
            let style = style.to_ascii_lowercase().replace(' ', "");
            style.contains("display:none") || style.contains("mso-hide:all")
        })
    }

    fn attribute(&self, name: &str) -> Option<&str> {
        let mut rest = self.attributes;
        loop {
            rest = rest.trim_start_matches(|character: char| {
                character.is_ascii_whitespace() || matches!(character, '/' | '=')
            });
            if rest.is_empty() {
                return None;
            }
            let ends = rest
                .find(|character: char| character.is_ascii_whitespace() || character == '=')
                .unwrap_or(rest.len());
            let own = &rest[..ends];
            let after = rest[ends..].trim_start();
            let (value, next) = match after.strip_prefix('=') {
                Some(value) => value_of(value.trim_start()),
                None => ("", after),
            };
            if own.eq_ignore_ascii_case(name) {
                return Some(value);
            }
            rest = next;
        }
    }
}

fn value_of(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(rest) = text.strip_prefix(quote) {
            return rest.split_once(quote).unwrap_or((rest, ""));
        }
    }
    let ends = text
        .find(|character: char| character.is_ascii_whitespace())
        .unwrap_or(text.len());
    text.split_at(ends)
}

pub(super) struct Pieces<'a> {
    html: &'a str,
    at: usize,
}

impl<'a> Pieces<'a> {
    pub(super) fn new(html: &'a str) -> Self {
        Self { html, at: 0 }
    }

    pub(super) fn position(&self) -> usize {
        self.at
    }

    pub(super) fn next(&mut self) -> Option<Piece<'a>> {
        loop {
            let rest = &self.html[self.at..];
            if rest.is_empty() {
                return None;
            }
            if !rest.starts_with('<') {
                let ends = rest.find('<').unwrap_or(rest.len());
                self.at += ends;
                return Some(Piece::Text(resolved(&rest[..ends])));
            }
            if let Some(comment) = rest.strip_prefix("<!--") {
                self.at += comment.find("-->").map_or(rest.len(), |end| 4 + end + 3);
                continue;
            }
            let inside = &rest[1..];
            let is_tag = inside.starts_with(|character: char| {
                character.is_ascii_alphabetic() || matches!(character, '/' | '!' | '?')
            });
            if !is_tag {
                self.at += 1;
                return Some(Piece::Text(Cow::Borrowed("<")));
            }
            let length = end_of_tag(inside);
            let tag = &inside[..length];
            self.at = (self.at + 1 + length + 1).min(self.html.len());
            if tag.starts_with(['!', '?']) {
                continue;
            }
            if let Some(name) = tag.strip_prefix('/') {
                return Some(Piece::Closes(name.trim().to_ascii_lowercase()));
            }
            let name_ends = tag
                .find(|character: char| character.is_ascii_whitespace() || character == '/')
                .unwrap_or(tag.len());
            let name = tag[..name_ends].to_ascii_lowercase();
            if matches!(&*name, "script" | "style" | "title" | "template" | "xml") {
                self.pass(&name);
                continue;
            }
            return Some(Piece::Opens(Tag {
                name,
                attributes: &tag[name_ends..],
            }));
        }
    }

    /// Goes on behind the end of an element whose content is not shown.
    fn pass(&mut self, name: &str) {
        let rest = &self.html.as_bytes()[self.at..];
        let end = format!("</{name}");
        let found = rest
            .windows(end.len())
            .position(|window| window.eq_ignore_ascii_case(end.as_bytes()));
        self.at += found.unwrap_or(rest.len());
    }
}

/// The bytes before the `>` that ends a tag; one in a quoted value does not.
fn end_of_tag(tag: &str) -> usize {
    let mut quote = None;
    for (at, byte) in tag.bytes().enumerate() {
        match (byte, quote) {
            (b'>', None) => return at,
            (b'"' | b'\'', None) if tag[..at].trim_end().ends_with('=') => quote = Some(byte),
            (byte, Some(open)) if byte == open => quote = None,
            _ => {}
        }
    }
    // A quotation mark that is never closed.
    tag.find('>').unwrap_or(tag.len())
}

/// Names of the characters from U+00A0 on.
const LATIN: [&str; 96] = [
    "nbsp", "iexcl", "cent", "pound", "curren", "yen", "brvbar", "sect", "uml", "copy", "ordf",
    "laquo", "not", "shy", "reg", "macr", "deg", "plusmn", "sup2", "sup3", "acute", "micro",
    "para", "middot", "cedil", "sup1", "ordm", "raquo", "frac14", "frac12", "frac34", "iquest",
    "Agrave", "Aacute", "Acirc", "Atilde", "Auml", "Aring", "AElig", "Ccedil", "Egrave", "Eacute",
    "Ecirc", "Euml", "Igrave", "Iacute", "Icirc", "Iuml", "ETH", "Ntilde", "Ograve", "Oacute",
    "Ocirc", "Otilde", "Ouml", "times", "Oslash", "Ugrave", "Uacute", "Ucirc", "Uuml", "Yacute",
    "THORN", "szlig", "agrave", "aacute", "acirc", "atilde", "auml", "aring", "aelig", "ccedil",
    "egrave", "eacute", "ecirc", "euml", "igrave", "iacute", "icirc", "iuml", "eth", "ntilde",
    "ograve", "oacute", "ocirc", "otilde", "ouml", "divide", "oslash", "ugrave", "uacute", "ucirc",
    "uuml", "yacute", "thorn", "yuml",
];
const OTHERS: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("sbquo", '‚'),
    ("bdquo", '„'),
    ("hellip", '…'),
    ("bull", '•'),
    ("euro", '€'),
    ("trade", '™'),
    ("rarr", '→'),
    ("larr", '←'),
    ("ensp", ' '),
    ("emsp", ' '),
    ("thinsp", ' '),
    ("check", '✓'),
    ("zwnj", '\u{200C}'),
    ("zwj", '\u{200D}'),
];

/// An entity that is not known is kept as written.
fn resolved(text: &str) -> Cow<'_, str> {
    let Some(first) = text.find('&') else {
        return Cow::Borrowed(text);
    };
    let mut made = String::with_capacity(text.len());
    made.push_str(&text[..first]);
    let mut rest = &text[first..];
    while let Some(after) = rest.strip_prefix('&') {
        let entity = after
            .bytes()
            .take(12)
            .position(|byte| byte == b';')
            .and_then(|end| Some((character(&after[..end])?, end)));
        match entity {
            Some((character, end)) => {
                made.push(character);
                rest = &after[end + 1..];
            }
            None => {
                made.push('&');
                rest = after;
            }
        }
        let next = rest.find('&').unwrap_or(rest.len());
        made.push_str(&rest[..next]);
        rest = &rest[next..];
    }
    Cow::Owned(made)
}

fn character(entity: &str) -> Option<char> {
    if let Some(number) = entity.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
            None => number.parse(),
        };
        // NUL would break what reads the wording later.
        return char::from_u32(code.ok()?).filter(|character| *character != '\0');
    }
    if let Some(at) = LATIN.iter().position(|name| *name == entity) {
        return char::from_u32(0xA0 + u32::try_from(at).ok()?);
    }
    let mut others = OTHERS.iter();
    others
        .find(|(name, _)| *name == entity)
        .map(|(_, character)| *character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_cut_as_a_browser_cuts_them() {
        for (html, expected) in [
            ("a<b>c</b>", "a|<b|c|>b"),
            ("1 < 2 & 3", "1 |<| 2 & 3"),
            ("<!-- <td> -->x", "x"),
            ("<style>td{}</style>x", ">style|x"),
            ("<td title='a>b'>x", "<td|x"),
            ("<TD\nNOWRAP>x", "<td|x"),
            (
                "&pound;5 &eacute; &#8211; &#x2019; &nope;",
                "£5 é – ’ &nope;",
            ),
            ("&nbsp;", "\u{A0}"),
            ("<![if !supportMisalignedColumns]>x", "x"),
            ("<td", "<td"),
        ] {
            let mut pieces = Pieces::new(html);
            let mut told = Vec::new();
            while let Some(piece) = pieces.next() {
                told.push(match piece {
                    Piece::Text(text) => text.into_owned(),
                    Piece::Opens(tag) => format!("<{}", tag.name),
                    Piece::Closes(name) => format!(">{name}"),
                });
            }
            assert_eq!(told.join("|"), expected, "{html}");
        }
    }

    #[test]
    fn attributes_are_read_however_they_are_written() {
        let tag = |attributes| Tag {
            name: "td".to_owned(),
            attributes,
        };
        for (attributes, expected) in [
            (" rowspan=2 colspan=\"3\"", 2),
            (" colspan='3' ROWSPAN = '4'", 4),
            (" nowrap rowspan=5", 5),
            (" data-x=\"rowspan=9\" class=a", 1),
            (" = rowspan=6", 6),
            (" rowspan=many", 1),
        ] {
            assert_eq!(tag(attributes).count("rowspan"), expected, "{attributes}");
        }
        assert!(tag(" height=0 style='display:none;mso-x:1'").is_hidden());
    }
}
