//! Words that blame the person who was harmed.
//!
//! **What it finds.** Wordings that put on the victim what was the perpetrator's doing or an agency's task (“failed to disclose”, “chose to
//! stay”), or that make abuse a quarrel between two (“volatile relationship”, “domestic incident”). What stands in quotation marks, or is
//! set apart as a quotation, is somebody else's and is left in peace, and so is what is said of the perpetrator or of a service.
//!
//! **Why.** The family will read it. The quality-assurance panel sends back what blames. Who “failed to disclose” was, as a rule, not asked.
//!
//! **What to do.** Say what was done, by whom, and what stood in her or his way. Where a record used the words, quote them.

use crate::checks::called::calling;
use crate::checks::prose::once;
use crate::checks::wording::Wordings;
use crate::checks::{Case, Mark};
use crate::chronology::WordFinder;
use crate::model::{Role, RuleSetting};

/// May stand between somebody and what he or she did.
const BETWEEN: [&str; 45] = [
    "a", "again", "allegedly", "also", "always", "and", "as", "at", "be", "been", "being", "consistently", "continued", "could", "deliberately",
    "did", "first", "frequently", "further", "generally", "had", "has", "have", "initially", "is", "largely", "later", "made", "often",
    "persistently", "remained", "repeatedly", "simply", "sometimes", "still", "subsequently", "then", "times", "to", "twice", "very",
    "was", "were", "who", "would",
];

pub(super) fn find(case: &Case<'_>, setting: &RuleSetting) -> Vec<Mark> {
    let wordings = Wordings::of(setting, &calling(case.review, Role::Victim));
    let others = others(case);
    let mut marks = Vec::new();
    for passage in case.passages() {
        for (stretch, range, wording) in wordings.in_passage(&passage) {
            if is_done_by(&others, &stretch.text[..range.start]) {
                continue;
            }
            let written = &stretch.text[range];
            let what = match wording.why.trim() {
                "" => format!("{} has “{written}”.", passage.place),
                why => format!("{} has “{written}”. {why}", passage.place),
            };
            marks.push(passage.mark(written, what, wording.instead.clone()));
        }
    }
    once(marks)
}

/// Of whom such words blame nobody who was harmed: the perpetrator, agencies, and those who work for them.
fn others(case: &Case<'_>) -> WordFinder {
    const SERVICES: [&str; 27] = [
        "agenc*", "police", "officer*", "service*", "professional*", "practitioner*", "staff", "social worker*", "gp", "gps", "doctor*", "nurse*",
        "midwi*", "school*", "teacher*", "surgery", "hospital*", "trust", "council", "they", "panel", "perpetrator", "constabulary", "team*",
        "provider", "board", "worker*",
    ];
    let mut words: Vec<String> = SERVICES.iter().map(|word| (*word).to_owned()).collect();
    let perpetrator = calling(case.review, Role::Perpetrator);
    words.extend(perpetrator.iter().map(|name| name.to_lowercase()));
    let agencies = case.review.agencies.iter();
    words.extend(agencies.map(|agency| agency.name.to_lowercase()));
    WordFinder::of([&words])
}

/// Whether the last one named before, with nothing but small words between, is one of them.
fn is_done_by(others: &WordFinder, before: &str) -> bool {
    let hits = others.in_text(before);
    hits.iter().any(|hit| {
        let between = &before[hit.end..];
        let between = between.strip_prefix("’s").unwrap_or(between);
        !between.contains(['.', ';', ':', '!', '?'])
            && between
                .split(|letter: char| !letter.is_alphanumeric())
                .filter(|word| !word.is_empty())
                .all(|word| BETWEEN.contains(&word.to_lowercase().as_str()))
    })
}
