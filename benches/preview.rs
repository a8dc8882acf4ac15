//! The page under the cursor of a draft of some sixty pages, after an edit in its middle.
//!
//! Target: at most 100 ms from the end of a pause in typing to the picture of the page, at twice the pixels of a plain screen. Run it with
//! `cargo bench --bench preview`.

mod support;

use std::error::Error;
use std::path::Path;

use lantern::drafting;
use lantern::jobs::Silent;
use lantern::model::{ParagraphId, Review};
use lantern::publish::{DraftPages, Options};
use lantern::sample;
use lantern::store::Passphrase;
use support::{forget_peak, median, peak_memory, quantile, runs, timed, told};

const PAGES: usize = 60;
const TARGET: f64 = 0.1;
/// Letters typed between two pauses.
const WORDS: [&str; 4] = [" Nobody", " had", " asked", " her."];

fn main() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let options = Options::new(sample::today()?);
    let mut review = long(folder.path(), &options)?;
    forget_peak();
    typst::comemo::evict(0);
    let (pages, first) = timed(|| DraftPages::of(&review, &options));
    let mut before = pages?;
    let count = before.pages();

    let middle = middle(&review);
    let (mut laid, mut painted, mut both) = (Vec::new(), Vec::new(), Vec::new());
    for run in 0..runs() * WORDS.len() {
        type_into(&mut review, middle, WORDS[run % WORDS.len()]);
        let (pages, laying) = timed(|| before.again(&review, &options));
        let pages = pages?;
        let key = &review.sections[middle.0].key;
        let (page, painting) = timed(|| {
            let place = pages.place(key, middle.1, 1.0)?;
            pages.page(place.page, 2.0 * 432.0 / 595.0)
        });
        page.ok_or("the paragraph stands on no page")?;
        laid.push(laying);
        painted.push(painting);
        both.push(laying + painting);
        before = pages;
    }
    println!(
        "draft of {count} pages, {} edits in its middle (in the text as typed, not stored)",
        both.len()
    );
    told("the first time, empty cache", first, &[]);
    told("typeset anew after an edit, median", median(&laid), &[]);
    told("the page found and painted, median", median(&painted), &[]);
    told("together, median", median(&both), &[("the target", TARGET)]);
    told(
        "together, nine of ten",
        quantile(&both, 0.9),
        &[("the target", TARGET)],
    );
    if let Some(peak) = peak_memory() {
        println!("peak memory {peak:.0} MB");
    }
    Ok(())
}

/// The sample's draft, its sections written several times over until it has enough pages.
fn long(folder: &Path, options: &Options) -> Result<Review, Box<dyn Error>> {
    let passphrase = Passphrase::new(sample::PASSPHRASE.to_owned());
    let path = folder.join("sample.lantern");
    let mut review =
        sample::build(&path, &passphrase, "benchmark", sample::today()?, &Silent)?.load()?;
    let once: Vec<String> = review
        .sections
        .iter()
        .map(|section| section.text.clone())
        .collect();
    let mut next = 1_000_000;
    while DraftPages::of(&review, options)?.pages() < PAGES {
        for (section, text) in review.sections.iter_mut().zip(&once) {
            section.text = format!("{}\n\n{text}", section.text);
            let blocks = drafting::blocks(&section.text).len();
            section.paragraphs = (next..).take(blocks).map(ParagraphId).collect();
            next += blocks as i64;
        }
    }
    Ok(review)
}

/// The section and the paragraph in it that stand in the middle of the draft.
fn middle(review: &Review) -> (usize, usize) {
    let blocks = |text: &str| drafting::blocks(text).len();
    let all: usize = review
        .sections
        .iter()
        .map(|section| blocks(&section.text))
        .sum();
    let mut passed = 0;
    for (index, section) in review.sections.iter().enumerate() {
        let here = blocks(&section.text);
        if passed + here > all / 2 {
            return (index, all / 2 - passed);
        }
        passed += here;
    }
    (0, 0)
}

fn type_into(review: &mut Review, (section, block): (usize, usize), words: &str) {
    let text = &mut review.sections[section].text;
    let mut blocks = drafting::blocks(text);
    blocks[block].push_str(words);
    *text = blocks.join("\n\n");
}
