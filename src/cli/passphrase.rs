use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use clap::Args;
use zeroize::Zeroizing;

use super::console::Console;
use super::ending::Fault;
use crate::store::Passphrase;

/// Where a passphrase may be found. Never an argument: other users of the machine can see those.
pub(super) const VARIABLE: &str = "LANTERN_PASSPHRASE";

/// Shorter ones are guessed in days by a machine.
const SHORTEST: usize = 12;

#[derive(Debug, Clone, Args)]
pub(super) struct Key {
    /// Take the passphrase from the first line of this file
    ///
    /// Without it: from the variable LANTERN_PASSPHRASE, or asked for at the terminal.
    #[arg(long, value_name = "PATH", global = true)]
    passphrase_file: Option<PathBuf>,
    /// Who does it, for the audit trail [default: the name of your account]
    #[arg(long = "as", value_name = "NAME", global = true)]
    who: Option<String>,
}

impl Key {
    pub(super) fn to_open(&self, path: &Path) -> Result<Passphrase, Fault> {
        match self.given()? {
            Some(words) => Ok(passphrase(&words)),
            None => Ok(passphrase(&ask(&format!(
                "Passphrase of {}: ",
                path.display()
            ))?)),
        }
    }

    /// Typed at the terminal it is asked for twice, and must be long enough.
    pub(super) fn to_create(&self, console: &mut Console) -> Result<Passphrase, Fault> {
        if let Some(words) = self.given()? {
            if words.chars().count() < SHORTEST {
                console.tell(&format!(
                    "This passphrase is short: a machine can guess it. Four unrelated words ({SHORTEST} letters or more) are safer."
                ));
            }
            return Ok(passphrase(&words));
        }
        let words = ask("Passphrase for the new file (it cannot be recovered): ")?;
        if words.chars().count() < SHORTEST {
            return Err(Fault::said(format!(
                "The passphrase needs at least {SHORTEST} characters. Four unrelated words are easy to remember. Nothing was written."
            )));
        }
        if ask("The same once more: ")? != words {
            return Err(Fault::said(
                "The two passphrases differ. Nothing was written; please try again.",
            ));
        }
        Ok(passphrase(&words))
    }

    pub(super) fn who(&self) -> String {
        let account = || {
            ["LANTERN_NAME", "USER", "USERNAME"]
                .iter()
                .filter_map(|name| std::env::var(name).ok())
                .find(|name| !name.trim().is_empty())
        };
        self.who
            .clone()
            .or_else(account)
            .unwrap_or_else(|| "Unnamed user".to_owned())
    }

    /// From the file or the variable; `None`: it must be asked for.
    fn given(&self) -> Result<Option<Zeroizing<String>>, Fault> {
        if let Some(path) = &self.passphrase_file {
            return first_line(path).map(Some);
        }
        match std::env::var_os(VARIABLE) {
            Some(words) if !words.is_empty() => {
                words.into_string().map(Zeroizing::new).map(Some).map_err(|_| {
                    Fault::said(format!(
                        "{VARIABLE} is not written in UTF-8. Set it again, or use --passphrase-file."
                    ))
                })
            }
            _ => Ok(None),
        }
    }
}

fn passphrase(words: &Zeroizing<String>) -> Passphrase {
    Passphrase::new(words.as_str().to_owned())
}

/// For what is encrypted apart from the review.
pub(super) fn of_file(path: &Path) -> Result<Passphrase, Fault> {
    first_line(path).map(|words| passphrase(&words))
}

/// Without its line ending; other spaces count.
fn first_line(path: &Path) -> Result<Zeroizing<String>, Fault> {
    let text = std::fs::read_to_string(path)
        .map(Zeroizing::new)
        .map_err(|error| {
            Fault::said(format!(
                "The passphrase file {} could not be read ({error}).",
                path.display()
            ))
        })?;
    let line = text
        .strip_prefix('\u{feff}')
        .unwrap_or(&text)
        .lines()
        .next();
    match line {
        Some(line) if !line.is_empty() => Ok(Zeroizing::new(line.to_owned())),
        _ => Err(Fault::said(format!(
            "The first line of the passphrase file {} is empty.",
            path.display()
        ))),
    }
}

fn ask(prompt: &str) -> Result<Zeroizing<String>, Fault> {
    let nobody = || {
        Fault::said(format!(
            "A passphrase is needed, and there is no terminal to ask at. Set {VARIABLE}, or give --passphrase-file."
        ))
    };
    if !io::stdin().is_terminal() && !io::stderr().is_terminal() {
        return Err(nobody());
    }
    rpassword::prompt_password(prompt)
        .map(Zeroizing::new)
        .map_err(|_| nobody())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_is_the_passphrase() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("passphrase");
        for (text, expected) in [
            (
                "four unrelated words here\n",
                Some("four unrelated words here"),
            ),
            ("words\r\nmore", Some("words")),
            (" spaces count ", Some(" spaces count ")),
            ("\u{feff}words", Some("words")),
            ("", None),
            ("\nwords", None),
        ] {
            std::fs::write(&path, text).expect("written");
            let read = first_line(&path).ok();
            assert_eq!(read.as_deref().map(String::as_str), expected, "{text:?}");
        }
        assert!(first_line(&folder.path().join("missing")).is_err());
    }
}
