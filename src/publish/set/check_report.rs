//! What the rules found and what the scan of the files found, as plain text that every reader opens.

use super::against::title;
use super::{Printable, SetOptions};
use crate::checks::Found;
use crate::dates;
use crate::model::{Review, Severity};
use crate::publish::characters::counted;
use crate::publish::{Edition, about};

const WIDTH: usize = 96;

/// `leaks` is how many places of the finished files still tell who somebody is.
pub(super) fn text(
    review: &Review,
    asked: &SetOptions,
    printable: &Printable<'_>,
    found: &Found,
    leaks: usize,
) -> String {
    let mut report = Report::default();
    let title_line = printable.words(about::title(&review.details));
    report.heading(&format!("Check report: {title_line}"), '=');
    report.paragraph(&format!(
        "{}, {} of {}.",
        printable.words(&about::label(review)),
        asked.edition.words(),
        dates::spoken_date(asked.today)
    ));
    if !asked.edition.marking().is_empty() {
        report.paragraph(asked.edition.marking());
    }
    scan(&mut report, asked, printable, leaks);
    standing(&mut report, asked, printable, found);
    let_stand(&mut report, review, printable, found);
    report.text
}

fn scan(report: &mut Report, asked: &SetOptions, printable: &Printable<'_>, leaks: usize) {
    report.heading("Names and other identities", '-');
    report.paragraph(&match (asked.edition, leaks) {
        (Edition::Working, _) => {
            "A working version holds the names as they are. Its files were not looked through.".to_owned()
        }
        (Edition::Publication, 0) => {
            "Every finished file was read again and looked through for everybody and everything in the register, and for identifiers of \
             anybody. Nothing was found."
                .to_owned()
        }
        (Edition::Publication, count) => format!(
            "{} found and let pass, because: {}",
            counted(count, "place was", "places were"),
            printable.words(asked.let_pass.leaks.trim())
        ),
    });
}

fn standing(report: &mut Report, asked: &SetOptions, printable: &Printable<'_>, found: &Found) {
    report.heading("Marks of the rules", '-');
    if found.marks.is_empty() {
        report.paragraph("The rules that this report is held to have found nothing.");
    }
    let reason = asked.let_pass.marks.trim();
    if found.against() > 0 && asked.edition == Edition::Publication && !reason.is_empty() {
        report.paragraph(&format!(
            "{} let pass, because: {}",
            counted(
                found.against(),
                "mark that must not stand was",
                "marks that must not stand were"
            ),
            printable.words(reason)
        ));
    }
    for severity in [Severity::Must, Severity::Should, Severity::May] {
        let marks = found.marks.iter();
        let marks: Vec<_> = marks.filter(|(of, _)| of.severity == severity).collect();
        if marks.is_empty() {
            continue;
        }
        report.paragraph(&format!("{} ({})", severity.words(), marks.len()));
        for (of, mark) in marks {
            let what = printable.words(&mark.what);
            report.item(&format!("{}. {what}", title(of.rule)));
            if !mark.instead.trim().is_empty() {
                report.below(&printable.words(&mark.instead));
            }
        }
        report.text.push('\n');
    }
}

fn let_stand(report: &mut Report, review: &Review, printable: &Printable<'_>, found: &Found) {
    report.heading("Marks that were decided to stand", '-');
    if found.suppressed.is_empty() {
        report.paragraph("None.");
    }
    for (of, mark, decided) in &found.suppressed {
        let what = printable.words(&mark.what);
        report.item(&format!("{}. {what}", title(of.rule)));
        if let Some(decided) = review.publishing.suppressed.get(*decided) {
            let day = decided.at.get(..10).unwrap_or(&decided.at);
            let day = day
                .parse()
                .map_or_else(|_| day.to_owned(), dates::spoken_date);
            let reason = printable.words(decided.reason.trim());
            report.below(&format!("Why: {reason} (decided on {day})"));
        }
    }
}

#[derive(Default)]
struct Report {
    text: String,
}

impl Report {
    fn heading(&mut self, words: &str, under: char) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        let line: String = words.chars().map(|_| under).take(WIDTH).collect();
        self.text.push_str(&format!("{words}\n{line}\n\n"));
    }

    fn paragraph(&mut self, words: &str) {
        self.wrapped("", "", words);
        self.text.push('\n');
    }

    fn item(&mut self, words: &str) {
        self.wrapped("- ", "  ", words);
    }

    fn below(&mut self, words: &str) {
        self.wrapped("  ", "  ", words);
    }

    fn wrapped(&mut self, first: &str, then: &str, words: &str) {
        let mut line = first.to_owned();
        let mut is_begun = false;
        for word in words.split_whitespace() {
            if is_begun && line.chars().count() + 1 + word.chars().count() > WIDTH {
                self.text.push_str(&line);
                self.text.push('\n');
                then.clone_into(&mut line);
                is_begun = false;
            }
            if is_begun {
                line.push(' ');
            }
            line.push_str(word);
            is_begun = true;
        }
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }
}
