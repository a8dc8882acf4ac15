use crate::reading::{is_word, named_rooms, words};
use crate::sources::Source;

/// Every room, from the bottom up: a room may name those before it.
const ROOMS: [&str; 26] = [
    "jobs",
    "model",
    "dates",
    "clock",
    "stats",
    "templates",
    "wall",
    "programme",
    "evaluation",
    "returns",
    "intake",
    "chronology",
    "analysis",
    "drafting",
    "identities",
    "leaks",
    "checks",
    "overview",
    "store",
    "edits",
    "sample",
    "publish",
    "exchange",
    "app",
    "ui",
    "cli",
];

/// Arrows that the order would allow but the house does not: what is published comes from a read model, not from the file.
const FORBIDDEN: [(&str, &str); 3] = [
    ("publish", "store"),
    ("publish", "edits"),
    ("publish", "sample"),
];

/// Libraries that only some rooms may name; a name with `*` stands for every name that begins so.
const LIBRARIES: [(&str, &[&str]); 21] = [
    ("rusqlite", &["store"]),
    ("typst*", &["publish"]),
    ("hayro*", &["leaks"]),
    ("kurbo", &["leaks"]),
    ("libm", &["stats"]),
    ("chacha20poly1305", &["wall"]),
    ("argon2", &["wall"]),
    ("getrandom", &["wall"]),
    ("docx_rs", &["publish"]),
    ("rust_xlsxwriter", &["publish"]),
    ("egui*", &["ui"]),
    ("eframe", &["ui"]),
    ("rfd", &["ui"]),
    ("calamine", &["returns"]),
    ("quick_xml", &["returns", "leaks", "exchange"]),
    ("zip", &["returns", "leaks", "publish", "exchange"]),
    ("csv", &["returns", "leaks", "publish"]),
    ("spellbook", &["drafting"]),
    ("similar", &["drafting"]),
    ("clap", &["cli"]),
    ("rpassword", &["cli"]),
];

/// Constant patterns may `expect` inside a static of one of these types: every test that uses them tries them.
const MAY_EXPECT: [&str; 4] = [
    "LazyLock<Vec<Phrase>>",
    "LazyLock<Regex>",
    "LazyLock<RegexSet>",
    "LazyLock<AhoCorasick>",
];

/// `const fn`s here are run by the compiler: their panic is an error of compilation.
const RUN_BY_THE_COMPILER: [&str; 1] = ["store/query.rs"];

/// Lines of a file of Rust, be it of the program, its tests or its benchmarks.
pub(crate) const LONGEST_FILE: usize = 450;

pub(crate) fn wrong_arrows(sources: &[Source]) -> Vec<String> {
    let level = |room: &str| ROOMS.iter().position(|known| *known == room);
    let mut faults = Vec::new();
    for source in sources {
        let Some(room) = source.room() else { continue };
        let Some(own) = level(room) else {
            faults.push(format!(
                "src/{room}/ is a room without a place in the order (ROOMS)"
            ));
            continue;
        };
        for (at, named) in named_rooms(&source.code) {
            let above = level(&named).is_some_and(|other| other > own);
            if above || FORBIDDEN.contains(&(room, named.as_str())) {
                faults.push(source.fault(at, &format!("{room} must not know {named}")));
            }
        }
        let inner = source.path.ends_with("/mod.rs");
        let depth = source.path.matches('/').count() + usize::from(!inner);
        let climbs = "super::".repeat(depth);
        if let Some(at) = source.code.find(&climbs) {
            faults.push(source.fault(at, "leaves its room by `super`; write `crate::` instead"));
        }
    }
    faults
}

pub(crate) fn libraries_outside_their_room(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for source in sources {
        for (library, rooms) in LIBRARIES {
            if source.room().is_some_and(|room| rooms.contains(&room)) {
                continue;
            }
            let name = library.trim_end_matches('*');
            for (at, _) in source.code.match_indices(name) {
                let before = source.code[..at].trim_end();
                let starts = !source.code[..at].ends_with(|c: char| is_word(c) || c == '.')
                    && !before.ends_with("::");
                let rest = source.code[at + name.len()..]
                    .trim_start_matches(|c| library.ends_with('*') && is_word(c));
                let imported = before.ends_with("use") && rest.starts_with([';', ' ']);
                if starts && (rest.starts_with("::") || imported) {
                    faults.push(
                        source.fault(at, &format!("only {} may name {name}", rooms.join(" and "))),
                    );
                }
            }
        }
    }
    faults
}

