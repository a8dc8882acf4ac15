//! Opening a Word file that came back.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::super::error::ExchangeError;
use super::super::mark::tokens_in;
use super::comments::{Remark, remarks};
use super::lines::{Found, FoundComment};
use super::walk::Walk;
use super::{LINES, SENDING};
use crate::returns::ReturnError;
use crate::returns::archive::{Archive, attribute, main_part};

/// Why reading stopped.
pub(super) enum Stop {
    Xml(quick_xml::Error),
    /// Definitions of entities in this part.
    Entities(String),
    Limit(String),
    Other(ReturnError),
}

impl From<ReturnError> for Stop {
    fn from(error: ReturnError) -> Self {
        Self::Other(error)
    }
}

pub(in crate::exchange) fn read(file: &str, bytes: &[u8]) -> Result<Found, ExchangeError> {
    let mut archive = Archive::open(file, bytes).map_err(|error| told(file, error))?;
    let Some(main) = main_part(&mut archive).map_err(|error| told(file, error))? else {
        return Err(not_word(file, &archive));
    };
    if !main.ends_with("document.xml")
        && archive
            .names()
            .iter()
            .all(|name| !name.starts_with("word/"))
    {
        return Err(not_word(file, &archive));
    }
    read_parts(&mut archive, &main).map_err(|stop| match stop {
        Stop::Xml(fault) => told(file, archive.fault(&fault)),
        Stop::Entities(part) => ExchangeError::Hostile {
            file: file.to_owned(),
            part,
        },
        Stop::Limit(limit) => ExchangeError::Limit {
            file: file.to_owned(),
            limit,
        },
        Stop::Other(error) => told(file, error),
    })
}

fn read_parts(archive: &mut Archive<'_>, main: &str) -> Result<Found, Stop> {
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    let properties = properties(archive)?;
    let remarks = remarks(archive, folder)?;
    let mut walk = Walk::default();
    {
        let Some(part) = archive.part(main)? else {
            return Err(Stop::Other(ReturnError::Damaged {
                file: String::new(),
                reason: "the document itself is missing".to_owned(),
            }));
        };
        walk.part(part, main)?;
    }
    let notes = format!("{folder}/footnotes.xml");
    if let Some(part) = archive.part(&notes)? {
        walk.part(part, &notes)?;
    }
    let mut tokens: Vec<String> = properties.get(SENDING).cloned().into_iter().collect();
    tokens.append(&mut walk.tokens);
    tokens.extend(printed_tokens(archive, folder)?);
    tokens.extend(walk.printed_tokens());
    let (lines, places) = walk.finish();
    let (comments, stripped) = in_order(remarks, places);
    Ok(Found {
        tokens,
        lines,
        comments,
        sent_lines: properties.get(LINES).and_then(|count| count.parse().ok()),
        stripped,
    })
}

/// The comments with their places, what is replied to before its replies; and how many the text speaks of that are not there.
fn in_order(
    remarks: Vec<Remark>,
    mut places: HashMap<String, (usize, usize, String)>,
) -> (Vec<FoundComment>, usize) {
    let mut placed: Vec<(Remark, Option<(usize, usize)>, String)> = remarks
        .into_iter()
        .map(|remark| match places.remove(&remark.id) {
            Some((line, stretch, quoted)) => (remark, Some((line, stretch)), quoted),
            None => (remark, None, String::new()),
        })
        .collect();
    let stripped = places.len();
    let place_of: HashMap<String, Option<(usize, usize)>> = placed
        .iter()
        .map(|(remark, place, _)| (remark.id.clone(), *place))
        .collect();
    for (remark, place, _) in &mut placed {
        if let (None, Some(parent)) = (*place, &remark.answers) {
            *place = place_of.get(parent).copied().flatten();
        }
    }
    placed.sort_by_key(|(remark, place, _)| (place.is_none(), *place, remark.answers.is_some()));
    let mut at: HashMap<String, usize> = HashMap::new();
    let mut comments: Vec<FoundComment> = Vec::with_capacity(placed.len());
    // A reply to a reply waits until that has its place.
    while !placed.is_empty() {
        let waiting = placed.len();
        let mut rest = Vec::new();
        for (remark, place, quoted) in placed {
            let answers = remark.answers.as_ref().and_then(|id| at.get(id).copied());
            if remark.answers.is_some() && answers.is_none() {
                rest.push((remark, place, quoted));
                continue;
            }
            at.insert(remark.id.clone(), comments.len());
            comments.push(FoundComment {
                author: remark.author,
                at: remark.at,
                text: remark.text,
                answers,
                quoted,
                place,
            });
        }
        if rest.len() == waiting {
            // They reply to each other in a circle, or to what is not there.
            for (remark, _, _) in &mut rest {
                remark.answers = None;
            }
        }
        placed = rest;
    }
    (comments, stripped)
}

