//! The TOML reader's messages in words for somebody who has never heard of TOML.

use std::sync::LazyLock;

use regex::{Captures, Regex};

/// What a message of the reader looks like, and the sentence it becomes.
struct Phrase {
    pattern: Regex,
    say: fn(&Captures<'_>) -> String,
}

static PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| {
    let phrase = |pattern: &str, say: fn(&Captures<'_>) -> String| Phrase {
        pattern: Regex::new(pattern).expect("a literal pattern"),
        say,
    };
    vec![
        phrase(
            r"^unknown field `(.*?)`, expected (?:one of )?(.*)$",
            |part| {
                format!(
                    "“{}” is not known here. Correct its spelling or remove it. What may stand here: {}.",
                    &part[1],
                    unquoted(&part[2])
                )
            },
        ),
        phrase(
            r"^unknown variant `(.*?)`, expected (?:one of )?(.*)$",
            |part| {
                format!(
                    "“{}” is not one of the possible values. These are: {}.",
                    &part[1],
                    unquoted(&part[2])
                )
            },
        ),
        phrase(r"^missing field `(.*?)`$", |part| {
            format!("“{0}” is missing. Add a line “{0} = …”.", &part[1])
        }),
        phrase(r"^duplicate key", |_| {
            "The same key stands here a second time. Keep one of the two.".to_owned()
        }),
        phrase(r"^invalid (?:type|value): (.*), expected (.*)$", |part| {
            format!(
                "Here stands {}, where {} belongs.",
                in_words(&part[1]),
                in_words(&part[2])
            )
        }),
    ]
});

pub(super) fn of(message: &str) -> String {
    let message = message.trim();
    for phrase in PHRASES.iter() {
        if let Some(parts) = phrase.pattern.captures(message) {
            return (phrase.say)(&parts);
        }
    }
    format!(
        "The text cannot be read from here on. Look for a missing quotation mark, bracket, comma or equals sign in \
         this line and the one before it. (The reader says: {message}.)"
    )
}

fn unquoted(list: &str) -> String {
    list.replace('`', "")
}

fn in_words(thing: &str) -> String {
    let (kind, value) = match thing.split_once(' ') {
        Some((kind @ ("integer" | "float" | "string" | "boolean"), value)) => (kind, Some(value)),
        _ => (thing, None),
    };
    let kind = match kind {
        "integer" | "float" => "the number",
        "string" => "the text",
        "boolean" => "the word",
        "a string" => "a text in quotation marks",
        "u32" | "usize" => "a whole number",
        "a boolean" => "true or false",
        "a sequence" => "a list in square brackets",
        "sequence" => "a list",
        "map" => "a table",
        struct_name if struct_name.starts_with("struct ") => "a table of its own",
        other => other,
    };
    match value {
        Some(value) => format!("{kind} {}", unquoted(value)),
        None => kind.to_owned(),
    }
}
