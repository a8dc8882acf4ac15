//! What the buttons above the text do to it: marks are put where the chair would type them, and taken away again.

use std::ops::Range;

/// What a stretch of text can be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Heading,
    SmallerHeading,
    Bullets,
    Numbers,
    Quotation,
    Table,
    Footnote,
    Stressed,
    Strong,
}

/// A text and what of it is chosen, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shaped {
    pub text: String,
    pub chosen: Range<usize>,
}

impl Shape {
    pub const ALL: [Self; 9] = [
        Self::Heading,
        Self::SmallerHeading,
        Self::Bullets,
        Self::Numbers,
        Self::Quotation,
        Self::Table,
        Self::Footnote,
        Self::Stressed,
        Self::Strong,
    ];

    pub fn words(self) -> &'static str {
        match self {
            Self::Heading => "Heading",
            Self::SmallerHeading => "Smaller heading",
            Self::Bullets => "List",
            Self::Numbers => "Numbered list",
            Self::Quotation => "Quotation",
            Self::Table => "Table",
            Self::Footnote => "Footnote",
            Self::Stressed => "Stressed",
            Self::Strong => "Strong",
        }
    }

    /// The text with `chosen` made this; what already was all of it is made plain again.
    pub fn of(self, text: &str, chosen: Range<usize>) -> Shaped {
        let chosen = inside(text, chosen);
        match self {
            Self::Heading
            | Self::SmallerHeading
            | Self::Bullets
            | Self::Numbers
            | Self::Quotation => self.of_lines(text, chosen),
            Self::Table => table(text, chosen),
            Self::Footnote => footnote(text, chosen),
            Self::Stressed => between(text, chosen, "*"),
            Self::Strong => between(text, chosen, "**"),
        }
    }

    fn of_lines(self, text: &str, chosen: Range<usize>) -> Shaped {
        let lines = lines_of(text, &chosen);
        let old = &text[lines.clone()];
        let already = old
            .lines()
            .filter(|line| !line.trim().is_empty())
            .all(|line| marked(line).0 == Some(self))
            && !old.trim().is_empty();
        let mut number = 0;
        let mut new: Vec<String> = Vec::new();
        for line in old.split('\n') {
            let words = marked(line).1;
            if already || (line.trim().is_empty() && old.contains('\n')) {
                new.push(words.to_owned());
                continue;
            }
            number += 1;
            new.push(format!("{}{words}", self.mark(number)));
        }
        let new = new.join("\n");
        let text = format!("{}{new}{}", &text[..lines.start], &text[lines.end..]);
        let end = lines.start + new.len();
        let start = if old.contains('\n') { lines.start } else { end };
        Shaped {
            text,
            chosen: start..end,
        }
    }

    fn mark(self, number: usize) -> String {
        match self {
            Self::Heading => "# ".to_owned(),
            Self::SmallerHeading => "## ".to_owned(),
            Self::Bullets => "- ".to_owned(),
            Self::Quotation => "> ".to_owned(),
            _ => format!("{number}. "),
        }
    }
}

/// What Enter does at `caret` in a list or quotation: it goes on with the next item, and an item left empty ends it. `None` where Enter only
/// breaks the line.
pub fn next_line(text: &str, caret: usize) -> Option<Shaped> {
    let caret = inside(text, caret..caret).start;
    let line = lines_of(text, &(caret..caret));
    let (shape, words) = marked(&text[line.clone()]);
    let shape = shape
        .filter(|shape| matches!(shape, Shape::Bullets | Shape::Numbers | Shape::Quotation))?;
    let mark = &text[line.start..line.end - words.len()];
    if caret < line.start + mark.len() {
        return None;
    }
    if words.trim().is_empty() {
        return Some(Shaped {
            text: format!("{}{}", &text[..line.start], &text[line.end..]),
            chosen: line.start..line.start,
        });
    }
    let digits: String = mark.chars().filter(char::is_ascii_digit).collect();
    let number = digits.parse::<usize>().map_or(1, |number| number + 1);
    let opening = format!("\n{}", shape.mark(number));
    let at = caret + opening.len();
    Some(Shaped {
        text: format!(
            "{}{opening}{}",
            &text[..caret],
            text[caret..].trim_start_matches(' ')
        ),
        chosen: at..at,
    })
}

