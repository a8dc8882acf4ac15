//! A codebook or a project read back: which record each text is, and what was coded in it.

use std::collections::{BTreeMap, HashMap};

use super::RefiError;
use super::codes;
use super::guid::same_form;
use super::packing::Packed;
use super::project::source_guid;
use super::record_text::RecordText;
use super::tree::{self, Element, Fault};
use crate::model::{CodedProject, CodedRecord, Entry, EntryId, Passage, Review};

/// Names of unknown texts that are told.
const TOLD: usize = 20;
/// Sources of a project that are no texts.
const NO_TEXTS: [&str; 4] = ["PictureSource", "PDFSource", "AudioSource", "VideoSource"];

pub(super) fn read(review: &Review, file: &str, bytes: &[u8]) -> Result<CodedProject, RefiError> {
    let mut packed = None;
    let project = if bytes.starts_with(b"PK") {
        let opened = packed.insert(Packed::open(file, bytes)?);
        opened.project()?.ok_or_else(|| RefiError::NotRefi {
            file: file.to_owned(),
        })?
    } else {
        bytes.to_vec()
    };
    let root = parsed(file, &project)?;
    let (codes, places) = codes::read(review, &root);
    let mut reading = Reading {
        review,
        records: Records::of(review),
        users: users(&root),
        notes: notes(&root, packed.as_mut())?,
        usual_user: same_form(root.attribute("creatingUserGUID")),
        places,
        found: BTreeMap::new(),
        project: CodedProject {
            codes,
            ..CodedProject::default()
        },
    };
    if let Some(sources) = root.child("Sources") {
        for source in &sources.children {
            reading.source(source, packed.as_mut())?;
        }
    }
    Ok(reading.ended())
}

fn parsed(file: &str, bytes: &[u8]) -> Result<Element, RefiError> {
    let not_refi = || RefiError::NotRefi {
        file: file.to_owned(),
    };
    let text = std::str::from_utf8(bytes).map_err(|_| not_refi())?;
    let begins = text.trim_start_matches('\u{FEFF}').trim_start();
    if !begins.starts_with('<') {
        return Err(not_refi());
    }
    let root = tree::read(text).map_err(|fault| match fault {
        Fault::NotXml(reason) => RefiError::Damaged {
            file: file.to_owned(),
            reason,
        },
        Fault::Hostile => RefiError::Hostile {
            file: file.to_owned(),
        },
        Fault::Limit(limit) => RefiError::Limit {
            file: file.to_owned(),
            limit,
        },
    })?;
    match root.name.as_str() {
        "CodeBook" | "Project" => Ok(root),
        _ => Err(not_refi()),
    }
}

/// Names by mark.
fn users(root: &Element) -> HashMap<String, String> {
    let users = root.child("Users").into_iter();
    let users = users.flat_map(|users| users.all("User"));
    users
        .map(|user| {
            let name = [user.attribute("name"), user.attribute("id")].map(str::trim);
            let name = name.into_iter().find(|name| !name.is_empty());
            (
                same_form(user.attribute("guid")),
                name.unwrap_or(UNNAMED).to_owned(),
            )
        })
        .collect()
}

const UNNAMED: &str = "Unnamed coder";

/// Texts by mark.
fn notes(
    root: &Element,
    mut packed: Option<&mut Packed<'_>>,
) -> Result<HashMap<String, String>, RefiError> {
    let mut notes = HashMap::new();
    for note in root
        .child("Notes")
        .into_iter()
        .flat_map(|all| all.all("Note"))
    {
        let text = text_of(note, packed.as_deref_mut())?.unwrap_or_default();
        notes.insert(same_form(note.attribute("guid")), text.trim().to_owned());
    }
    Ok(notes)
}

/// Of a source or a note: what stands in it, or in the file that it names.
fn text_of(
    element: &Element,
    packed: Option<&mut Packed<'_>>,
) -> Result<Option<String>, RefiError> {
    if let Some(content) = element.child("PlainTextContent") {
        return Ok(Some(content.text.clone()));
    }
    match (packed, element.attribute("plainTextPath")) {
        (Some(packed), path) if !path.is_empty() => packed.text(path),
        _ => Ok(None),
    }
}

/// The review's records, known again by their mark or by their words.
struct Records {
    by_mark: HashMap<String, EntryId>,
    /// Without blanks; `None` where several records have the same words.
    by_words: HashMap<String, Option<EntryId>>,
}

impl Records {
    fn of(review: &Review) -> Self {
        let mut by_mark = HashMap::new();
        let mut by_words = HashMap::new();
        for entry in review.entries.iter() {
            let text = RecordText::of(entry).text;
            if text.is_empty() {
                continue;
            }
            by_mark.insert(source_guid(entry, &text), entry.id);
            by_words
                .entry(without_blanks(&text))
                .and_modify(|known| *known = None)
                .or_insert(Some(entry.id));
        }
        Self { by_mark, by_words }
    }

