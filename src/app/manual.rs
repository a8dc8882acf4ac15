//! The manual: one page a screen, written in `manual/` and shown by F1.

use std::borrow::Cow;

use super::{ProgrammeRoom, Room, Screen};
use crate::checks::RULES;

/// The page of a screen, in a small part of Markdown: see [`blocks`].
pub fn page(screen: Screen) -> Cow<'static, str> {
    let written = written(screen);
    match screen {
        Screen::Room(Room::Publish) => format!("{written}\n{}", rules()).into(),
        _ => written.into(),
    }
}

/// Every rule that a report is held to, made from the heads of the rules themselves.
pub fn rules() -> String {
    let mut text = String::new();
    for rule in RULES {
        text.push_str(&format!("## Rule: {}\n\n", rule.title()));
        for paragraph in rule.paragraphs() {
            if let Some(name) = &paragraph.name {
                text.push_str(&format!("{name}: "));
            }
            text.push_str(&paragraph.text);
            text.push_str("\n\n");
        }
    }
    text
}

fn written(screen: Screen) -> &'static str {
    match screen {
        Screen::Start => include_str!("manual/start.md"),
        Screen::Room(Room::Overview) => include_str!("manual/overview.md"),
        Screen::Room(Room::Chronology) => include_str!("manual/chronology.md"),
        Screen::Room(Room::Import) => include_str!("manual/import.md"),
        Screen::Room(Room::Analysis) => include_str!("manual/analysis.md"),
        Screen::Room(Room::Draft) => include_str!("manual/draft.md"),
        Screen::Room(Room::Recommendations) => include_str!("manual/recommendations.md"),
        Screen::Room(Room::Panel) => include_str!("manual/panel.md"),
        Screen::Pack => include_str!("manual/pack.md"),
        Screen::Programme(ProgrammeRoom::Cohort) => include_str!("manual/cohort.md"),
        Screen::Programme(ProgrammeRoom::Groups) => include_str!("manual/groups.md"),
        Screen::Programme(ProgrammeRoom::Partners) => include_str!("manual/partners.md"),
        Screen::Programme(ProgrammeRoom::FollowUp) => include_str!("manual/follow_up.md"),
        Screen::Programme(ProgrammeRoom::Outcomes) => include_str!("manual/outcomes.md"),
        Screen::Programme(ProgrammeRoom::Report) => include_str!("manual/report.md"),
        Screen::Programme(ProgrammeRoom::Running) => include_str!("manual/running.md"),
        Screen::Room(Room::Publish) => include_str!("manual/publish.md"),
        Screen::Room(Room::PeopleAndAgencies) => include_str!("manual/people_and_agencies.md"),
    }
}

/// A piece of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    Title(String),
    Heading(String),
    Item(String),
    Paragraph(String),
}

/// `# ` begins the title, `## ` a heading, `- ` an item; other lines that follow each other are a paragraph.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut apart = true;
    for line in text.lines().map(str::trim) {
        if let Some(title) = line.strip_prefix("# ") {
            blocks.push(Block::Title(title.to_owned()));
        } else if let Some(heading) = line.strip_prefix("## ") {
            blocks.push(Block::Heading(heading.to_owned()));
        } else if let Some(item) = line.strip_prefix("- ") {
            blocks.push(Block::Item(item.to_owned()));
        } else if !line.is_empty() {
            match blocks.last_mut() {
                Some(Block::Item(text) | Block::Paragraph(text)) if !apart => {
                    text.push(' ');
                    text.push_str(line);
                }
                _ => blocks.push(Block::Paragraph(line.to_owned())),
            }
        }
        apart = line.is_empty() || line.starts_with('#');
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_falls_into_blocks() {
        let text = "# Title\n\nOne\ntwo.\n\n## Part\n- first\n  goes on\n- second\n\nEnd.";
        let expected = [
            Block::Title("Title".to_owned()),
            Block::Paragraph("One two.".to_owned()),
            Block::Heading("Part".to_owned()),
            Block::Item("first goes on".to_owned()),
            Block::Item("second".to_owned()),
            Block::Paragraph("End.".to_owned()),
        ];
        assert_eq!(blocks(text), expected);
    }

    #[test]
    fn every_screen_has_a_page_that_says_something() {
        let mut screens = vec![Screen::Start, Screen::Pack];
        screens.extend(Room::ALL.map(Screen::Room));
        screens.extend(ProgrammeRoom::ALL.map(Screen::Programme));
        for screen in screens {
            let blocks = blocks(&page(screen));
            assert!(
                matches!(blocks.first(), Some(Block::Title(_))),
                "{screen:?}"
            );
            assert!(blocks.len() > 4, "{screen:?}");
        }
    }
    #[test]
    fn every_rule_has_its_section_in_the_manual() {
        let page = page(Screen::Room(Room::Publish));
        let blocks = blocks(&page);
        for rule in RULES {
            let heading = Block::Heading(format!("Rule: {}", rule.title()));
            let at = blocks.iter().position(|block| *block == heading);
            let at = at.unwrap_or_else(|| panic!("{} has no section", rule.key));
            for (after, begins) in [(1, "What it finds: "), (2, "Why: "), (3, "What to do: ")] {
                let block = blocks.get(at + after);
                let Some(Block::Paragraph(text)) = block else {
                    panic!("{}: {block:?}", rule.key);
                };
                assert!(text.starts_with(begins), "{}: {text}", rule.key);
                assert!(!text.contains("**"), "{}: {text}", rule.key);
            }
        }
    }
}
