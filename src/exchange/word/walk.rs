//! One pass over the text of a Word file.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::super::mark::{Mark, token_in};
use super::comments::MOST_COMMENTS;
use super::lines::{Change, ChangeKind, FoundLine, Stretch};
use super::reading::Stop;
use crate::returns::archive::{attribute, push_entity};

/// A report of 1,000 pages.
const CHARACTERS: usize = 4_000_000;
const LINES: usize = 50_000;
/// Text boxes within text boxes; Word allows none.
const NESTED: usize = 20;
/// Changes within changes: who struck out what another had put in.
const NESTED_CHANGES: usize = 50;
/// Comments that are open at one place.
const OPEN_COMMENTS: usize = 2_000;
/// Marks whose range is open at one place: a paragraph has one, its words none.
const OPEN_MARKS: usize = 2_000;
/// Tokens that are looked at; a file of ours has one.
const TOKENS: usize = 100;
/// Characters of the words that a comment is about.
const QUOTED: usize = 400;

#[derive(Default)]
pub(super) struct Walk {
    pub(super) lines: Vec<FoundLine>,
    /// From bookmarks.
    pub(super) tokens: Vec<String>,
    characters: usize,
    /// The lines that are open, a text box's after the one it stands in: place in `lines`, and the mark that holds there.
    open: Vec<(usize, Option<Mark>)>,
    /// Marks whose range is open, by the number of the bookmark, in their order.
    marks: Vec<(String, Mark)>,
    /// Changes that hold here, the innermost last.
    changes: Vec<Change>,
    /// Comments whose range is open, by their id.
    comments: Vec<String>,
    places: HashMap<String, Place>,
    /// The footnote that is being read, and the lines that refer to footnotes.
    note: Option<String>,
    referring: HashMap<String, usize>,
    muted: usize,
    in_properties: usize,
    in_text: bool,
    /// The mark that the next line goes on with.
    carried: Option<Mark>,
}

/// Where a comment stands.
#[derive(Default)]
pub(super) struct Spot {
    /// The line, and the stretch in it.
    pub(super) at: (usize, usize),
    /// The words that it is about.
    pub(super) quoted: String,
}

#[derive(Default)]
struct Place {
    /// Where its range or its sign stands.
    at: Option<(usize, usize)>,
    /// Where its first word stands.
    words_at: Option<(usize, usize)>,
    quoted: String,
}

