//! The sample programme: its file, its evaluation, and how far that is what was published.

use super::WHO;
use super::folder::Folder;
use crate::cli::console::Console;
use crate::cli::ending::Fault;
use crate::cli::progress::Telling;
use crate::cli::publish::make_folder;
use crate::cli::words::counted;
use crate::evaluation::consistency::{Published, Relations};
use crate::evaluation::{Cohort, Edition, Evaluated, Evaluation};
use crate::publish::{EvaluationOutput, write_evaluation};
use crate::sample;
use crate::store::{Passphrase, Store};

/// Whether every published figure that can be found in the cohort is found, or named as one that does not follow from the others.
pub(super) fn evaluate(folder: &Folder, console: &mut Console) -> Result<bool, Fault> {
    console.say_now("\nReading the spreadsheets of a made-up programme, and evaluating it …")?;
    let passphrase = Passphrase::new(sample::PASSPHRASE.to_owned());
    let mut store =
        sample::build_programme(&folder.programme(), &passphrase, WHO, &Telling::new())?;
    let same = undone_and_done_again(&mut store)?;
    let cohort = Cohort::of(&store.programme()?, sample::programme_today());
    let published = Published::read(sample::PUBLISHED)
        .map_err(|error| Fault::said(format!("published.toml: {error}")))?;
    let relations = Relations::read(sample::RELATIONS)
        .map_err(|error| Fault::said(format!("relations.toml: {error}")))?;
    let made = |edition| {
        let with = Evaluated {
            edition,
            clearance: None,
            published: Some((&published, &relations)),
        };
        Evaluation::of(&cohort, &with).map_err(|refused| Fault::said(refused.to_string()))
    };
    write(&made(Edition::Released)?, folder)?;
    let whole = made(Edition::Internal)?;
    console.say(&format!(
        "  {} men. {} compared with what was published: {} as printed. Undone and done again: {}.",
        cohort.men.len(),
        counted(whole.consistency.compared, "figure", "figures"),
        whole.consistency.compared - whole.consistency.differing.len(),
        match same {
            true => "the same as before",
            false => "NOT the same as before",
        }
    ))?;
    console.say("  Published figures that do not follow from each other:")?;
    for one in &whole.consistency.published {
        console.say(&format!(
            "    {}, printed {}: {}",
            one.figure, one.printed, one.why
        ))?;
    }
    Ok(same && whole.consistency.compared > 0)
}

fn undone_and_done_again(store: &mut Store) -> Result<bool, Fault> {
    let before = store.programme()?;
    while store.undo()?.is_some() {}
    let empty = store.programme()?.men.is_empty();
    while store.redo()?.is_some() {}
    Ok(empty && store.programme()? == before && store.verify_audit()?.is_whole())
}

fn write(evaluation: &Evaluation, folder: &Folder) -> Result<(), Fault> {
    let out = folder.path().join("evaluation");
    make_folder(&out)?;
    for output in EvaluationOutput::ALL {
        write_evaluation(evaluation, output, &out, &Telling::new())?;
    }
    Ok(())
}

/// Where it is and how it opens.
pub(super) fn place(folder: &Folder, console: &mut Console) -> Result<(), Fault> {
    console.say(&format!(
        "\nThe programme: {}\n  The same passphrase; women’s safety work’s own: {}",
        folder.programme().display(),
        sample::SAFETY_PASSPHRASE
    ))
}
