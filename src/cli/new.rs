use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::console::Console;
use super::ending::{Ending, Fault};
use super::passphrase::Key;
use crate::model::programme::ProgrammeTemplate;
use crate::model::{Details, Template};
use crate::store::{NewFile, NewProgramme, Store};
use crate::templates::{self, TemplateError};

/// Make a new, empty review, or a file for a perpetrator programme
///
/// An existing file is never replaced. The passphrase cannot be recovered: without it nobody can read the file.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  lantern new anna.lantern --title \"Review of the death of Anna\"\n  lantern new northmoor.lantern --kind programme --template ten-weeks"
)]
pub(super) struct New {
    /// Where it shall be; `.lantern` is added where the name has no ending
    file: PathBuf,
    #[arg(long, value_enum, default_value_t = Kind::Review)]
    kind: Kind,
    /// A built-in template by name, or a template file NAME.toml [default: the first built-in one]
    #[arg(long, value_name = "NAME")]
    template: Option<String>,
    /// What the review (with a pseudonym, never a real name) or the programme is called
    #[arg(long, value_name = "WORDS", default_value = "")]
    title: String,
    #[command(flatten)]
    key: Key,
}

/// What kind of work the file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    Review,
    Programme,
}

impl New {
    pub(super) fn run(self, console: &mut Console) -> Result<Ending, Fault> {
        let mut path = self.file.clone();
        if path.extension().is_none() {
            path.set_extension("lantern");
        }
        if path.exists() {
            return Err(crate::store::StoreError::Exists { path }.into());
        }
        let name = match self.kind {
            Kind::Review => self.review(&path, console)?,
            Kind::Programme => self.programme(&path, console)?,
        };
        console.say(&format!(
            "{} is ready, with the template “{name}”.",
            path.display()
        ))?;
        Ok(Ending::Done)
    }

    /// The name of its template.
    fn review(self, path: &Path, console: &mut Console) -> Result<String, Fault> {
        let template: Template = chosen(
            self.template.as_deref(),
            templates::built_in(),
            |template| &template.name,
            templates::parse,
        )?;
        let passphrase = self.key.to_create(console)?;
        let details = Details {
            title: self.title,
            label: template.label.clone(),
            ..Details::default()
        };
        let name = template.name.clone();
        let new = NewFile { template, details };
        Store::create(path, &passphrase, &new, &self.key.who())?;
        Ok(name)
    }

    fn programme(self, path: &Path, console: &mut Console) -> Result<String, Fault> {
        let template: ProgrammeTemplate = chosen(
            self.template.as_deref(),
            templates::programme::built_in(),
            |template| &template.name,
            templates::programme::parse,
        )?;
        let passphrase = self.key.to_create(console)?;
        let name = template.name.clone();
        let new = NewProgramme {
            template,
            title: self.title,
        };
        Store::create_programme(path, &passphrase, &new, &self.key.who())?;
        Ok(name)
    }
}

/// The template of that name among those built in, or from a file of one's own.
fn chosen<T: Clone>(
    name: Option<&str>,
    built_in: &[T],
    name_of: impl Fn(&T) -> &str,
    parse: impl Fn(&str, &str) -> Result<T, TemplateError>,
) -> Result<T, Fault> {
    let Some(name) = name else {
        return built_in.first().cloned().ok_or_else(|| {
            Fault::said("This copy of Lantern has no templates; install it again.")
        });
    };
    if let Some(template) = built_in.iter().find(|template| name_of(template) == name) {
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
        return Ok(parse(&stem, &text)?);
    }
    let names: Vec<&str> = built_in.iter().map(name_of).collect();
    Err(Fault::said(format!(
        "There is no template “{name}”. Built in are: {}. A file of your own must end in .toml. Nothing was written.",
        names.join(", ")
    )))
}
