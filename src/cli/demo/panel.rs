//! The panel and its rounds, in the demonstration.

use std::path::Path;

use chrono::NaiveDate;

use crate::checks;
use crate::cli::console::Console;
use crate::cli::ending::Fault;
use crate::cli::words::counted;
use crate::model::{Review, Round};
use crate::{exchange, publish};

/// Says how the panel was heard, writes what each member got in the last round, and reads it again. Whether each file is known as what it is, with
/// nothing said in it.
pub(super) fn rounds(
    review: &Review,
    folder: &Path,
    today: NaiveDate,
    console: &mut Console,
) -> Result<bool, Fault> {
    let not_heard = checks::not_heard(review).len();
    console.say(&format!(
        "\nThe panel: {}, {}, {}; not heard: {}",
        counted(review.members.len(), "member", "members"),
        counted(review.rounds.len(), "round", "rounds"),
        counted(review.comments.len(), "comment", "comments"),
        counted(not_heard, "objection", "objections"),
    ))?;
    let sent = review.rounds.iter().rfind(|round| round.is_sent());
    sent.map_or(Ok(true), |round| {
        last(review, round, folder, today, console)
    })
}

fn last(
    review: &Review,
    round: &Round,
    folder: &Path,
    today: NaiveDate,
    console: &mut Console,
) -> Result<bool, Fault> {
    let mut strange = 0;
    for one in exchange::documents(review, round, today)? {
        let path = folder.join(&one.file_name);
        publish::save(&path, &one.bytes)?;
        console.say(&format!("  {}", path.display()))?;
        let reply = exchange::read_reply(review, &one.file_name, &one.bytes, None)?;
        let sendings = &round.sendings;
        let is_known = sendings
            .iter()
            .any(|sending| sending.id == one.sending && sending.token == reply.token);
        strange += usize::from(!is_known || !reply.comments.is_empty());
    }
    console.say(&match strange {
        0 => "  Read again, each is known as its member’s, with no comment in it.".to_owned(),
        count => format!(
            "  Read again, {} NOT what was sent.",
            counted(count, "file is", "files are")
        ),
    })?;
    Ok(strange == 0)
}