/// Nothing in the program may stop it, or write past the one place that knows a closed pipe.
pub(crate) fn sudden_ends(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for source in sources {
        for call in [".unwrap()", ".unwrap_err()", ".expect(", ".expect_err("] {
            for (at, _) in source.code.match_indices(call) {
                if !(call == ".expect(" && is_constant_pattern(&source.code[..at])) {
                    faults.push(source.fault(at, &format!("`{call}` can stop the program")));
                }
            }
        }
        for name in [
            "todo",
            "unimplemented",
            "dbg",
            "panic",
            "println",
            "eprintln",
            "print",
            "eprint",
        ] {
            let compiled = name == "panic" && RUN_BY_THE_COMPILER.contains(&source.path.as_str());
            for at in words(&source.code, name).filter(|_| !compiled) {
                if source.code[at + name.len()..].starts_with('!') {
                    faults
                        .push(source.fault(at, &format!("`{name}!` has no place in the program")));
                }
            }
        }
    }
    faults
}

/// Whether what comes next still belongs to a static of one of the types that may `expect`.
fn is_constant_pattern(before: &str) -> bool {
    let item = before.rfind("static ").map_or("", |at| &before[at..]);
    let ended = item.contains("\n}") || item.contains(");\n\n") || item.contains("fn ");
    MAY_EXPECT.iter().any(|marker| item.contains(marker)) && !ended
}

/// Tests are held to it, too: who mends something reads its test first, and a table of cases that is longer has more than one subject.
pub(crate) fn long_files(files: &[(String, String)]) -> Vec<String> {
    files
        .iter()
        .map(|(path, text)| (path, text.lines().count()))
        .filter(|(_, lines)| *lines > LONGEST_FILE)
        .map(|(path, lines)| format!("{path}: {lines} lines; divide it by subject"))
        .collect()
}

/// Colours and sizes stand in `ui/tokens/`, so that themes and text sizes reach everything.
pub(crate) fn loose_tokens(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    let painted =
        |source: &&Source| source.room() == Some("ui") && !source.path.starts_with("ui/tokens");
    for source in sources.iter().filter(painted) {
        for call in [
            "Color32::from_",
            "Color32::WHITE",
            "Color32::BLACK",
            "Color32::GRAY",
            "Color32::RED",
            "Rgba::from_",
            "hex_color!",
            "from_hex(",
        ] {
            for (at, _) in source.code.match_indices(call) {
                faults.push(source.fault(at, &format!("`{call}`: colours stand in ui/tokens/")));
            }
        }
        for call in [
            "add_space(",
            ".size(",
            "FontId::new(",
            "FontId::proportional(",
            "FontId::monospace(",
            "CornerRadius::same(",
            "Margin::same(",
        ] {
            for (at, _) in source.code.match_indices(call) {
                let argument = source.code[at + call.len()..].trim_start();
                if argument.starts_with(|c: char| c.is_ascii_digit())
                    && !argument.starts_with("0.0")
                {
                    faults.push(source.fault(
                        at,
                        &format!("`{call}` with a number: sizes stand in ui/tokens/"),
                    ));
                }
            }
        }
    }
    faults
}

/// Those of `names` that `list` does not mention.
pub(crate) fn unlisted(
    names: &[String],
    list: &str,
    whole: impl Fn(&str) -> String,
) -> Vec<String> {
    names
        .iter()
        .filter(|name| !list.contains(&whole(name)))
        .cloned()
        .collect()
}

/// Paths that exist on one machine only, and hosts of package registries.
pub(crate) fn machine_paths(files: &[(String, String)]) -> Vec<String> {
    let marks = [
        concat!("/wo", "rk/"),
        concat!("/ro", "ot/"),
        concat!("C:\\Us", "ers\\"),
        concat!("index.crates", ".io"),
        concat!("pypi", ".org"),
    ];
    let mut faults = Vec::new();
    for (path, text) in files {
        for mark in marks {
            let alone = |at: usize| !text[..at].ends_with(is_word);
            if text.match_indices(mark).any(|(at, _)| alone(at)) {
                faults.push(format!("{path} names {mark}"));
            }
        }
    }
    faults
}
