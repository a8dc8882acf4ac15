use std::collections::HashSet;

/// Names of files of one round that every system can hold, no two the same.
#[derive(Default)]
pub(super) struct FileNames {
    taken: HashSet<String>,
}

/// Characters of a member's name: some file systems stop at 255 bytes, and folders have names, too.
const LONGEST: usize = 60;

impl FileNames {
    /// “Round 1 - Amara Okafor - confidential.docx”
    pub(super) fn name(&mut self, round: u32, member: &str, ending: &str) -> String {
        let allowed = |letter: char| !letter.is_control() && !"/\\:*?\"<>|".contains(letter);
        let letters: String = member
            .chars()
            .map(|letter| if allowed(letter) { letter } else { ' ' })
            .collect();
        let words = letters.split_whitespace().collect::<Vec<_>>().join(" ");
        let short: String = words.chars().take(LONGEST).collect();
        let who = match short.trim_matches(['.', ' ']) {
            "" => "a member",
            who => who,
        };
        for number in 1_u32.. {
            let again = match number {
                1 => String::new(),
                number => format!(" {number}"),
            };
            let name = format!("Round {round} - {who}{again} - confidential.{ending}");
            if self.taken.insert(name.to_lowercase()) {
                return name;
            }
        }
        String::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_whole_and_differ() {
        let mut names = FileNames::default();
        for (member, expected) in [
            ("Amara Okafor", "Round 2 - Amara Okafor - confidential.docx"),
            (
                "amara okafor",
                "Round 2 - amara okafor 2 - confidential.docx",
            ),
            (
                "../Åsa: “Vice\nChair”?",
                "Round 2 - Åsa “Vice Chair” - confidential.docx",
            ),
            ("", "Round 2 - a member - confidential.docx"),
        ] {
            assert_eq!(names.name(2, member, "docx"), expected);
        }
        assert!(names.name(2, &"Ọlá ".repeat(100), "docx").chars().count() < 100);
    }
}