    fn find(&self, mark: &str, text: &str) -> Option<EntryId> {
        let by_mark = self.by_mark.get(&same_form(mark)).copied();
        by_mark.or_else(|| *self.by_words.get(&without_blanks(text))?)
    }
}

fn without_blanks(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_whitespace())
        .collect()
}

struct Reading<'a> {
    review: &'a Review,
    records: Records,
    users: HashMap<String, String>,
    notes: HashMap<String, String>,
    usual_user: String,
    /// Codes by mark.
    places: HashMap<String, usize>,
    found: BTreeMap<(EntryId, usize, String), CodedRecord>,
    project: CodedProject,
}

impl Reading<'_> {
    fn source(
        &mut self,
        source: &Element,
        packed: Option<&mut Packed<'_>>,
    ) -> Result<(), RefiError> {
        if NO_TEXTS.contains(&source.name.as_str()) {
            self.leave_out(source);
            return Ok(());
        }
        if source.name != "TextSource" {
            return Ok(());
        }
        let text = text_of(source, packed)?;
        let known = self
            .records
            .find(source.attribute("guid"), text.as_deref().unwrap_or(""));
        let Some(entry) = known.and_then(|id| self.review.entry(id)) else {
            self.leave_out(source);
            return Ok(());
        };
        let record = RecordText::of(entry);
        let text = text.unwrap_or_else(|| record.text.clone());
        for coding in source.all("Coding") {
            self.coding(entry, coding, Vec::new(), None);
        }
        for selection in source.all("PlainTextSelection") {
            let (passages, words) = marked(entry, &record, &text, selection);
            for coding in selection.all("Coding") {
                let displaced = passages.is_empty().then_some(words.as_str());
                self.coding(entry, coding, passages.clone(), displaced);
            }
        }
        Ok(())
    }

    /// A text that is no record of this review, or something that is no text.
    fn leave_out(&mut self, source: &Element) {
        let codings = source
            .children
            .iter()
            .map(|child| usize::from(child.name == "Coding") + child.all("Coding").count());
        self.project.left_out += codings.sum::<usize>();
        let unknown = &mut self.project.unknown_texts;
        if unknown.len() < TOLD {
            unknown.push(source.attribute("name").to_owned());
        }
    }

    /// `displaced`: words that were marked, and are not in the record.
    fn coding(
        &mut self,
        entry: &Entry,
        coding: &Element,
        passages: Vec<Passage>,
        displaced: Option<&str>,
    ) {
        let code = coding.child("CodeRef");
        let code = code.map(|code| same_form(code.attribute("targetGUID")));
        let Some(&code) = code.and_then(|code| self.places.get(&code)) else {
            self.project.left_out += 1;
            return;
        };
        let user = match same_form(coding.attribute("creatingUser")) {
            none if none.is_empty() => self.usual_user.clone(),
            user => user,
        };
        let coder = self.users.get(&user).map_or(UNNAMED, String::as_str);
        let mut memo: Vec<String> = coding
            .all("NoteRef")
            .filter_map(|note| self.notes.get(&same_form(note.attribute("targetGUID"))))
            .filter(|note| !note.is_empty())
            .cloned()
            .collect();
        if let Some(words) = displaced.map(str::trim).filter(|words| !words.is_empty()) {
            self.project.displaced += 1;
            memo.push(format!(
                "Marked, and not in the record as it is worded now: “{words}”"
            ));
        }
        let record = self
            .found
            .entry((entry.id, code, coder.to_owned()))
            .or_insert_with(|| CodedRecord {
                entry: entry.id,
                code,
                coder: coder.to_owned(),
                memo: String::new(),
                passages: Vec::new(),
            });
        record.passages.extend(passages);
        for note in memo {
            if !record.memo.contains(&note) {
                if !record.memo.is_empty() {
                    record.memo.push('\n');
                }
                record.memo.push_str(&note);
            }
        }
    }

    fn ended(self) -> CodedProject {
        let mut project = self.project;
        project.records = self.found.into_values().collect();
        for record in &mut project.records {
            record.passages.sort_unstable();
            record.passages.dedup();
        }
        project
    }
}

/// The passages of the record that a selection of `text` marks, and its words. Where the other tool has changed the text, they are looked for.
fn marked(
    entry: &Entry,
    record: &RecordText,
    text: &str,
    selection: &Element,
) -> (Vec<Passage>, String) {
    let place = |name: &str| {
        selection
            .attribute(name)
            .trim()
            .parse::<usize>()
            .unwrap_or(0)
    };
    let (from, until) = (place("startPosition"), place("endPosition"));
    let long = until.saturating_sub(from);
    let words: String = text.chars().skip(from).take(long).collect();
    if text == record.text {
        return (record.passages(entry, from, until), words);
    }
    let passage = record.passage_of_words(entry, &words);
    (passage.into_iter().collect(), words)
}
