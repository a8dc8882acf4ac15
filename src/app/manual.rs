//! The manual: one page a screen, written in `manual/` and shown by F1.

use super::{Room, Screen};

/// The page of a screen, in a small part of Markdown: see [`blocks`].
pub fn page(screen: Screen) -> &'static str {
    match screen {
        Screen::Start => include_str!("manual/start.md"),
        Screen::Room(Room::Overview) => include_str!("manual/overview.md"),
        Screen::Room(Room::Chronology) => include_str!("manual/chronology.md"),
        Screen::Room(Room::Import) => include_str!("manual/import.md"),
        Screen::Room(Room::Analysis) => include_str!("manual/analysis.md"),
        Screen::Room(Room::Draft) => include_str!("manual/draft.md"),
        Screen::Room(Room::Recommendations) => include_str!("manual/recommendations.md"),
        Screen::Room(Room::Panel) => include_str!("manual/panel.md"),
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
        let mut screens = vec![Screen::Start];
        screens.extend(Room::ALL.map(Screen::Room));
        for screen in screens {
            let blocks = blocks(page(screen));
            assert!(
                matches!(blocks.first(), Some(Block::Title(_))),
                "{screen:?}"
            );
            assert!(blocks.len() > 4, "{screen:?}");
        }
    }
}
