use super::Edition;
use crate::model::Details;

/// What can be made of a review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Output {
    ReportPdf,
    ReportDocx,
    SummaryPdf,
    SummaryDocx,
    ChronologyPdf,
    ChronologyDocx,
    ChronologyXlsx,
    ChronologyCsv,
    PlanPdf,
    PlanDocx,
    PlanXlsx,
    LetterPdf,
    LetterDocx,
    RecordCsv,
    RecordJson,
}

impl Output {
    pub const ALL: [Self; 15] = [
        Self::ReportPdf,
        Self::ReportDocx,
        Self::SummaryPdf,
        Self::SummaryDocx,
        Self::ChronologyPdf,
        Self::ChronologyDocx,
        Self::ChronologyXlsx,
        Self::ChronologyCsv,
        Self::PlanPdf,
        Self::PlanDocx,
        Self::PlanXlsx,
        Self::LetterPdf,
        Self::LetterDocx,
        Self::RecordCsv,
        Self::RecordJson,
    ];

    /// For buttons and lists.
    pub fn title(self) -> &'static str {
        match self {
            Self::ReportPdf => "Overview report, PDF",
            Self::ReportDocx => "Overview report, Word",
            Self::SummaryPdf => "Executive summary, PDF",
            Self::SummaryDocx => "Executive summary, Word",
            Self::ChronologyPdf => "Combined chronology, PDF",
            Self::ChronologyDocx => "Combined chronology, Word",
            Self::ChronologyXlsx => "Combined chronology, Excel",
            Self::ChronologyCsv => "Combined chronology, CSV",
            Self::PlanPdf => "Action plan, PDF",
            Self::PlanDocx => "Action plan, Word",
            Self::PlanXlsx => "Action plan, Excel",
            Self::LetterPdf => "Response to the letter, PDF",
            Self::LetterDocx => "Response to the letter, Word",
            Self::RecordCsv => "Data record, CSV",
            Self::RecordJson => "Data record, JSON",
        }
    }

    /// What it is, whatever the format: for sentences.
    pub fn subject(self) -> &'static str {
        match self {
            Self::ReportPdf | Self::ReportDocx => "overview report",
            Self::SummaryPdf | Self::SummaryDocx => "executive summary",
            Self::ChronologyPdf
            | Self::ChronologyDocx
            | Self::ChronologyXlsx
            | Self::ChronologyCsv => "combined chronology",
            Self::PlanPdf | Self::PlanDocx | Self::PlanXlsx => "action plan",
            Self::LetterPdf | Self::LetterDocx => "response to the quality assurance letter",
            Self::RecordCsv | Self::RecordJson => "data record",
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
            Self::ReportPdf
            | Self::SummaryPdf
            | Self::ChronologyPdf
            | Self::PlanPdf
            | Self::LetterPdf => "pdf",
            Self::ReportDocx
            | Self::SummaryDocx
            | Self::ChronologyDocx
            | Self::PlanDocx
            | Self::LetterDocx => "docx",
            Self::ChronologyXlsx | Self::PlanXlsx => "xlsx",
            Self::ChronologyCsv | Self::RecordCsv => "csv",
            Self::RecordJson => "json",
        }
    }

    /// Whether it is typeset in pages and so can be previewed.
    pub fn has_pages(self) -> bool {
        self.extension() == "pdf"
    }

    /// A name that every file system takes: “Review of the death of Anna - combined chronology.xlsx”.
    pub fn file_name(self, details: &Details, edition: Edition) -> String {
        let beginning = edition.beginning(details);
        format!("{beginning} - {}.{}", self.subject(), self.extension())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_suit_every_file_system() {
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
            assert_eq!(
                Output::PlanDocx.file_name(&details, Edition::Publication),
                expected
            );
        }
        for title in ["Long ".repeat(40), "Ługość ".repeat(40), "長".repeat(200)] {
            let details = Details {
                title,
                ..Details::default()
            };
            for edition in [Edition::Working, Edition::Publication] {
                let names = Output::ALL.map(|output| output.file_name(&details, edition));
                assert!(names.iter().all(|name| name.len() < 140), "{names:?}");
            }
        }
    }

    #[test]
    fn no_file_of_one_edition_has_a_name_of_the_other() {
        for title in ["Review of the death of “Anna”", "", "x - working version"] {
            let details = Details {
                title: title.to_owned(),
                ..Details::default()
            };
            let working = Output::ALL.map(|output| output.file_name(&details, Edition::Working));
            for output in Output::ALL {
                let published = output.file_name(&details, Edition::Publication);
                assert!(!working.contains(&published), "{published}");
            }
            let folders = [Edition::Working, Edition::Publication];
            let [one, other] = folders.map(|edition| edition.folder_name(&details));
            assert_ne!(one, other);
        }
    }
}
