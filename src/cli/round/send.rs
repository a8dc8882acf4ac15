use std::path::Path;

use serde::Serialize;

use crate::cli::console::Console;
use crate::cli::ending::{Ending, Fault};
use crate::cli::passphrase;
use crate::cli::publish::make_folder;
use crate::cli::review_file::{ReviewFile, today};
use crate::cli::words::counted;
use crate::edits::{self, Dispatch};
use crate::exchange::{self, Outgoing};
use crate::model::{self, Review};
use crate::publish;
use crate::store::Store;

pub(super) struct Sending<'a> {
    pub(super) round: u32,
    pub(super) out: &'a Path,
    pub(super) overriding: &'a str,
    pub(super) packs: Option<&'a Path>,
}

#[derive(Serialize)]
struct Answer {
    round: u32,
    files: Vec<File>,
}

#[derive(Serialize)]
struct File {
    file: String,
    member: String,
    paragraphs: usize,
    notes: Vec<String>,
}

pub(super) fn run(
    review: &ReviewFile,
    sending: &Sending<'_>,
    json: bool,
    console: &mut Console,
) -> Result<Ending, Fault> {
    let mut store = review.open_to_change()?;
    let before = store.load()?;
    let round = round(&before, sending.round)?;
    make_folder(sending.out)?;
    let goes_out_now = !round.is_sent();
    if goes_out_now {
        let dispatch = Dispatch {
            at: chrono::Local::now().to_rfc3339_opts(chrono::SecondsFormat::Secs, false),
            who: review.who(),
            overriding: sending.overriding.to_owned(),
        };
        edits::send_round(&mut store, round.id, &dispatch)?;
    }
    let files = match written(&store, sending) {
        Ok(files) => files,
        Err(fault) => {
            // A round of which nothing could be written has not gone out.
            if goes_out_now {
                store.undo()?;
            }
            return Err(fault);
        }
    };
    if json {
        console.json(&Answer {
            round: sending.round,
            files,
        })?;
        return Ok(Ending::Done);
    }
    for file in files {
        console.say(&format!(
            "{}  {}",
            file.file,
            counted(file.paragraphs, "paragraph", "paragraphs")
        ))?;
        for note in &file.notes {
            console.tell(note);
        }
    }
    Ok(Ending::Done)
}

fn round(review: &Review, number: u32) -> Result<&model::Round, Fault> {
    let mut rounds = review.rounds.iter();
    rounds.find(|round| round.number == number).ok_or_else(|| {
        Fault::said(match review.rounds.len() {
            0 => "There is no round yet. Begin one in the room Panel.".to_owned(),
            count => format!(
                "There is no round {number}; there {}. Begin another in the room Panel.",
                match count {
                    1 => "is one".to_owned(),
                    count => format!("are {count}"),
                }
            ),
        })
    })
}

fn written(store: &Store, sending: &Sending<'_>) -> Result<Vec<File>, Fault> {
    let review = store.load()?;
    let round = round(&review, sending.round)?;
    let mut outgoing = exchange::documents(&review, round, today())?;
    if let Some(path) = sending.packs {
        let passphrase = passphrase::of_file(path)?;
        outgoing.extend(exchange::packs(&review, round, &passphrase)?);
    }
    outgoing
        .into_iter()
        .map(|one| keep(&review, sending.out, one))
        .collect()
}

fn keep(review: &Review, folder: &Path, outgoing: Outgoing) -> Result<File, Fault> {
    let path = folder.join(&outgoing.file_name);
    publish::save(&path, &outgoing.bytes)?;
    let member = review
        .sending(outgoing.sending)
        .and_then(|(_, sending)| review.member(sending.member));
    Ok(File {
        file: path.display().to_string(),
        member: member.map_or_else(String::new, |member| member.name.clone()),
        paragraphs: outgoing.paragraphs,
        notes: outgoing.notes,
    })
}
