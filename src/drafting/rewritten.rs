//! Comments that their member wrote anew in a file sent later.

use std::collections::{HashMap, HashSet};

use super::likeness::WordCounts;
use crate::model::{Comment, CommentId, CommentKind, ParagraphId, SendingId};

/// Programs that keep the time of a comment when it is edited keep it to the minute at least: `2026-03-04T10:15`.
const MINUTE: usize = 16;
/// So alike are two wordings of one comment when they bear the same time; and when they do not, but are about the same words.
const ENOUGH_OF_ONE_TIME: f64 = 0.6;
const ENOUGH_OF_TWO_TIMES: f64 = 0.75;
/// Shorter remarks are alike by chance.
const FEWEST_WORDS: usize = 5;
/// Earlier comments at the same place that are looked at for each.
const FURTHEST: usize = 40;

/// What stands at one place: a member's remarks on a paragraph in one round, or their replies to one comment.
type Place<'a> = (SendingId, Option<ParagraphId>, Option<CommentId>, &'a str);

/// For each comment that seems to be written anew, the earlier one in whose place. Each takes the place of one at most, and is replaced by one
/// at most. What was typed in by hand is left out: its words can be changed where they stand.
pub(super) fn rewritten(comments: &[Comment]) -> HashMap<CommentId, CommentId> {
    let mut places: HashMap<Place, Vec<&Comment>> = HashMap::new();
    for comment in comments {
        if comment.kind == CommentKind::Remark && !comment.is_typed_by_hand() {
            let place = (
                comment.sending,
                comment.paragraph,
                comment.answers,
                comment.author.as_str(),
            );
            places.entry(place).or_default().push(comment);
        }
    }
    let mut found = HashMap::new();
    for mut at_one_place in places.into_values().filter(|all| all.len() > 1) {
        at_one_place.sort_by(|one, other| (&one.at, one.id).cmp(&(&other.at, other.id)));
        found.extend(pairs(&at_one_place));
    }
    found
}

/// `comments` in the order in which they were written, as far as that is known.
fn pairs(comments: &[&Comment]) -> Vec<(CommentId, CommentId)> {
    let words: Vec<WordCounts> = comments
        .iter()
        .map(|comment| WordCounts::of(&comment.text))
        .collect();
    let mut replaced = HashSet::new();
    let mut pairs = Vec::new();
    for newer in 1..comments.len() {
        let earlier = (newer.saturating_sub(FURTHEST)..newer)
            .filter(|at| !replaced.contains(at))
            .filter(|&at| comments[at].text != comments[newer].text)
            .filter_map(|at| {
                let likeness = words[at].likeness(&words[newer]);
                let fewest = words[at].total().min(words[newer].total());
                let enough = enough(comments[at], comments[newer], fewest)?;
                (likeness >= enough).then_some((likeness, at))
            })
            .max_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
        if let Some((_, at)) = earlier {
            replaced.insert(at);
            pairs.push((comments[newer].id, comments[at].id));
        }
    }
    pairs
}

/// How alike the two must be; `None`: they are two comments, however alike.
fn enough(earlier: &Comment, newer: &Comment, fewest: usize) -> Option<f64> {
    let minute = |comment: &Comment| comment.at.get(..MINUTE).map(str::to_owned);
    if minute(earlier).is_some() && minute(earlier) == minute(newer) {
        return Some(ENOUGH_OF_ONE_TIME);
    }
    let of_the_same_words = !newer.quoted.trim().is_empty() && earlier.quoted == newer.quoted;
    (of_the_same_words && fewest >= FEWEST_WORDS).then_some(ENOUGH_OF_TWO_TIMES)
}
