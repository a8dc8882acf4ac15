use crate::model::Details;

/// For whom an output is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Edition {
    /// For the panel: names as the agencies wrote them. It says so on every page.
    #[default]
    Working,
    /// For everybody: made of a review from which every identity was taken.
    Publication,
}

impl Edition {
    /// As in the manifest of a set.
    pub fn key(self) -> &'static str {
        match self {
            Self::Working => "working_version",
            Self::Publication => "publication",
        }
    }

    /// For sentences.
    pub fn words(self) -> &'static str {
        match self {
            Self::Working => "working version",
            Self::Publication => "publication",
        }
    }

    /// Stands on every page; empty for what is published.
    pub(super) fn marking(self) -> &'static str {
        match self {
            Self::Working => "Confidential – working version: names as the agencies wrote them",
            Self::Publication => "",
        }
    }

    /// Stands in the names of its files, so that none of them can be taken for one of the other edition.
    fn in_file_names(self) -> &'static str {
        match self {
            Self::Working => " - working version",
            Self::Publication => "",
        }
    }

    /// What the names of its files begin with: words that every file system takes.
    pub(super) fn beginning(self, details: &Details) -> String {
        let is_left_out = |c: &char| {
            matches!(
                c,
                '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*' | '“' | '”'
            )
        };
        let spaced = details
            .title
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c });
        let kept: String = spaced.filter(|c| !is_left_out(c)).collect();
        let words: Vec<&str> = kept.split_whitespace().collect();
        let title = words.join(" ");
        let title = title[..title.floor_char_boundary(MOST)]
            .trim_matches(|c: char| c == '.' || c.is_whitespace());
        let title = if title.is_empty() { "Review" } else { title };
        format!("{title}{}", self.in_file_names())
    }

    /// A folder of its own beneath one that somebody chose.
    pub fn folder_name(self, details: &Details) -> String {
        match self {
            Self::Working => self.beginning(details),
            Self::Publication => format!("{} - publication", self.beginning(details)),
        }
    }
}

/// Bytes of a title that stand in a file name: with what follows it stays well below the 255 that file systems take.
const MOST: usize = 70;
