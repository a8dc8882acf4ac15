use crate::model::Details;

/// What can be made of a review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Output {
    ReportPdf,
    ReportDocx,
    ChronologyPdf,
    ChronologyDocx,
    ChronologyXlsx,
    ChronologyCsv,
    PlanPdf,
    PlanDocx,
    PlanXlsx,
}

impl Output {
    pub const ALL: [Self; 9] = [
        Self::ReportPdf,
        Self::ReportDocx,
        Self::ChronologyPdf,
        Self::ChronologyDocx,
        Self::ChronologyXlsx,
        Self::ChronologyCsv,
        Self::PlanPdf,
        Self::PlanDocx,
        Self::PlanXlsx,
    ];

    /// For buttons and lists.
    pub fn title(self) -> &'static str {
        match self {
            Self::ReportPdf => "Overview report, PDF",
            Self::ReportDocx => "Overview report, Word",
            Self::ChronologyPdf => "Combined chronology, PDF",
            Self::ChronologyDocx => "Combined chronology, Word",
            Self::ChronologyXlsx => "Combined chronology, Excel",
            Self::ChronologyCsv => "Combined chronology, CSV",
            Self::PlanPdf => "Action plan, PDF",
            Self::PlanDocx => "Action plan, Word",
            Self::PlanXlsx => "Action plan, Excel",
        }
    }

    /// What it is, whatever the format: for sentences.
    pub fn subject(self) -> &'static str {
        match self {
            Self::ReportPdf | Self::ReportDocx => "overview report",
            Self::ChronologyPdf
            | Self::ChronologyDocx
            | Self::ChronologyXlsx
            | Self::ChronologyCsv => "combined chronology",
            Self::PlanPdf | Self::PlanDocx | Self::PlanXlsx => "action plan",
        }
    }

    /// Whether the panel's tags stand in it.
    pub(super) fn shows_tags(self) -> bool {
        matches!(
            self,
            Self::ChronologyPdf | Self::ChronologyDocx | Self::ChronologyXlsx | Self::ChronologyCsv
        )
    }

    /// Without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::ReportPdf | Self::ChronologyPdf | Self::PlanPdf => "pdf",
            Self::ReportDocx | Self::ChronologyDocx | Self::PlanDocx => "docx",
            Self::ChronologyXlsx | Self::PlanXlsx => "xlsx",
            Self::ChronologyCsv => "csv",
        }
    }

    /// Whether it is typeset in pages and so can be previewed.
    pub fn has_pages(self) -> bool {
        self.extension() == "pdf"
    }

    /// A name that every file system takes: “Review of the death of Anna - combined chronology.xlsx”.
    pub fn file_name(self, details: &Details) -> String {
        let kept: String = details
            .title
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .filter(|c| {
                !matches!(
                    c,
                    '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*' | '“' | '”'
                )
            })
            .collect();
        let words: Vec<&str> = kept.split_whitespace().collect();
        let title: String = words.join(" ").chars().take(80).collect();
        let title = title.trim_matches(|c: char| c == '.' || c.is_whitespace());
        let title = if title.is_empty() { "Review" } else { title };
        format!("{title} - {}.{}", self.subject(), self.extension())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_suit_every_file_system() {
        let long = "Long ".repeat(40);
        let cases = [
            (
                "Review of the death of “Anna”",
                "Review of the death of Anna - action plan.docx",
            ),
            ("A/B: \"C\"? <D>\u{7}", "AB C D - action plan.docx"),
            ("  ", "Review - action plan.docx"),
            ("...", "Review - action plan.docx"),
        ];
        for (title, expected) in cases {
            let details = Details {
                title: title.to_owned(),
                ..Details::default()
            };
            assert_eq!(Output::PlanDocx.file_name(&details), expected);
        }
        let details = Details {
            title: long,
            ..Details::default()
        };
        assert!(Output::ReportPdf.file_name(&details).chars().count() < 110);
    }
}
