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

/// Words of doubt are the writer’s, whoever the sentence is about.
const DOUBT: &str = "alleged";

/// May stand between somebody and what he or she did.
const BETWEEN: [&str; 44] = [
    "again", "allegedly", "also", "always", "and", "as", "at", "be", "been", "being", "consistently", "continued", "could", "deliberately",
    "did", "first", "frequently", "further", "generally", "had", "has", "have", "initially", "is", "largely", "later", "made", "often",
    "persistently", "remained", "repeatedly", "simply", "sometimes", "still", "subsequently", "then", "times", "to", "twice", "very",
    "was", "were", "who", "would",
];

pub(super) fn find(case: &Case<'_>, setting: &RuleSetting) -> Vec<Mark> {
    let victims = calling(case.review, Role::Victim);
    let wordings = Wordings::of(setting, &victims);
    let people = People {
        others: others(case),
        victims: lower(&victims),
    };
    let mut marks = Vec::new();
    for passage in case.passages() {
        for (stretch, range, wording) in wordings.in_passage(&passage) {
            let written = &stretch.text[range.clone()];
            let sentence = stretch.sentence(range.start);
            let before = stretch.text.get(sentence.start..range.start).unwrap_or_default();
            if !written.to_lowercase().starts_with(DOUBT) && people.is_done_by_others(before) {
                continue;
            }
            let what = match wording.why.trim() {
                "" => format!("{} has “{written}”.", passage.place),
                why => format!("{} has “{written}”. {why}", passage.place),
            };
            marks.push(passage.mark(written, what, wording.instead.clone()));
        }
    }
    once(marks)
}

/// Who is told of.
struct People {
    /// Of whom such words blame nobody who was harmed: the perpetrator, agencies, and those who work for them.
    others: WordFinder,
    victims: WordFinder,
}

fn others(case: &Case<'_>) -> WordFinder {
    const SERVICES: [&str; 26] = [
        "agenc*", "police", "officer*", "service*", "professional*", "practitioner*", "staff", "social worker*", "gp", "gps", "doctor*", "nurse*",
        "midwi*", "school*", "teacher*", "surgery", "hospital*", "trust", "council", "panel", "perpetrator", "constabulary", "team*",
        "provider", "board", "worker*",
    ];
    let mut words: Vec<String> = SERVICES.iter().map(|word| (*word).to_owned()).collect();
    words.extend(calling(case.review, Role::Perpetrator));
    let agencies = case.review.agencies.iter();
    words.extend(agencies.map(|agency| agency.name.clone()));
    lower(&words)
}

fn lower(words: &[String]) -> WordFinder {
    let words: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    WordFinder::of([&words])
}

impl People {
    /// Whether what stands before in the sentence makes it the deed of one of the others: named right before (“he repeatedly”), or named
    /// first, with nothing of the victim since (“Daniel missed two appointments and”).
    fn is_done_by_others(&self, before: &str) -> bool {
        let hits = self.others.in_text(before);
        let right_before = hits.iter().any(|hit| {
            let between = &before[hit.end..];
            between
                .split(|letter: char| !letter.is_alphanumeric())
                .filter(|word| !word.is_empty())
                .all(|word| BETWEEN.contains(&word.to_lowercase().as_str()))
        });
        let begins = hits.first().is_some_and(|hit| before[..hit.start].trim().is_empty());
        let mut last = before.split_whitespace().rev().take(3);
        let goes_on = last.any(|word| matches!(word, "and" | "or" | "but"));
        right_before || (begins && goes_on && self.victims.in_text(before).is_empty())
    }
}
