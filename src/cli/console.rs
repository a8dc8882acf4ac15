use std::io::{self, BufWriter, Stdout, Write};

use serde::Serialize;

use super::ending::Fault;

/// Where a command speaks: results to standard output, messages to standard error.
pub(super) struct Console {
    out: BufWriter<Stdout>,
}

impl Console {
    pub(super) fn of_process() -> Self {
        Self {
            out: BufWriter::new(io::stdout()),
        }
    }

    /// A line of the result. Wording from files may hold codes that would steer a terminal: they are shown as `�`.
    pub(super) fn say(&mut self, line: &str) -> Result<(), Fault> {
        writeln!(self.out, "{}", harmless(line))?;
        Ok(())
    }

    /// As [`Console::say`], at once: for work that is followed while it goes on.
    pub(super) fn say_now(&mut self, line: &str) -> Result<(), Fault> {
        self.say(line)?;
        self.flush()
    }

    /// A message beside the result.
    pub(super) fn tell(&mut self, message: &str) {
        // Results said before come before it on a terminal. A message that cannot be shown stops no work.
        let _ = self.out.flush();
        let _ = writeln!(io::stderr(), "{}", harmless(message));
    }

    /// One JSON document, indented.
    pub(super) fn json(&mut self, value: &impl Serialize) -> Result<(), Fault> {
        serde_json::to_writer_pretty(&mut self.out, value)?;
        writeln!(self.out)?;
        Ok(())
    }

    /// One JSON document on one line.
    pub(super) fn json_line(&mut self, value: &impl Serialize) -> Result<(), Fault> {
        serde_json::to_writer(&mut self.out, value)?;
        writeln!(self.out)?;
        Ok(())
    }

    /// The result itself, for text that is written as it is.
    pub(super) fn out(&mut self) -> &mut dyn Write {
        &mut self.out
    }

    pub(super) fn flush(&mut self) -> Result<(), Fault> {
        self.out.flush()?;
        Ok(())
    }
}

fn harmless(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            '\n' | '\t' => character,
            control if control.is_control() => '\u{FFFD}',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn wording_cannot_steer_a_terminal() {
        for (text, shown) in [
            ("Ana said: “no”\n\tleft", "Ana said: “no”\n\tleft"),
            ("\u{1b}[2Jgone", "\u{FFFD}[2Jgone"),
            (
                "bell\u{7} back\u{8} \u{9b}31m",
                "bell\u{FFFD} back\u{FFFD} \u{FFFD}31m",
            ),
        ] {
            assert_eq!(harmless(text), shown);
        }
    }
}
