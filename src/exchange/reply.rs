//! A file that came back: whose it is, and what it says.

use std::path::Path;

use sha2::{Digest, Sha256};

use super::copy;
use super::mark::{hexadecimal, is_token};
use super::sheet::Sheet;
use super::{ExchangeError, origin, pack, placing, word};
use crate::model::{CommentKind, Reply, Returned, Review, Round, Sending};
use crate::store::Passphrase;

/// Reads a file that came back, a Word file or a pack; which, is told by its content. `passphrase` is asked for by a pack alone
/// ([`ExchangeError::NeedsPassphrase`]).
pub fn read_reply(
    review: &Review,
    file_name: &str,
    bytes: &[u8],
    passphrase: Option<&Passphrase>,
) -> Result<Reply, ExchangeError> {
    let name = Path::new(file_name).file_name().unwrap_or_default();
    let file = name.to_string_lossy().into_owned();
    not_a_reply(&file, bytes)?;
    let (token, comments, notes) = if pack::is_pack(bytes) {
        from_pack(review, &file, bytes, passphrase)?
    } else {
        from_word(review, &file, bytes)?
    };
    Ok(Reply {
        token,
        file,
        sha256: hexadecimal(&Sha256::digest(bytes)),
        comments,
        notes,
    })
}

type Said = (String, Vec<Returned>, Vec<String>);

fn from_word(review: &Review, file: &str, bytes: &[u8]) -> Result<Said, ExchangeError> {
    let found = word::read(file, bytes)?;
    let (round, sending) = answered(review, file, &found.tokens)?;
    let copy = copy::copy_of(review, round, sending)?;
    let (comments, notes) = placing::placed(found, &Sheet::of(&copy));
    Ok((sending.token.clone(), comments, notes))
}

fn from_pack(
    review: &Review,
    file: &str,
    bytes: &[u8],
    passphrase: Option<&Passphrase>,
) -> Result<Said, ExchangeError> {
    let Some(passphrase) = passphrase else {
        return Err(ExchangeError::NeedsPassphrase {
            file: file.to_owned(),
        });
    };
    let pack = pack::open_pack(file, bytes, passphrase)?;
    let (_, sending) = answered(review, file, std::slice::from_ref(&pack.copy.token))?;
    let mut comments: Vec<Returned> = pack
        .comments
        .iter()
        .enumerate()
        .map(|(at, comment)| Returned {
            author: comment.author.clone(),
            at: comment.at.clone(),
            kind: CommentKind::Remark,
            paragraph: comment.paragraph.filter(|id| pack.copy.has(*id)),
            quoted: comment.quoted.clone(),
            text: comment.text.clone(),
            answers: comment.answers.filter(|parent| *parent < at),
            origin: String::new(),
        })
        .collect();
    origin::give(&mut comments);
    let notes = match comments.is_empty() {
        true => vec!["There is no comment in the pack.".to_owned()],
        false => Vec::new(),
    };
    Ok((sending.token.clone(), comments, notes))
}

/// The sending that carries one of the tokens, the surest first.
fn answered<'a>(
    review: &'a Review,
    file: &str,
    tokens: &[String],
) -> Result<(&'a Round, &'a Sending), ExchangeError> {
    let mut marked = false;
    for token in tokens.iter().filter(|token| is_token(token)) {
        marked = true;
        for round in &review.rounds {
            let mut sendings = round.sendings.iter();
            if let Some(sending) =
                sendings.find(|sending| sending.token.eq_ignore_ascii_case(token))
            {
                return Ok((round, sending));
            }
        }
    }
    let file = file.to_owned();
    Err(if marked {
        ExchangeError::OtherReview { file }
    } else {
        ExchangeError::NotOurs { file }
    })
}

const SAVE_AS_WORD: &str =
    "Open it in its own program, save it as a Word file (.docx), and collect that.";

/// Beginnings of files that members send by mistake.
const OTHERS: [(&[u8], &str, &str); 4] = [
    (
        b"%PDF",
        "a PDF document",
        "Comments in a PDF are not read. Enter them by hand, or ask for the Word file.",
    ),
    (
        b"\xD0\xCF\x11\xE0",
        "an old Word document (.doc), or protected by a password",
        "Open it in Word, save it as a Word file (.docx) without a password, and collect that.",
    ),
    (b"{\\rtf", "a rich-text (RTF) document", SAVE_AS_WORD),
    (b"<", "a web page or plain XML", SAVE_AS_WORD),
];

fn not_a_reply(file: &str, bytes: &[u8]) -> Result<(), ExchangeError> {
    let refused = |what, advice| {
        Err(ExchangeError::NotReadable {
            file: file.to_owned(),
            what,
            advice,
        })
    };
    if bytes.is_empty() {
        return refused("empty", "Ask the member to send it again.");
    }
    for (beginning, what, advice) in OTHERS {
        if bytes.starts_with(beginning) {
            return refused(what, advice);
        }
    }
    if !bytes.starts_with(b"PK") {
        return refused(
            "no Word file",
            "Ask the member for the file that they wrote into.",
        );
    }
    Ok(())
}
