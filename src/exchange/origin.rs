//! What a comment is known by when it comes again.

use std::collections::HashMap;

use sha2::{Digest, Sha256};

use super::mark::hexadecimal;
use crate::model::{CommentKind, Returned};

/// Programs keep the time of a comment to the minute, the second or a part of it: `2026-03-04T10:15`.
const MINUTE: usize = 16;

/// Gives each comment its origin, from what it says and where: numbers in a file change whenever it is saved. Of comments that are the same
/// in all of it, the first in the file is the first again.
///
/// A change of the text is known by its words and place alone, so that it is the same whether it was still tracked or accepted already.
pub(super) fn give(comments: &mut [Returned]) {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for comment in comments {
        let place = comment.paragraph.map_or(0, |paragraph| paragraph.0);
        let text = comment
            .text
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let key = match comment.kind {
            CommentKind::Remark => {
                let minute: String = comment.at.chars().take(MINUTE).collect();
                format!("remark\n{}\n{minute}\n{place}\n{text}", comment.author)
            }
            CommentKind::Insertion => format!("insertion\n{place}\n{text}"),
            CommentKind::Deletion => format!("deletion\n{place}\n{text}"),
        };
        let number = seen.entry(key.clone()).or_default();
        *number += 1;
        let digest = Sha256::digest(format!("{key}\n{number}"));
        comment.origin = hexadecimal(&digest[..16]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ParagraphId;

    fn comment(kind: CommentKind, author: &str, at: &str, paragraph: i64, text: &str) -> Returned {
        Returned {
            author: author.to_owned(),
            at: at.to_owned(),
            kind,
            paragraph: Some(ParagraphId(paragraph)),
            quoted: String::new(),
            text: text.to_owned(),
            answers: None,
            origin: String::new(),
        }
    }

    #[test]
    fn the_same_comment_has_the_same_origin_and_others_have_others() {
        use CommentKind::{Deletion, Insertion, Remark};
        let at = "2026-03-04T10:15:00Z";
        let one = comment(Remark, "Amara Okafor", at, 4, "Not so.");
        for (other, same) in [
            (
                comment(
                    Remark,
                    "Amara Okafor",
                    "2026-03-04T10:15:42.5Z",
                    4,
                    "Not  so.",
                ),
                true,
            ),
            (
                comment(Remark, "Amara Okafor", "2026-03-04T10:16:00Z", 4, "Not so."),
                false,
            ),
            (comment(Remark, "Piotr Zielinski", at, 4, "Not so."), false),
            (comment(Remark, "Amara Okafor", at, 5, "Not so."), false),
            (comment(Insertion, "Amara Okafor", at, 4, "Not so."), false),
        ] {
            let mut both = [one.clone(), other];
            give(&mut both[..1]);
            give(&mut both[1..]);
            assert_eq!(both[0].origin == both[1].origin, same, "{:?}", both[1]);
        }
        let mut twice = [one.clone(), one.clone()];
        give(&mut twice);
        assert_ne!(twice[0].origin, twice[1].origin);
        let mut tracked = [comment(Deletion, "Amara Okafor", at, 4, "twice")];
        let mut accepted = [comment(Deletion, "", "", 4, "twice")];
        give(&mut tracked);
        give(&mut accepted);
        assert_eq!(tracked[0].origin, accepted[0].origin);
    }
}
