//! The overview report with a table of 1,000 rows, some 150 pages, against typst's own compiler on the same files.
//!
//! Target: at most 1.2 times what typst needs. Both start from an empty cache each time. Run it with
//! `cargo bench --bench report`.

mod support;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use lantern::jobs::Silent;
use lantern::publish::{self, Options, Output};
use lantern::sample;
use support::{forget_peak, long_report, median, peak_memory, runs, timed, told};
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

const ROWS: usize = 1_000;
const TARGET: f64 = 1.2;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let review = long_report(folder.path(), ROWS)?;
    let options = Options::new(sample::today()?);
    let data = publish::report_data(&review, &options)?.to_string();
    let bare = Bare::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("export"), data)?;
    let out = folder.path().join("report.pdf");
    forget_peak();

    let (mut ours, mut theirs, mut pages) = (Vec::new(), Vec::new(), 0);
    for _ in 0..runs() {
        typst::comemo::evict(0);
        let (pdf, time) = timed(|| bare.pdf());
        fs::write(folder.path().join("bare.pdf"), pdf?)?;
        theirs.push(time);
        typst::comemo::evict(0);
        let (made, time) =
            timed(|| publish::write(&review, Output::ReportPdf, &options, &out, &Silent));
        pages = made?.pages.unwrap_or(0);
        ours.push(time);
    }
    println!(
        "report of {pages} pages with {ROWS} entries, median of {} runs, empty cache",
        runs()
    );
    let bare = median(&theirs);
    told("typst alone: compile and export", bare, &[]);
    told(
        "Lantern: from the review to the saved PDF",
        median(&ours),
        &[("typst", bare.as_secs_f64())],
    );
    println!("target: at most {TARGET} × typst");
    let (again, time) =
        timed(|| publish::write(&review, Output::ReportPdf, &options, &out, &Silent));
    again?;
    told("Lantern: once more, nothing changed", time, &[]);
    if let Some(peak) = peak_memory() {
        println!("peak memory {peak:.0} MB");
    }
    Ok(())
}

/// typst with the report's own files and nothing of Lantern's.
struct Bare {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    main: Source,
    style: Source,
    data: Bytes,
}

impl Bare {
    fn of(export: &Path, data: String) -> Result<Self, Box<dyn Error>> {
        let mut files: Vec<PathBuf> = fs::read_dir(export.join("fonts"))?
            .filter_map(|file| Some(file.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|ending| ending == "otf"))
            .collect();
        files.sort();
        let mut fonts = Vec::new();
        for file in files {
            fonts.extend(Font::iter(Bytes::new(fs::read(file)?)));
        }
        Ok(Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            main: source("report/main.typ", &export.join("report/main.typ"))?,
            style: source("style.typ", &export.join("style.typ"))?,
            data: Bytes::from_string(data),
        })
    }

    fn pdf(&self) -> Result<Vec<u8>, String> {
        let document = typst::compile::<PagedDocument>(self)
            .output
            .map_err(|faults| format!("{faults:?}"))?;
        let standards = PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1])
            .map_err(|fault| fault.message().to_string())?;
        let options = PdfOptions {
            timestamp: Datetime::from_ymd_hms(2022, 11, 30, 0, 0, 0)
                .map(typst_pdf::Timestamp::new_utc),
            standards,
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&document, &options).map_err(|faults| format!("{faults:?}"))
    }
}

fn source(name: &str, path: &Path) -> Result<Source, Box<dyn Error>> {
    let virtual_path = VirtualPath::new(name).map_err(|fault| format!("{fault:?}"))?;
    let id = RootedPath::new(VirtualRoot::Project, virtual_path).intern();
    Ok(Source::new(id, fs::read_to_string(path)?))
}

impl World for Bare {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        [&self.main, &self.style]
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
        self.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
