//! XML and web pages: their text without the boundaries of runs, what was deleted or inserted under tracking, and everything that is not shown.

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::gathered::Gathered;

/// Elements whose end does not end a line: a name may go on behind them.
const WITHIN_A_LINE: [&str; 34] = [
    "r",
    "t",
    "rPr",
    "delText",
    "ins",
    "del",
    "moveFrom",
    "moveTo",
    "hyperlink",
    "smartTag",
    "sdt",
    "sdtContent",
    "sdtPr",
    "proofErr",
    "bookmarkStart",
    "bookmarkEnd",
    "commentRangeStart",
    "commentRangeEnd",
    "span",
    "b",
    "i",
    "u",
    "em",
    "strong",
    "a",
    "font",
    "small",
    "sub",
    "sup",
    "tspan",
    "dir",
    "bdo",
    "fldSimple",
    "noBreakHyphen",
];

#[derive(Default)]
struct Texts {
    /// With what was inserted, without what was deleted.
    now: String,
    /// With what was deleted, without what was inserted.
    was: String,
    /// Attributes, remarks, field codes: what a reader does not see.
    unseen: String,
    tracked: bool,
    inserted: usize,
    deleted: usize,
    in_code: usize,
}

/// Reads a document of any notation of XML. What is left of one that is broken is read as it stands.
pub(super) fn read(text: &str, gathered: &mut Gathered) {
    let mut reader = Reader::from_str(text.trim_start_matches('\u{FEFF}'));
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    let mut texts = Texts::default();
    loop {
        match reader.read_event() {
            Err(fault) => {
                gathered.cannot_read(format!("it is damaged ({fault})"));
                gathered.text("", text);
                break;
            }
            Ok(Event::Eof) => break,
            Ok(Event::DocType(words)) => {
                if words.contains("<!ENTITY") {
                    gathered.cannot_read(
                        "it defines words of its own (entities), which could hide others",
                    );
                }
                texts.unsee(&words);
            }
            Ok(Event::Start(start)) => texts.start(&start),
            Ok(Event::Empty(start)) => {
                texts.start(&start);
                texts.end(start.local_name().as_ref());
            }
            Ok(Event::End(end)) => texts.end(end.local_name().as_ref()),
            Ok(Event::Text(words)) => texts.say(&words.xml10_content()),
            Ok(Event::CData(words)) => texts.say(&words.xml10_content()),
            Ok(Event::GeneralRef(entity)) => texts.say(&meaning(&entity)),
            Ok(Event::Comment(words)) => texts.unsee(&words),
            Ok(Event::PI(words)) => texts.unsee(&words),
            Ok(Event::Decl(_)) => {}
        }
    }
    gathered.text("", texts.now);
    if texts.tracked {
        gathered.text("as it was before tracked changes", texts.was);
    }
    gathered.text("not shown", texts.unseen);
}

impl Texts {
    fn start(&mut self, start: &BytesStart<'_>) {
        match start.local_name().as_ref() {
            "ins" | "moveTo" => {
                self.inserted += 1;
                self.tracked = true;
            }
            "del" | "moveFrom" => {
                self.deleted += 1;
                self.tracked = true;
            }
            "instrText" | "delInstrText" | "script" | "style" => self.in_code += 1,
            "tab" | "ptab" => self.say("\t"),
            "noBreakHyphen" => self.say("-"),
            _ => {}
        }
        for attribute in start.attributes().with_checks(false).filter_map(Result::ok) {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0);
            match value {
                Ok(value) => self.unsee(&value),
                Err(_) => self.unsee(&attribute.value),
            }
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "ins" | "moveTo" => self.inserted = self.inserted.saturating_sub(1),
            "del" | "moveFrom" => self.deleted = self.deleted.saturating_sub(1),
            "instrText" | "delInstrText" | "script" | "style" => {
                self.in_code = self.in_code.saturating_sub(1);
                return;
            }
            "fldChar" => self.unseen.push('\n'),
            _ => {}
        }
        if !WITHIN_A_LINE.contains(&name) {
            for text in [&mut self.now, &mut self.was] {
                if !text.is_empty() && !text.ends_with('\n') {
                    text.push('\n');
                }
            }
        }
    }

    fn say(&mut self, words: &str) {
        if self.in_code > 0 {
            self.unseen.push_str(words);
            return;
        }
        if self.deleted == 0 {
            self.now.push_str(words);
        }
        if self.inserted == 0 {
            self.was.push_str(words);
        }
    }

    fn unsee(&mut self, words: &str) {
        if words.chars().any(char::is_alphabetic) || words.len() > 5 {
            self.unseen.push('\n');
            self.unseen.push_str(words);
            if words.contains('%') {
                self.unseen.push('\n');
                self.unseen.push_str(&without_percents(words));
            }
            self.unseen.push('\n');
        }
    }
}

/// “Ana%20Brand” → “Ana Brand”
pub(super) fn without_percents(link: &str) -> String {
    let bytes = link.as_bytes();
    let mut plain = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let code = bytes
            .get(at + 1..at + 3)
            .filter(|_| bytes[at] == b'%')
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        plain.push(code.unwrap_or(bytes[at]));
        at += if code.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&plain).into_owned()
}

/// The character that an entity stands for; one that XML does not define stays as it is written.
fn meaning(entity: &BytesRef<'_>) -> String {
    match &**entity {
        "amp" => "&".to_owned(),
        "lt" => "<".to_owned(),
        "gt" => ">".to_owned(),
        "quot" => "\"".to_owned(),
        "apos" => "'".to_owned(),
        "nbsp" => "\u{A0}".to_owned(),
        "shy" => "\u{AD}".to_owned(),
        other => match entity.resolve_char_ref() {
            Ok(Some(letter)) => letter.to_string(),
            _ => format!("&{other};"),
        },
    }
}
