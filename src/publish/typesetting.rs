//! From JSON data and a template of `export/` to pages, by typst as a library.

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use serde_json::Value;
use sha2::{Digest, Sha256};
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World, WorldExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::again;

/// One of the layouts kept in `export/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    Report,
    Chronology,
    Plan,
    Letter,
    Certificate,
    Evaluation,
    /// The figures of an evaluation alone, a page each; of the same data.
    EvaluationFigures,
    GroupSheet,
}

impl Layout {
    pub const ALL: [Self; 8] = [
        Self::Report,
        Self::Chronology,
        Self::Plan,
        Self::Letter,
        Self::Certificate,
        Self::Evaluation,
        Self::EvaluationFigures,
        Self::GroupSheet,
    ];

    fn main(self) -> &'static Source {
        match self {
            Self::Report => &SOURCES.report,
            Self::Chronology => &SOURCES.chronology,
            Self::Plan => &SOURCES.plan,
            Self::Letter => &SOURCES.letter,
            Self::Certificate => &SOURCES.certificate,
            Self::Evaluation => &SOURCES.evaluation,
            Self::EvaluationFigures => &SOURCES.evaluation_figures,
            Self::GroupSheet => &SOURCES.group_sheet,
        }
    }

    /// The data with which the layout is tried out.
    pub fn example(self) -> &'static str {
        match self {
            Self::Report => include_str!("../../export/report/example.json"),
            Self::Chronology => include_str!("../../export/chronology/example.json"),
            Self::Plan => include_str!("../../export/plan/example.json"),
            Self::Letter => include_str!("../../export/letter/example.json"),
            Self::Certificate => include_str!("../../export/certificate/example.json"),
            Self::Evaluation | Self::EvaluationFigures => {
                include_str!("../../export/evaluation/example.json")
            }
            Self::GroupSheet => include_str!("../../export/group_sheet/example.json"),
        }
    }
}

/// A document laid out in pages.
pub struct Typeset {
    document: PagedDocument,
    /// SHA-256 of the data, in hexadecimal: the same content makes the same file.
    fingerprint: String,
}

/// What the layout engine said, for whoever changes a template.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct LayoutFault(pub String);

impl Typeset {
    /// Lays `data` out. Cannot be interrupted; the result of a cancelled job is dropped by the caller.
    ///
    /// What did not change since the last call is taken from a cache that outlives two further calls.
    pub fn of(layout: Layout, data: &Value) -> Result<Self, LayoutFault> {
        Self::laid_out(layout, data, None)
    }

    /// As [`Self::of`], of much the same data as `before`, which makes it faster; the pages are the same.
    pub fn after(before: &Self, layout: Layout, data: &Value) -> Result<Self, LayoutFault> {
        Self::laid_out(layout, data, Some(before))
    }

    fn laid_out(layout: Layout, data: &Value, before: Option<&Self>) -> Result<Self, LayoutFault> {
        let json = data.to_string();
        let fingerprint = hexadecimal(&Sha256::digest(json.as_bytes()));
        let world = ExportWorld {
            main: layout.main(),
            data: Bytes::from_string(json),
        };
        let again = before.and_then(|before| again::laid_out(&world, &before.document));
        let result = match again {
            Some(document) => Ok(document),
            None => typst::compile::<PagedDocument>(&world).output,
        };
        typst::comemo::evict(2);
        let document = result.map_err(|faults| words(&world, &faults))?;
        Ok(Self {
            document,
            fingerprint,
        })
    }

    pub fn pages(&self) -> usize {
        self.document.pages().len()
    }

    /// Tagged PDF to PDF/UA-1 and PDF/A-3a, dated `date`; the same pages and date give the same bytes.
    pub fn pdf(&self, date: NaiveDate) -> Result<Vec<u8>, LayoutFault> {
        let standards = PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1])
            .map_err(|fault| LayoutFault(fault.message().to_string()))?;
        self.export(date, standards)
    }

    /// Tagged all the same, but without the promise of a standard: for content that a standard refuses.
    pub fn pdf_without_standard(&self, date: NaiveDate) -> Result<Vec<u8>, LayoutFault> {
        self.export(date, PdfStandards::default())
    }

    fn export(&self, date: NaiveDate, standards: PdfStandards) -> Result<Vec<u8>, LayoutFault> {
        let options = PdfOptions {
            ident: Smart::Custom(self.fingerprint.clone()),
            creator: Smart::Custom(Some(
                concat!("Lantern ", env!("CARGO_PKG_VERSION")).to_owned(),
            )),
            timestamp: midnight(date).map(Timestamp::new_utc),
            standards,
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&self.document, &options).map_err(|faults| {
            let said: Vec<&str> = faults.iter().map(|fault| fault.message.as_str()).collect();
            LayoutFault(said.join("; "))
        })
    }

    pub(super) fn document(&self) -> &PagedDocument {
        &self.document
    }
}

