//! An XML document as a tree, written and read.

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::escape::escape;
use quick_xml::events::{BytesRef, BytesStart, Event};

/// Elements within elements; codes of codes of codes are far below.
const DEEPEST: usize = 64;
/// Elements in one document. A coding needs three; no project known has a tenth of that.
const MOST: usize = 3_000_000;

#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Element {
    /// Without a prefix.
    pub(super) name: String,
    pub(super) attributes: Vec<(String, String)>,
    pub(super) children: Vec<Element>,
    /// What stands between its tags, without that of its children.
    pub(super) text: String,
}

/// Why a document is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fault {
    /// In the words of the XML reader.
    NotXml(String),
    /// It defines entities.
    Hostile,
    Limit(String),
}

impl Element {
    pub(super) fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            ..Self::default()
        }
    }

    pub(super) fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.attributes.push((name.to_owned(), value.into()));
        self
    }

    pub(super) fn holding(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.children.extend(children);
        self
    }

    pub(super) fn saying(mut self, text: impl Into<String>) -> Self {
        self.text = text.into();
        self
    }

    /// Empty where it is missing.
    pub(super) fn attribute(&self, name: &str) -> &str {
        let mut attributes = self.attributes.iter();
        let found = attributes.find(|(known, _)| known == name);
        found.map_or("", |(_, value)| value.as_str())
    }

    pub(super) fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The whole document, with this as its root in `namespace`.
    pub(super) fn written(&self, namespace: &str) -> Vec<u8> {
        let mut out = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        self.write(Some(namespace), &mut out);
        out.push('\n');
        out.into_bytes()
    }

    fn write(&self, namespace: Option<&str>, out: &mut String) {
        out.push('<');
        out.push_str(&self.name);
        let namespace = namespace.map(|namespace| ("xmlns", namespace));
        let own = self.attributes.iter();
        let own = own.map(|(name, value)| (name.as_str(), value.as_str()));
        for (name, value) in namespace.into_iter().chain(own) {
            out.push(' ');
            out.push_str(name);
            out.push_str("=\"");
            out.push_str(&escape(allowed(value).replace(['\n', '\t'], " ")));
            out.push('"');
        }
        if self.children.is_empty() && self.text.is_empty() {
            out.push_str("/>");
            return;
        }
        out.push('>');
        out.push_str(&escape(allowed(&self.text)));
        for child in &self.children {
            child.write(None, out);
        }
        out.push_str("</");
        out.push_str(&self.name);
        out.push('>');
    }
}

/// XML has no form for most control characters: each becomes a blank, so that places still hold.
fn allowed(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            '\n' | '\t' => letter,
            '\u{FFFE}' | '\u{FFFF}' => ' ',
            letter if letter.is_control() => ' ',
            letter => letter,
        })
        .collect()
}

/// Reads a document; its root.
pub(super) fn read(text: &str) -> Result<Element, Fault> {
    let mut reader = Reader::from_str(text.trim_start_matches('\u{FEFF}'));
    // The outermost holds the root.
    let mut open = vec![Element::default()];
    let mut count = 0;
    loop {
        match reader.read_event() {
            Err(error) => return Err(Fault::NotXml(error.to_string())),
            Ok(Event::DocType(_)) => return Err(Fault::Hostile),
            Ok(Event::Start(start)) => {
                if open.len() > DEEPEST {
                    return Err(Fault::Limit(format!("elements {DEEPEST} deep")));
                }
                open.push(element(&start, &mut count)?);
            }
            Ok(Event::Empty(start)) => {
                let element = element(&start, &mut count)?;
                if let Some(parent) = open.last_mut() {
                    parent.children.push(element);
                }
            }
            Ok(Event::End(_)) => {
                if let (Some(closed), Some(parent)) = (open.pop(), open.last_mut()) {
                    parent.children.push(closed);
                }
            }
            Ok(Event::Text(words)) => push(&mut open, &words.xml10_content()),
            Ok(Event::CData(words)) => push(&mut open, &words.xml10_content()),
            Ok(Event::GeneralRef(entity)) => push(&mut open, &meaning(&entity)),
            Ok(Event::Eof) => break,
            Ok(_) => {}
        }
    }
    let ended = open.len() == 1;
    let root = open
        .pop()
        .and_then(|mut outermost| outermost.children.pop());
    match root.filter(|_| ended) {
        Some(root) => Ok(root),
        None => Err(Fault::NotXml("it ends before it is complete".to_owned())),
    }
}

fn push(open: &mut [Element], text: &str) {
    if let Some(last) = open.last_mut() {
        last.text.push_str(text);
    }
}

fn element(start: &BytesStart<'_>, count: &mut usize) -> Result<Element, Fault> {
    *count += 1;
    if *count > MOST {
        return Err(Fault::Limit(format!("more than {MOST} elements")));
    }
    let mut element = Element::new(start.local_name().as_ref());
    for attribute in start.attributes().with_checks(false).filter_map(Result::ok) {
        let value = attribute.normalized_value(XmlVersion::Implicit1_0);
        let value = value.map_or_else(|_| attribute.value.to_string(), |value| value.into_owned());
        element
            .attributes
            .push((attribute.key.local_name().as_ref().to_owned(), value));
    }
    Ok(element)
}

/// The character that an entity stands for; one that XML does not define stays as it is written.
fn meaning(entity: &BytesRef<'_>) -> String {
    match &**entity {
        "amp" => "&".to_owned(),
        "lt" => "<".to_owned(),
        "gt" => ">".to_owned(),
        "quot" => "\"".to_owned(),
        "apos" => "'".to_owned(),
        other => match entity.resolve_char_ref() {
            Ok(Some(letter)) => letter.to_string(),
            _ => format!("&{other};"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let tree = Element::new("Project")
            .with("name", "Adult <A> & \"others\"")
            .holding([
                Element::new("Note").saying("line one\nline two ]]> é 👩‍👧 <b>"),
                Element::new("Empty"),
            ]);
        let bytes = tree.written("urn:x");
        let mut read = read(std::str::from_utf8(&bytes).expect("text")).expect("read");
        assert_eq!(
            read.attributes.remove(0),
            ("xmlns".to_owned(), "urn:x".to_owned())
        );
        assert_eq!(read, tree);
    }

    #[test]
    fn what_is_no_tree_is_told() {
        let deep = "<a>".repeat(100);
        for (text, fault) in [
            ("", "it ends before"),
            ("<a><b></b>", "it ends before"),
            ("<a></b>", ""),
            (deep.as_str(), "elements 64 deep"),
        ] {
            match read(text) {
                Err(Fault::NotXml(words) | Fault::Limit(words)) => {
                    assert!(words.contains(fault), "{text}: {words}");
                }
                other => panic!("{text}: {other:?}"),
            }
        }
        let bomb = "<!DOCTYPE a [<!ENTITY x \"x\"><!ENTITY y \"&x;&x;\">]><a>&y;</a>";
        assert_eq!(read(bomb), Err(Fault::Hostile));
        let unknown = read("<a>&y;</a>").expect("read");
        assert_eq!(unknown.text, "&y;");
    }
}