impl Walk {
    pub(super) fn part(&mut self, part: impl std::io::BufRead, name: &str) -> Result<(), Stop> {
        let mut xml = Reader::from_reader(part);
        let mut buffer = Vec::new();
        let mut scratch = String::new();
        loop {
            buffer.clear();
            match xml.read_event_into(&mut buffer).map_err(Stop::Xml)? {
                Event::Start(element) => self.opened(&element, false)?,
                Event::Empty(element) => self.opened(&element, true)?,
                Event::End(element) => self.closed(element.local_name().as_ref()),
                Event::Text(text) if self.in_text => self.write(&text.xml10_content())?,
                Event::CData(text) if self.in_text => self.write(&text)?,
                Event::GeneralRef(entity) if self.in_text => {
                    scratch.clear();
                    push_entity(&entity, &mut scratch);
                    self.write(&scratch)?;
                }
                Event::DocType(_) => return Err(Stop::Entities(name.to_owned())),
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    /// The lines, and where each comment stands, by its id.
    pub(super) fn finish(self) -> (Vec<FoundLine>, HashMap<String, Spot>) {
        let spots = self
            .places
            .into_iter()
            .filter_map(|(id, place)| {
                let at = place.words_at.or(place.at)?;
                let mut quoted = place.quoted.trim().to_owned();
                if quoted.chars().count() >= QUOTED {
                    quoted.push('…');
                }
                Some((id, Spot { at, quoted }))
            })
            .collect();
        (self.lines, spots)
    }

    fn opened(&mut self, element: &BytesStart<'_>, closes: bool) -> Result<(), Stop> {
        let name = element.local_name();
        let name = name.as_ref();
        // An old-format copy of a text box that stands there already.
        if name == "Fallback" && !closes {
            self.muted += 1;
        }
        if self.muted > 0 {
            return Ok(());
        }
        match name {
            "rPr" | "pPr" | "trPr" | "tcPr" | "tblPr" | "sectPr" if !closes => {
                self.in_properties += 1;
            }
            "ins" | "moveTo" if self.in_properties > 1 => self.end_of_line_put_in(),
            _ if self.in_properties > 0 => {}
            "p" => self.line_begins(closes)?,
            "footnote" if !closes => self.note = Some(attribute(element, "id")),
            "footnoteReference" => {
                if let Some((line, _)) = self.open.last() {
                    self.referring.insert(attribute(element, "id"), *line);
                }
            }
            "ins" | "moveTo" if !closes => self.change_begins(element, ChangeKind::Inserted)?,
            "del" | "moveFrom" if !closes => self.change_begins(element, ChangeKind::Deleted)?,
            "t" | "delText" if !closes => self.in_text = true,
            "tab" => self.write("\t")?,
            "br" | "cr" => self.write("\n")?,
            "noBreakHyphen" => self.write("-")?,
            "bookmarkStart" => self.bookmark(element)?,
            "bookmarkEnd" => {
                let id = attribute(element, "id");
                self.marks.retain(|(open, _)| *open != id);
            }
            "commentRangeStart" => {
                if self.comments.len() >= OPEN_COMMENTS {
                    return Err(Stop::Limit(format!(
                        "more than {OPEN_COMMENTS} comments on the same words"
                    )));
                }
                let id = attribute(element, "id");
                self.comment_stands_here(&id)?;
                self.comments.push(id);
            }
            "commentRangeEnd" => {
                let id = attribute(element, "id");
                self.comments.retain(|open| *open != id);
            }
            "commentReference" => self.comment_stands_here(&attribute(element, "id"))?,
            _ => {}
        }
        Ok(())
    }

    fn closed(&mut self, name: &str) {
        if name == "Fallback" {
            self.muted = self.muted.saturating_sub(1);
        }
        if self.muted > 0 {
            return;
        }
        match name {
            "rPr" | "pPr" | "trPr" | "tcPr" | "tblPr" | "sectPr" => {
                self.in_properties = self.in_properties.saturating_sub(1);
            }
            _ if self.in_properties > 0 => {}
            "p" => self.line_ends(),
            "footnote" => self.note = None,
            "t" | "delText" => self.in_text = false,
            "ins" | "moveTo" | "del" | "moveFrom" => {
                self.changes.pop();
            }
            _ => {}
        }
    }

    fn line_begins(&mut self, closes: bool) -> Result<(), Stop> {
        if self.open.len() >= NESTED {
            return Err(Stop::Limit(format!("text boxes {NESTED} deep")));
        }
        if self.lines.len() >= LINES {
            return Err(Stop::Limit(format!("more than {LINES} paragraphs")));
        }
        let note_of = match &self.note {
            Some(note) => self.referring.get(note).copied(),
            None => None,
        };
        let inherited = self.marks.last().map(|(_, mark)| mark.clone());
        let mark = self.carried.take().or(inherited);
        self.open.push((self.lines.len(), mark));
        self.lines.push(FoundLine {
            note_of,
            ..FoundLine::default()
        });
        if closes {
            self.line_ends();
        }
        Ok(())
    }

    fn line_ends(&mut self) {
        let Some((at, mark)) = self.open.pop() else {
            return;
        };
        let line = &mut self.lines[at];
        // Words before the first bookmark of the line belong to it, too.
        let first = line
            .stretches
            .iter()
            .find_map(|stretch| stretch.mark.clone());
        let first = first.or_else(|| mark.clone());
        line.mark.clone_from(&first);
        for stretch in &mut line.stretches {
            if stretch.mark.is_some() {
                break;
            }
            stretch.mark.clone_from(&first);
        }
        if line.goes_on {
            self.carried = mark;
        }
    }

    /// Word says so in the properties of the line that ends there, in those of its end.
    fn end_of_line_put_in(&mut self) {
        if let Some((line, _)) = self.open.last() {
            self.lines[*line].goes_on = true;
        }
    }

    fn change_begins(&mut self, element: &BytesStart<'_>, kind: ChangeKind) -> Result<(), Stop> {
        if self.changes.len() >= NESTED_CHANGES {
            return Err(Stop::Limit(format!(
                "tracked changes {NESTED_CHANGES} deep"
            )));
        }
        self.changes.push(Change {
            kind,
            author: attribute(element, "author").trim().to_owned(),
            at: attribute(element, "date"),
        });
        Ok(())
    }

    fn bookmark(&mut self, element: &BytesStart<'_>) -> Result<(), Stop> {
        let name = attribute(element, "name");
        if let Some(token) = token_in(&name)
            && self.tokens.len() < TOKENS
        {
            self.tokens.push(token.to_owned());
        }
        let Some(mark) = Mark::parse(&name) else {
            return Ok(());
        };
        if self.marks.len() >= OPEN_MARKS {
            return Err(Stop::Limit(format!(
                "more than {OPEN_MARKS} bookmarks at the same words"
            )));
        }
        if let Some((_, current)) = self.open.last_mut() {
            *current = Some(mark.clone());
        }
        self.marks.push((attribute(element, "id"), mark));
        Ok(())
    }

    /// Where words that come next would stand.
    fn here(&self) -> Option<(usize, usize)> {
        let (line, mark) = self.open.last()?;
        let stretches = &self.lines[*line].stretches;
        let goes_on = stretches
            .last()
            .is_some_and(|last| last.mark == *mark && last.change == self.change());
        Some((*line, stretches.len().saturating_sub(usize::from(goes_on))))
    }

    /// What was put in by one and struck out by another never stood in the draft: it is put in and gone again.
    fn change(&self) -> Option<Change> {
        let deleted = self
            .changes
            .iter()
            .rfind(|change| change.kind == ChangeKind::Deleted);
        deleted.or_else(|| self.changes.last()).cloned()
    }

    fn was_put_in_and_struck_out(&self) -> bool {
        [ChangeKind::Inserted, ChangeKind::Deleted]
            .into_iter()
            .all(|kind| self.changes.iter().any(|change| change.kind == kind))
    }

    fn comment_stands_here(&mut self, id: &str) -> Result<(), Stop> {
        if self.places.len() >= MOST_COMMENTS {
            return Err(Stop::Limit(format!("more than {MOST_COMMENTS} comments")));
        }
        let here = self.here();
        let place = self.places.entry(id.to_owned()).or_default();
        place.at = place.at.or(here);
        Ok(())
    }

    fn write(&mut self, text: &str) -> Result<(), Stop> {
        if self.muted > 0 || self.was_put_in_and_struck_out() {
            return Ok(());
        }
        let Some(here) = self.here() else {
            return Ok(());
        };
        self.characters += text.len();
        if self.characters > CHARACTERS {
            return Err(Stop::Limit(format!("more than {CHARACTERS} characters")));
        }
        let change = self.change();
        for id in &self.comments {
            let place = self.places.entry(id.clone()).or_default();
            if !text.trim().is_empty() {
                place.words_at = place.words_at.or(Some(here));
            }
            if change
                .as_ref()
                .is_none_or(|change| change.kind == ChangeKind::Inserted)
            {
                let room = QUOTED.saturating_sub(place.quoted.chars().count());
                place.quoted.extend(text.chars().take(room));
            }
        }
        let Some((line, mark)) = self.open.last() else {
            return Ok(());
        };
        let stretches = &mut self.lines[*line].stretches;
        match stretches.get_mut(here.1) {
            Some(last) => last.text.push_str(text),
            None => stretches.push(Stretch {
                text: text.to_owned(),
                change,
                mark: mark.clone(),
            }),
        }
        Ok(())
    }
}
