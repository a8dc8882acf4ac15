use std::collections::BTreeSet;

use crate::model::{
    Collected, CollectedId, Comment, CommentId, Disposition, MemberId, Reply, Returned, SendingId,
};
use crate::store::{self, Op, Outcome, Store, StoreError, Tx};

use super::words::counted;

/// What came of collecting, in the order of the files.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Gathered {
    pub files: Vec<GatheredFile>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GatheredFile {
    /// Its name, without its folder.
    pub file: String,
    pub sending: SendingId,
    pub member: MemberId,
    /// Number of the round that it answers.
    pub round: u32,
    /// Comments that were not there before.
    pub added: usize,
    /// Of those, how many have no place in the draft.
    pub unanchored: usize,
    /// Comments that an earlier file had brought.
    pub known: usize,
    /// This very file was collected before.
    pub again: bool,
}

/// Takes what members sent back into the ledger, all files in one step. A comment is taken once, by its origin: the same file again adds
/// nothing, a newer one what is new. A file that answers no sending of this review is refused, and then nothing of the others is taken.
pub fn collect_replies(
    store: &mut Store,
    replies: &[Reply],
) -> Result<Outcome<Gathered>, StoreError> {
    store.transact(Op::new("Collect comments"), |tx| {
        let mut gathered = Gathered::default();
        let mut rounds = BTreeSet::new();
        for reply in replies {
            let file = collect(tx, reply)?;
            rounds.insert(file.round);
            gathered.files.push(file);
        }
        let added = gathered.files.iter().map(|file| file.added).sum();
        tx.relabel(format!(
            "Collect comments of {} ({})",
            spoken(&rounds),
            counted(added, "comment", "comments")
        ));
        Ok(gathered)
    })
}

fn spoken(rounds: &BTreeSet<u32>) -> String {
    let numbers: Vec<String> = rounds.iter().map(u32::to_string).collect();
    match numbers.as_slice() {
        [one] => format!("round {one}"),
        several => format!("rounds {}", several.join(", ")),
    }
}

fn collect(tx: &mut Tx<'_>, reply: &Reply) -> Result<GatheredFile, StoreError> {
    let rounds = tx.rounds()?;
    let answered = rounds.iter().find_map(|round| {
        let sending = round.sendings.iter().find(|s| s.token == reply.token)?;
        Some((round.number, sending.clone()))
    });
    let Some((round, mut sending)) = answered else {
        return Err(StoreError::Refused(format!(
            "“{}” answers nothing that this review has sent out. It may belong to another review. No file was collected; leave it \
             out and collect the others again.",
            reply.file
        )));
    };
    let mut file = GatheredFile {
        file: reply.file.clone(),
        sending: sending.id,
        member: sending.member,
        round,
        added: 0,
        unanchored: 0,
        known: 0,
        again: false,
    };
    let earlier = tx.collected()?;
    file.again = earlier
        .iter()
        .any(|one| one.sending == sending.id && one.sha256 == reply.sha256);
    take_comments(tx, reply, &mut file)?;
    if file.again && file.added == 0 {
        return Ok(file);
    }
    let now = store::now();
    tx.add_collected(&Collected {
        id: CollectedId(0),
        sending: sending.id,
        file: reply.file.clone(),
        sha256: reply.sha256.clone(),
        at: now.clone(),
        added: u32::try_from(file.added).unwrap_or(u32::MAX),
    })?;
    if sending.replied.is_empty() {
        sending.replied = now;
        tx.change_sending(&sending)?;
    }
    Ok(file)
}

fn take_comments(
    tx: &mut Tx<'_>,
    reply: &Reply,
    file: &mut GatheredFile,
) -> Result<(), StoreError> {
    let mut known: Vec<(String, CommentId)> = tx
        .comments()?
        .into_iter()
        .filter(|comment| comment.sending == file.sending && !comment.origin.is_empty())
        .map(|comment| (comment.origin, comment.id))
        .collect();
    known.sort();
    let mut ids: Vec<CommentId> = Vec::with_capacity(reply.comments.len());
    for returned in &reply.comments {
        let place = known.binary_search_by(|(origin, _)| origin.cmp(&returned.origin));
        let id = match place {
            Ok(place) => {
                file.known += 1;
                known[place].1
            }
            Err(place) => {
                let answers = returned.answers.and_then(|at| ids.get(at).copied());
                let id = tx.add_comment(&comment(file.sending, returned, answers))?;
                file.added += 1;
                file.unanchored += usize::from(returned.paragraph.is_none());
                known.insert(place, (returned.origin.clone(), id));
                id
            }
        };
        ids.push(id);
    }
    Ok(())
}

fn comment(sending: SendingId, returned: &Returned, answers: Option<CommentId>) -> Comment {
    Comment {
        id: CommentId(0),
        sending,
        author: returned.author.clone(),
        at: returned.at.clone(),
        kind: returned.kind,
        paragraph: returned.paragraph,
        quoted: returned.quoted.clone(),
        text: returned.text.clone(),
        answers,
        origin: returned.origin.clone(),
        objection: false,
        repeats: None,
        disposition: Disposition::Open,
        reason: String::new(),
        change: String::new(),
    }
}