/// The mark that a line begins with, and what comes after it.
fn marked(line: &str) -> (Option<Shape>, &str) {
    const MARKS: [(&str, Shape); 5] = [
        ("## ", Shape::SmallerHeading),
        ("# ", Shape::Heading),
        ("- ", Shape::Bullets),
        ("• ", Shape::Bullets),
        ("> ", Shape::Quotation),
    ];
    for (mark, shape) in MARKS {
        if let Some(words) = line.strip_prefix(mark) {
            return (Some(shape), words);
        }
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &line[digits..];
    let item = rest.strip_prefix(". ").or_else(|| rest.strip_prefix(") "));
    match item {
        Some(words) if (1..=2).contains(&digits) => (Some(Shape::Numbers), words),
        _ => (None, line),
    }
}

/// Whole lines, from the first to the last that is touched.
fn lines_of(text: &str, chosen: &Range<usize>) -> Range<usize> {
    let start = text[..chosen.start].rfind('\n').map_or(0, |at| at + 1);
    let last = chosen.end.max(start);
    let end = text[last..].find('\n').map_or(text.len(), |at| last + at);
    start..end
}

/// Puts marks around each line of what is chosen, or around the word at the caret; takes them away where they are there.
fn between(text: &str, chosen: Range<usize>, mark: &str) -> Shaped {
    let chosen = if chosen.is_empty() {
        word_at(text, chosen.start)
    } else {
        chosen
    };
    if !chosen.is_empty() && text[chosen.clone()].trim().is_empty() {
        let text = text.to_owned();
        return Shaped { text, chosen };
    }
    let around = text[..chosen.start].ends_with(mark) && text[chosen.end..].starts_with(mark);
    let other = mark.len() == 1
        && text[..chosen.start].ends_with("**")
        && !text[..chosen.start].ends_with("***");
    if around && !other {
        let (from, to) = (chosen.start - mark.len(), chosen.end - mark.len());
        let words = &text[chosen.clone()];
        let text = format!(
            "{}{words}{}",
            &text[..from],
            &text[chosen.end + mark.len()..]
        );
        return Shaped {
            text,
            chosen: from..to,
        };
    }
    let lines: Vec<String> = text[chosen.clone()]
        .split('\n')
        .map(|line| with_marks(line, mark))
        .collect();
    let words = if chosen.is_empty() {
        format!("{mark}{mark}")
    } else {
        lines.join("\n")
    };
    let shaped = format!("{}{words}{}", &text[..chosen.start], &text[chosen.end..]);
    let chosen = match lines.len() {
        1 => {
            let blank = words.len() - words.trim_start().len();
            let end = chosen.start + words.trim_end().len() - mark.len();
            chosen.start + blank + mark.len()..end
        }
        _ => chosen.start..chosen.start + words.len(),
    };
    Shaped {
        text: shaped,
        chosen,
    }
}

/// The marks stand at the words, not at the space around them.
fn with_marks(line: &str, mark: &str) -> String {
    let words = line.trim();
    if words.is_empty() {
        return line.to_owned();
    }
    let before = &line[..line.len() - line.trim_start().len()];
    let after = &line[line.trim_end().len()..];
    format!("{before}{mark}{words}{mark}{after}")
}

fn word_at(text: &str, caret: usize) -> Range<usize> {
    let is_word = |letter: &char| letter.is_alphanumeric() || matches!(letter, '’' | '\'' | '-');
    let before: usize = text[..caret]
        .chars()
        .rev()
        .take_while(is_word)
        .map(char::len_utf8)
        .sum();
    let after: usize = text[caret..]
        .chars()
        .take_while(is_word)
        .map(char::len_utf8)
        .sum();
    caret - before..caret + after
}

fn footnote(text: &str, chosen: Range<usize>) -> Shaped {
    const OPENING: &str = "[note: ";
    let words = text[chosen.clone()].replace('\n', " ");
    let at = chosen.start + OPENING.len();
    Shaped {
        text: format!(
            "{}{OPENING}{words}]{}",
            &text[..chosen.start],
            &text[chosen.end..]
        ),
        chosen: at..at + words.len(),
    }
}

/// Lines whose cells are parted by tabs, as they are pasted from a spreadsheet, become a table; else an empty one begins below.
fn table(text: &str, chosen: Range<usize>) -> Shaped {
    const FIRST: &str = "First column";
    let lines = lines_of(text, &chosen);
    let old = &text[lines.clone()];
    if old.contains('\t') {
        let rows: Vec<String> = old
            .lines()
            .map(|line| {
                let cells: Vec<String> = line
                    .split('\t')
                    .map(|cell| cell.trim().replace('|', "/"))
                    .collect();
                format!("| {} |", cells.join(" | "))
            })
            .collect();
        let rows = rows.join("\n");
        return Shaped {
            text: format!("{}{rows}{}", &text[..lines.start], &text[lines.end..]),
            chosen: lines.start..lines.start + rows.len(),
        };
    }
    let below = if old.trim().is_empty() { "" } else { "\n" };
    let empty = format!("{below}| {FIRST} | Second column |\n|  |  |");
    let at = lines.end + below.len() + "| ".len();
    Shaped {
        text: format!("{}{empty}{}", &text[..lines.end], &text[lines.end..]),
        chosen: at..at + FIRST.len(),
    }
}

/// The range, inside the text and between its letters.
fn inside(text: &str, range: Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(range.start.min(range.end));
    let end = text.floor_char_boundary(range.end.max(range.start));
    start..end
}
