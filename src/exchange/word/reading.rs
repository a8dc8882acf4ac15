//! Opening a Word file that came back.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::super::error::ExchangeError;
use super::super::mark::tokens_in;
use super::comments::{Remark, remarks};
use super::lines::{Found, FoundComment};
use super::walk::{Spot, Walk};
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
    let (lines, spots) = walk.finish();
    let (comments, stripped) = in_order(remarks, spots);
    Ok(Found {
        tokens,
        lines,
        comments,
        sent_lines: properties.get(LINES).and_then(|count| count.parse().ok()),
        stripped,
    })
}

/// Replies to replies; Word knows none.
const DEEPEST: usize = 100;

/// A comment, and where it stands; `None` where the text does not speak of it.
type Standing = (Remark, Option<Spot>);

/// The comments with their places, what is replied to before its replies; and how many the text speaks of that are not there.
fn in_order(remarks: Vec<Remark>, mut spots: HashMap<String, Spot>) -> (Vec<FoundComment>, usize) {
    let mut standing: Vec<Standing> = remarks
        .into_iter()
        .map(|remark| {
            let spot = spots.remove(&remark.id);
            (remark, spot)
        })
        .collect();
    let stripped = spots.len();
    replies_stand_with_what_they_answer(&mut standing);
    standing.sort_by_key(|(remark, spot)| {
        let at = spot.as_ref().map(|spot| spot.at);
        (at.is_none(), at, remark.answers.is_some())
    });
    (answered_first(standing), stripped)
}

/// A program may give a reply no place of its own.
fn replies_stand_with_what_they_answer(standing: &mut [Standing]) {
    let at: HashMap<String, (usize, usize)> = standing
        .iter()
        .filter_map(|(remark, spot)| Some((remark.id.clone(), spot.as_ref()?.at)))
        .collect();
    for (remark, spot) in standing {
        if let (None, Some(parent)) = (&spot, &remark.answers) {
            *spot = at.get(parent).map(|at| Spot {
                at: *at,
                quoted: String::new(),
            });
        }
    }
}

/// A reply waits until what it replies to has its place.
fn answered_first(mut waiting: Vec<Standing>) -> Vec<FoundComment> {
    let mut place_of: HashMap<String, usize> = HashMap::new();
    let mut comments: Vec<FoundComment> = Vec::with_capacity(waiting.len());
    let mut rounds = 0;
    while !waiting.is_empty() {
        let before = waiting.len();
        rounds += 1;
        let mut rest = Vec::new();
        for (remark, spot) in waiting {
            let parent = remark.answers.as_ref();
            let answers = parent.and_then(|id| place_of.get(id).copied());
            if parent.is_some() && answers.is_none() {
                rest.push((remark, spot));
                continue;
            }
            place_of.insert(remark.id.clone(), comments.len());
            let place = spot.as_ref().map(|spot| spot.at);
            comments.push(FoundComment {
                author: remark.author,
                at: remark.at,
                text: remark.text,
                answers,
                quoted: spot.unwrap_or_default().quoted,
                place,
            });
        }
        if rest.len() == before || rounds > DEEPEST {
            // They reply to each other in a circle, or to what is not there.
            for (remark, _) in &mut rest {
                remark.answers = None;
            }
        }
        waiting = rest;
    }
    comments
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
            // Ours are a few; what else a file says of itself is nothing to us.
            Event::Text(text) if [SENDING, LINES].contains(&name.as_str()) => {
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
