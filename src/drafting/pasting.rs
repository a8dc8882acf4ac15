//! What is pasted into the draft from a word processor, a spreadsheet or a message.

/// Lines up to this long may have been broken by the program that they come from.
const LONGEST_BROKEN: usize = 90;

/// The text as it would have been typed here: paragraphs of a word processor, which end with their line, are parted by blank lines;
/// its bullets are those of the draft; cells parted by tabs become a table. Whatever has blank lines already was parted by its writer.
pub fn pasted(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<String> = text.split('\n').map(of_line).collect();
    if is_table(&lines) {
        return table(&lines);
    }
    let written = lines.iter().filter(|line| !line.trim().is_empty());
    let has_blank = lines[..lines.len().saturating_sub(1)]
        .iter()
        .any(|line| line.trim().is_empty());
    let broken = written
        .clone()
        .all(|line| line.chars().count() <= LONGEST_BROKEN);
    if has_blank || broken && written.count() > 2 {
        return lines.join("\n");
    }
    let mut parted = String::with_capacity(text.len());
    for (at, line) in lines.iter().enumerate() {
        if at > 0 {
            let before = &lines[at - 1];
            let together =
                line.is_empty() || is_item(line) && (is_item(before) || before.ends_with(':'));
            parted.push_str(if together { "\n" } else { "\n\n" });
        }
        parted.push_str(line);
    }
    parted
}

/// Bullets come as a sign and a tab, numbers as “1.” and a tab.
fn of_line(line: &str) -> String {
    const BULLETS: [&str; 7] = ["•\t", "·\t", "o\t", "▪\t", "–\t", "-\t", "\u{f0b7}\t"];
    let line = line.trim_end();
    let words = line.trim_start();
    for bullet in BULLETS {
        if let Some(item) = words.strip_prefix(bullet) {
            return format!("- {}", item.trim_start());
        }
    }
    if let Some((number, item)) = words.split_once(".\t")
        && (1..=2).contains(&number.len())
        && number.bytes().all(|digit| digit.is_ascii_digit())
    {
        return format!("{number}. {}", item.trim_start());
    }
    line.to_owned()
}

fn is_item(line: &str) -> bool {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    line.starts_with("- ") || (1..=2).contains(&digits) && line[digits..].starts_with(". ")
}

/// At least two lines, each with as many tabs as the first.
fn is_table(lines: &[String]) -> bool {
    let rows: Vec<usize> = lines
        .iter()
        .filter(|line| !line.is_empty())
        .map(|line| line.matches('\t').count())
        .collect();
    rows.len() > 1 && rows[0] > 0 && rows.iter().all(|tabs| *tabs == rows[0])
}

fn table(lines: &[String]) -> String {
    let rows = lines.iter().filter(|line| !line.is_empty());
    let rows: Vec<String> = rows
        .map(|line| {
            let cells: Vec<String> = line.split('\t').map(cell).collect();
            format!("| {} |", cells.join(" | "))
        })
        .collect();
    rows.join("\n")
}

/// A bar would end the cell.
fn cell(text: &str) -> String {
    text.trim().replace('|', "/")
}