/// The file's own properties that a user may set, by name.
fn properties(archive: &mut Archive<'_>) -> Result<HashMap<String, String>, Stop> {
    const PART: &str = "docProps/custom.xml";
    let Some(part) = archive.part(PART)? else {
        return Ok(HashMap::new());
    };
    let mut xml = Reader::from_reader(part);
    let mut buffer = Vec::new();
    let mut properties: HashMap<String, String> = HashMap::new();
    let mut name = String::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(Stop::Xml)? {
            Event::Start(element) if element.local_name().as_ref() == "property" => {
                name = attribute(&element, "name");
            }
            Event::End(element) if element.local_name().as_ref() == "property" => name.clear(),
            Event::Text(text) if !name.is_empty() => {
                let value = properties.entry(name.clone()).or_default();
                value.push_str(text.xml10_content().trim());
            }
            Event::DocType(_) => return Err(Stop::Entities(PART.to_owned())),
            Event::Eof => return Ok(properties),
            _ => {}
        }
    }
}

/// Tokens printed in the footers and headers.
fn printed_tokens(archive: &mut Archive<'_>, folder: &str) -> Result<Vec<String>, Stop> {
    let mut running: Vec<String> = archive
        .names()
        .into_iter()
        .filter(|name| {
            name.strip_prefix(folder)
                .is_some_and(|rest| rest.starts_with("/footer") || rest.starts_with("/header"))
        })
        .collect();
    running.sort();
    let mut tokens = Vec::new();
    for name in running {
        let mut walk = Walk::default();
        if let Some(part) = archive.part(&name)? {
            walk.part(part, &name)?;
        }
        tokens.extend(walk.printed_tokens());
    }
    Ok(tokens)
}

impl Walk {
    fn printed_tokens(&self) -> Vec<String> {
        self.lines
            .iter()
            .flat_map(|line| {
                let text = line.before();
                tokens_in(&text).map(str::to_owned).collect::<Vec<_>>()
            })
            .collect()
    }
}

fn not_word(file: &str, archive: &Archive<'_>) -> ExchangeError {
    let is_open_document = archive.has("mimetype") && archive.has("content.xml");
    ExchangeError::NotReadable {
        file: file.to_owned(),
        what: if is_open_document {
            "an OpenDocument text (.odt)"
        } else {
            "no Word file"
        },
        advice: "Open it in the program that it was made with, save it as a Word file (.docx), and collect that.",
    }
}

/// The words for a return, said of a reply.
fn told(file: &str, error: ReturnError) -> ExchangeError {
    let file = file.to_owned();
    match error {
        ReturnError::Hostile { part, .. } => ExchangeError::Hostile { file, part },
        ReturnError::Limit { limit, .. } => ExchangeError::Limit { file, limit },
        ReturnError::Damaged { reason, .. } => ExchangeError::Damaged { file, reason },
        other => ExchangeError::Damaged {
            file,
            reason: other.to_string(),
        },
    }
}
