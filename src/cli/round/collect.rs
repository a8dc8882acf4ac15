use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::cli::console::Console;
use crate::cli::ending::{Ending, Fault};
use crate::cli::passphrase;
use crate::cli::review_file::ReviewFile;
use crate::cli::words::counted;
use crate::edits::{self, GatheredFile};
use crate::exchange;
use crate::model::{Reply, Review};
use crate::store::Passphrase;

/// No draft with comments is larger; reading more could exhaust the machine.
const LARGEST: u64 = 200 << 20;

#[derive(Serialize)]
struct Answer {
    files: Vec<File>,
}

#[derive(Serialize, Default)]
struct File {
    file: String,
    /// Why it could not be taken.
    problem: Option<String>,
    member: String,
    round: Option<u32>,
    added: usize,
    known: usize,
    unanchored: usize,
    again: bool,
    notes: Vec<String>,
}

pub(super) fn run(
    review: &ReviewFile,
    paths: &[PathBuf],
    packs: Option<&Path>,
    json: bool,
    console: &mut Console,
) -> Result<Ending, Fault> {
    let passphrase = packs.map(passphrase::of_file).transpose()?;
    let mut store = review.open_to_change()?;
    let before = store.load()?;
    let read: Vec<(String, Result<Reply, String>)> = paths
        .iter()
        .map(|path| {
            let reply = read(&before, path, passphrase.as_ref());
            (path.display().to_string(), reply)
        })
        .collect();
    let replies: Vec<Reply> = read
        .iter()
        .filter_map(|(_, reply)| reply.clone().ok())
        .collect();
    let mut gathered = Vec::new().into_iter();
    if !replies.is_empty() {
        gathered = edits::collect_replies(&mut store, &replies)?
            .value
            .files
            .into_iter();
    }
    let files: Vec<File> = read
        .into_iter()
        .map(|(path, reply)| match reply {
            Ok(reply) => taken(&before, path, reply, gathered.next()),
            Err(problem) => File {
                file: path,
                problem: Some(problem),
                ..File::default()
            },
        })
        .collect();
    let ending = match files.iter().any(|file| file.problem.is_some()) {
        true => Ending::No,
        false => Ending::Done,
    };
    if json {
        console.json(&Answer { files })?;
    } else {
        tell(&files, console)?;
    }
    Ok(ending)
}

fn read(review: &Review, path: &Path, passphrase: Option<&Passphrase>) -> Result<Reply, String> {
    let unreadable =
        |error: std::io::Error| format!("{} could not be read ({error}).", path.display());
    let size = std::fs::metadata(path).map_err(unreadable)?.len();
    if size > LARGEST {
        return Err(format!(
            "{} is larger than a draft with comments can be ({} MB). Ask the member for the file that they were sent.",
            path.display(),
            size >> 20
        ));
    }
    let bytes = std::fs::read(path).map_err(unreadable)?;
    exchange::read_reply(review, &path.to_string_lossy(), &bytes, passphrase)
        .map_err(|error| error.to_string())
}

fn taken(review: &Review, path: String, reply: Reply, gathered: Option<GatheredFile>) -> File {
    let mut file = File {
        file: path,
        notes: reply.notes,
        ..File::default()
    };
    if let Some(gathered) = gathered {
        let member = review.member(gathered.member);
        file.member = member.map_or_else(String::new, |member| member.name.clone());
        file.round = Some(gathered.round);
        file.added = gathered.added;
        file.known = gathered.known;
        file.unanchored = gathered.unanchored;
        file.again = gathered.again;
    }
    file
}

fn tell(files: &[File], console: &mut Console) -> Result<(), Fault> {
    for file in files {
        if let Some(problem) = &file.problem {
            console.tell(problem);
            continue;
        }
        let mut line = format!(
            "{}  round {}, {}: {} added",
            file.file,
            file.round.unwrap_or_default(),
            file.member,
            counted(file.added, "comment", "comments")
        );
        if file.known > 0 {
            line.push_str(&format!(", {} known already", file.known));
        }
        console.say(&line)?;
        for note in &file.notes {
            console.tell(note);
        }
    }
    Ok(())
}
