//! A member at their word processor: comments and changes put into a file the way Word writes them.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const DOCUMENT: &str = "word/document.xml";
const COMMENTS: &str = "word/comments.xml";
const EXTENDED: &str = "word/commentsExtended.xml";

pub(super) struct WordFile {
    parts: BTreeMap<String, String>,
    comments: u32,
    changes: u32,
}

impl WordFile {
    pub(super) fn open(bytes: &[u8]) -> Self {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
        let mut parts = BTreeMap::new();
        for index in 0..zip.len() {
            let mut part = zip.by_index(index).expect("a part");
            let mut text = String::new();
            part.read_to_string(&mut text).expect("text");
            let name = part.name().expect("a name").into_owned();
            parts.insert(name, text);
        }
        Self {
            parts,
            comments: 0,
            changes: 100,
        }
    }

    pub(super) fn saved(&self) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in &self.parts {
            zip.start_file(name.as_str(), SimpleFileOptions::default())
                .expect("started");
            zip.write_all(text.as_bytes()).expect("written");
        }
        zip.finish().expect("finished").into_inner()
    }

    pub(super) fn part(&self, name: &str) -> &str {
        self.parts.get(name).map_or("", String::as_str)
    }

    pub(super) fn document(&self) -> &str {
        self.part(DOCUMENT)
    }

    /// All parts, hidden ones too.
    pub(super) fn everything(&self) -> String {
        self.parts.values().map(String::as_str).collect()
    }

    pub(super) fn put(&mut self, name: &str, text: &str) {
        self.parts.insert(name.to_owned(), text.to_owned());
    }

    pub(super) fn without(&mut self, name: &str) {
        self.parts.remove(name).expect("there");
    }

    /// Replaces in the text of the document, without tracking; once.
    pub(super) fn retype(&mut self, from: &str, to: &str) {
        let document = self.document();
        assert!(document.contains(from), "no “{from}” in {document}");
        let document = document.replacen(from, to, 1);
        self.put(DOCUMENT, &document);
    }

    /// A comment beside these words; its number, for replies.
    pub(super) fn comment(&mut self, on: &str, author: &str, at: &str, text: &str) -> u32 {
        let id = self.write_comment(author, at, text, None);
        let (before, middle, after) = self.split(on);
        self.put(
            DOCUMENT,
            &format!(
                "{before}<w:commentRangeStart w:id=\"{id}\"/>{middle}<w:commentRangeEnd w:id=\"{id}\"/>\
                 <w:r><w:commentReference w:id=\"{id}\"/></w:r>{after}"
            ),
        );
        id
    }

    pub(super) fn reply(&mut self, to: u32, author: &str, at: &str, text: &str) -> u32 {
        let id = self.write_comment(author, at, text, Some(to));
        let sign = format!("<w:commentReference w:id=\"{to}\"/></w:r>");
        self.retype(
            &sign,
            &format!("{sign}<w:r><w:commentReference w:id=\"{id}\"/></w:r>"),
        );
        id
    }

    fn write_comment(&mut self, author: &str, at: &str, text: &str, to: Option<u32>) -> u32 {
        let id = self.comments;
        self.comments += 1;
        const NAMES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
            xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\"";
        let paragraph = |id: u32| format!("{:08X}", 0x1000_0000 + id);
        for (part, element) in [(COMMENTS, "w:comments"), (EXTENDED, "w15:commentsEx")] {
            if self.part(part).is_empty() {
                self.put(part, &format!("<{element} {NAMES}></{element}>"));
            }
        }
        let comment = format!(
            "<w:comment w:id=\"{id}\" w:author=\"{author}\" w:date=\"{at}\"><w:p w14:paraId=\"{}\"><w:r><w:annotationRef/></w:r>\
             <w:r><w:t>{text}</w:t></w:r></w:p></w:comment></w:comments>",
            paragraph(id)
        );
        let comments = self.part(COMMENTS).replace("</w:comments>", &comment);
        self.put(COMMENTS, &comments);
        let parent = to.map_or_else(String::new, |to| {
            format!(" w15:paraIdParent=\"{}\"", paragraph(to))
        });
        let extended = self.part(EXTENDED).replace(
            "</w15:commentsEx>",
            &format!(
                "<w15:commentEx w15:paraId=\"{}\"{parent} w15:done=\"0\"/></w15:commentsEx>",
                paragraph(id)
            ),
        );
        self.put(EXTENDED, &extended);
        id
    }

    /// Words put in with tracking, after these.
    pub(super) fn insert(&mut self, after: &str, author: &str, at: &str, text: &str) {
        let change = self.change(author, at);
        let (before, middle, rest) = self.split(after);
        self.put(
            DOCUMENT,
            &format!(
                "{before}{middle}<w:ins {change}><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:ins>{rest}"
            ),
        );
    }

    /// Words struck out with tracking.
    pub(super) fn strike(&mut self, words: &str, author: &str, at: &str) {
        let change = self.change(author, at);
        let (before, middle, rest) = self.split(words);
        let middle = middle
            .replace("<w:t ", "<w:delText ")
            .replace("</w:t>", "</w:delText>");
        self.put(
            DOCUMENT,
            &format!("{before}<w:del {change}>{middle}</w:del>{rest}"),
        );
    }

    /// A paragraph typed below the one with these words, with tracking: Word marks the end of the one above as put in.
    pub(super) fn paragraph_below(&mut self, words: &str, author: &str, at: &str, text: &str) {
        let (change, mark) = (self.change(author, at), self.change(author, at));
        let document = self.document().to_owned();
        let here = document.find(words).expect("the words");
        let begins = document[..here].rfind("<w:pPr>").expect("properties") + "<w:pPr>".len();
        let ends = here + document[here..].find("</w:p>").expect("an end") + "</w:p>".len();
        let properties_end = begins + document[begins..].find("</w:pPr>").expect("their end");
        self.put(
            DOCUMENT,
            &format!(
                "{}<w:rPr><w:ins {mark}/></w:rPr>{}<w:p><w:pPr></w:pPr><w:ins {change}><w:r><w:t>{text}</w:t></w:r></w:ins></w:p>{}",
                &document[..properties_end],
                &document[properties_end..ends],
                &document[ends..]
            ),
        );
    }

    fn change(&mut self, author: &str, at: &str) -> String {
        self.changes += 1;
        format!(
            "w:id=\"{}\" w:author=\"{author}\" w:date=\"{at}\"",
            self.changes
        )
    }

    /// Cuts the paragraph with these words and puts it down at the end.
    pub(super) fn move_to_the_end(&mut self, words: &str) {
        let paragraph = self.cut(words);
        self.retype("<w:sectPr>", &format!("{paragraph}<w:sectPr>"));
    }

    /// Deletes the paragraph with these words, without tracking.
    pub(super) fn take_out(&mut self, words: &str) {
        self.cut(words);
    }

    fn cut(&mut self, words: &str) -> String {
        let document = self.document().to_owned();
        let at = document.find(words).expect("the words");
        let begins = document[..at].rfind("<w:p>").expect("a paragraph");
        let ends = at + document[at..].find("</w:p>").expect("its end") + "</w:p>".len();
        let rest = format!("{}{}", &document[..begins], &document[ends..]);
        self.put(DOCUMENT, &rest);
        document[begins..ends].to_owned()
    }

    /// Takes all of Lantern's bookmarks out, as some programs do.
    pub(super) fn lose_marks(&mut self) {
        let marks = regex::Regex::new("<w:bookmark(Start|End)[^>]*/>").expect("a pattern");
        let document = marks.replace_all(self.document(), "").into_owned();
        self.put(DOCUMENT, &document);
    }

    /// Accepts every tracked change, and takes every comment out.
    pub(super) fn accept_all(&mut self) {
        let mut document = self.document().to_owned();
        for pattern in [
            "(?s)<w:del .*?</w:del>",
            "<w:ins [^>]*>",
            "</w:ins>",
            "<w:comment[A-Z][^>]*/>",
        ] {
            let pattern = regex::Regex::new(pattern).expect("a pattern");
            document = pattern.replace_all(&document, "").into_owned();
        }
        self.put(DOCUMENT, &document);
        self.parts.remove(COMMENTS);
    }

    /// The document before the words, the words as runs of their own, and what follows.
    fn split(&self, words: &str) -> (String, String, String) {
        let document = self.document();
        let at = document
            .find(words)
            .unwrap_or_else(|| panic!("no “{words}” in {document}"));
        let begins = document[..at].rfind("<w:r>").expect("a run");
        let text = begins + document[begins..at].rfind('>').expect("its text") + 1;
        let ends = at + document[at..].find("</w:r>").expect("its end") + "</w:r>".len();
        let head = &document[begins..text];
        let close = "</w:t></w:r>";
        let rest = &document[at + words.len()..ends - close.len()];
        (
            format!(
                "{}{head}{}{close}",
                &document[..begins],
                &document[text..at]
            ),
            format!("{head}{words}{close}"),
            format!("{head}{rest}{close}{}", &document[ends..]),
        )
    }
}
