use clap::Args;
use serde::Serialize;

use super::console::Console;
use super::ending::{Ending, Fault};
use super::review_file::ReviewFile;
use super::table;

/// List who did what, newest first
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  lantern history anna.lantern --limit 20")]
pub(super) struct History {
    #[command(flatten)]
    review: ReviewFile,
    /// At most so many rows [default: all]
    #[arg(long, value_name = "NUMBER")]
    limit: Option<usize>,
    /// {rows: [{id, at, who, what, kind, hash}]}
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Rows {
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    id: i64,
    at: String,
    who: String,
    what: String,
    kind: &'static str,
    hash: String,
}

impl History {
    pub(super) fn run(self, console: &mut Console) -> Result<Ending, Fault> {
        let trail = self
            .review
            .open()?
            .audit(self.limit.unwrap_or(usize::MAX))?;
        let rows: Vec<Row> = trail
            .into_iter()
            .map(|row| Row {
                id: row.id,
                at: row.at,
                who: row.who,
                what: row.what,
                kind: row.kind.key(),
                hash: row.hash,
            })
            .collect();
        if self.json {
            console.json(&Rows { rows })?;
            return Ok(Ending::Done);
        }
        let cells: Vec<Vec<String>> = rows
            .into_iter()
            .map(|row| {
                vec![
                    row.id.to_string(),
                    row.at,
                    row.who,
                    row.kind.to_owned(),
                    row.what,
                ]
            })
            .collect();
        for line in table::lines(&["Row", "When (UTC)", "Who", "Kind", "What"], &cells, &[0]) {
            console.say(&line)?;
        }
        Ok(Ending::Done)
    }
}
