use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::console::Console;
use super::ending::{Ending, Fault};
use super::passphrase::Key;
use crate::model::{Details, Template};
use crate::store::{NewFile, Store};
use crate::templates;

/// Make a new, empty review
///
/// An existing file is never replaced. The passphrase cannot be recovered: without it nobody can read the file.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  lantern new anna.lantern --title \"Review of the death of Anna\""
)]
pub(super) struct New {
    /// Where it shall be; `.lantern` is added where the name has no ending
    file: PathBuf,
    #[arg(long, value_enum, default_value_t = Kind::Review)]
    kind: Kind,
    /// A built-in template by name, or a template file NAME.toml [default: the first built-in one]
    #[arg(long, value_name = "NAME")]
    template: Option<String>,
    /// What the review is called, with a pseudonym, never a real name
    #[arg(long, value_name = "WORDS", default_value = "")]
    title: String,
    #[command(flatten)]
    key: Key,
}

/// What kind of work the file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    Review,
}

impl New {
    pub(super) fn run(self, console: &mut Console) -> Result<Ending, Fault> {
        let Kind::Review = self.kind;
        let template = template(self.template.as_deref())?;
        let mut path = self.file;
        if path.extension().is_none() {
            path.set_extension("lantern");
        }
        if path.exists() {
            return Err(crate::store::StoreError::Exists { path }.into());
        }
        let passphrase = self.key.to_create(console)?;
        let details = Details {
            title: self.title,
            label: template.label.clone(),
            ..Details::default()
        };
        let name = template.name.clone();
        let new = NewFile { template, details };
        Store::create(&path, &passphrase, &new, &self.key.who())?;
        console.say(&format!(
            "{} is ready, with the template “{name}”.",
            path.display()
        ))?;
        Ok(Ending::Done)
    }
}

fn template(name: Option<&str>) -> Result<Template, Fault> {
    let built_in = templates::built_in();
    let Some(name) = name else {
        return built_in.first().cloned().ok_or_else(|| {
            Fault::said("This copy of Lantern has no templates; install it again.")
        });
    };
    if let Some(template) = built_in.iter().find(|template| template.name == name) {
        return Ok(template.clone());
    }
    let path = PathBuf::from(name);
    if path.extension().is_some_and(|ending| ending == "toml") {
        let text = std::fs::read_to_string(&path).map_err(|error| {
            Fault::said(format!(
                "The template {} could not be read ({error}). Nothing was written.",
                path.display()
            ))
        })?;
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        return Ok(templates::parse(&stem, &text)?);
    }
    let names: Vec<&str> = built_in.iter().map(|one| one.name.as_str()).collect();
    Err(Fault::said(format!(
        "There is no template “{name}”. Built in are: {}. A file of your own must end in .toml. Nothing was written.",
        names.join(", ")
    )))
}