/// Whether one of the embedded fonts has a form for `c`.
pub(super) fn covered(c: char) -> bool {
    let code = c as usize;
    FONTS.covered[code / 64] >> (code % 64) & 1 == 1
}

fn midnight(date: NaiveDate) -> Option<Datetime> {
    let (month, day) = (
        u8::try_from(date.month()).ok()?,
        u8::try_from(date.day()).ok()?,
    );
    Datetime::from_ymd_hms(date.year(), month, day, 0, 0, 0)
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn words(world: &ExportWorld, faults: &[SourceDiagnostic]) -> LayoutFault {
    let said: Vec<String> = faults
        .iter()
        .map(|fault| {
            let line = world
                .range(fault.span)
                .and_then(|range| world.main.lines().byte_to_line(range.start))
                .map_or_else(String::new, |line| format!(" (line {})", line + 1));
            format!("{}{line}", fault.message)
        })
        .collect();
    LayoutFault(said.join("; "))
}

struct Fonts {
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    /// One bit per Unicode code point.
    covered: Vec<u64>,
}

static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let files: [&'static [u8]; 8] = [
        include_bytes!("../../export/fonts/SourceSerif4-Regular.otf"),
        include_bytes!("../../export/fonts/SourceSerif4-It.otf"),
        include_bytes!("../../export/fonts/SourceSerif4-Semibold.otf"),
        include_bytes!("../../export/fonts/SourceSerif4-SemiboldIt.otf"),
        include_bytes!("../../export/fonts/Inter-Regular.otf"),
        include_bytes!("../../export/fonts/Inter-Italic.otf"),
        include_bytes!("../../export/fonts/Inter-Medium.otf"),
        include_bytes!("../../export/fonts/Inter-SemiBold.otf"),
    ];
    let fonts: Vec<Font> = files
        .into_iter()
        .flat_map(|file| Font::iter(Bytes::new(file)))
        .collect();
    let mut covered = vec![0; 0x11_0000 / 64];
    for code in fonts.iter().flat_map(|font| font.info().coverage.iter()) {
        if let Some(bits) = covered.get_mut(code as usize / 64) {
            *bits |= 1 << (code % 64);
        }
    }
    Fonts {
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        covered,
    }
});

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// Every file a layout can see except its data; read once.
struct Sources {
    style: Source,
    timeline: Source,
    figures: Source,
    report: Source,
    chronology: Source,
    plan: Source,
    letter: Source,
    certificate: Source,
    evaluation: Source,
    evaluation_figures: Source,
    group_sheet: Source,
}

static SOURCES: LazyLock<Sources> = LazyLock::new(|| Sources {
    style: source("style.typ", include_str!("../../export/style.typ")),
    timeline: source("timeline.typ", include_str!("../../export/timeline.typ")),
    figures: source("figures.typ", include_str!("../../export/figures.typ")),
    report: source(
        "report/main.typ",
        include_str!("../../export/report/main.typ"),
    ),
    chronology: source(
        "chronology/main.typ",
        include_str!("../../export/chronology/main.typ"),
    ),
    plan: source("plan/main.typ", include_str!("../../export/plan/main.typ")),
    letter: source(
        "letter/main.typ",
        include_str!("../../export/letter/main.typ"),
    ),
    certificate: source(
        "certificate/main.typ",
        include_str!("../../export/certificate/main.typ"),
    ),
    evaluation: source(
        "evaluation/main.typ",
        include_str!("../../export/evaluation/main.typ"),
    ),
    evaluation_figures: source(
        "evaluation_figures/main.typ",
        include_str!("../../export/evaluation_figures/main.typ"),
    ),
    group_sheet: source(
        "group_sheet/main.typ",
        include_str!("../../export/group_sheet/main.typ"),
    ),
});

/// `path` is one of the fixed names above, so it is interned once and always well formed.
fn source(path: &str, text: &str) -> Source {
    match VirtualPath::new(path) {
        Ok(path) => Source::new(
            RootedPath::new(VirtualRoot::Project, path).intern(),
            text.to_owned(),
        ),
        Err(_) => Source::detached(text),
    }
}

/// What a layout can read: its own source, the shared style, and `data.json` beside it. No disk, no clock.
struct ExportWorld {
    main: &'static Source,
    data: Bytes,
}

impl World for ExportWorld {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        [
            self.main,
            &SOURCES.style,
            &SOURCES.timeline,
            &SOURCES.figures,
        ]
        .into_iter()
        .find(|source| source.id() == id)
        .cloned()
        .ok_or_else(|| FileError::NotFound(id.vpath().get_without_slash().into()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id.vpath().file_name() == Some("data.json") {
            Ok(self.data.clone())
        } else {
            Err(FileError::NotFound(id.vpath().get_without_slash().into()))
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
