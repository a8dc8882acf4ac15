use std::sync::LazyLock;

use lantern::leaks::{LeakKind, Scanner, allowed, identities};

const IDENTITIES: &str = include_str!("../../fixtures/leaks/identities.csv");
const ALLOWED: &str = include_str!("../../fixtures/leaks/allowed.csv");
const PLANTED: &str = include_str!("../../fixtures/leaks/planted.txt");
const DECOYS: &str = include_str!("../../fixtures/leaks/decoys.txt");

pub(super) static SCANNER: LazyLock<Scanner> = LazyLock::new(|| {
    let register = identities("identities.csv", IDENTITIES.as_bytes()).expect("a register");
    let may_stand = allowed("allowed.csv", ALLOWED.as_bytes()).expect("a list");
    Scanner::of(&register, &may_stand)
});

/// The text of a line, and where in it, in characters, something must be found.
fn marked(line: &str) -> (String, Vec<(usize, usize)>) {
    let line = line.replace("\\n", "\n").replace("\\t", "\t");
    let (mut text, mut marks) = (String::new(), Vec::new());
    for (at, part) in line.split("[[").enumerate() {
        let start = text.chars().count();
        match part.split_once("]]") {
            Some((inner, rest)) if at > 0 => {
                marks.push((start, start + inner.chars().count()));
                text.push_str(inner);
                text.push_str(rest);
            }
            _ => text.push_str(part),
        }
    }
    (text, marks)
}

#[test]
fn everything_planted_is_found_and_nothing_beside_it() {
    let mut faults = Vec::new();
    let mut count = 0;
    for line in PLANTED.lines() {
        let (text, marks) = marked(line);
        assert!(!marks.is_empty(), "nothing is planted in: {line}");
        count += marks.len();
        let leaks = SCANNER.scan(&text);
        let characters: Vec<char> = text.chars().collect();
        for leak in &leaks {
            let words: String = characters[leak.start..leak.end].iter().collect();
            assert_eq!(words, leak.text, "{line}");
        }
        // A mark is found where everything in it but what parts words is.
        let found = |from: usize, to: usize| {
            let letters = (from..to).filter(|at| characters[*at].is_alphanumeric());
            letters.clone().count() > 0
                && letters
                    .into_iter()
                    .all(|at| leaks.iter().any(|leak| leak.start <= at && at < leak.end))
        };
        for (from, to) in &marks {
            if !found(*from, *to) {
                faults.push(format!("missed: {line}"));
            }
        }
        for leak in &leaks {
            if !marks
                .iter()
                .any(|(from, to)| leak.start < *to && *from < leak.end)
            {
                faults.push(format!("too much (“{}”): {line}", leak.text));
            }
        }
    }
    assert!(count >= 200, "{count} are few");
    assert!(
        faults.is_empty(),
        "{} of {count}:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[test]
fn ordinary_words_and_numbers_raise_no_alarm() {
    let lines: Vec<&str> = DECOYS.lines().collect();
    assert!(lines.len() >= 200, "{} are few", lines.len());
    let faults: Vec<String> = lines
        .iter()
        .flat_map(|line| {
            let (text, _) = marked(line);
            SCANNER
                .scan(&text)
                .into_iter()
                .map(move |leak| format!("“{}” ({:?}): {line}", leak.text, leak.kind))
        })
        .collect();
    assert!(
        faults.is_empty(),
        "{} of {}:\n{}",
        faults.len(),
        lines.len(),
        faults.join("\n")
    );
}

#[test]
fn a_leak_says_whose_it_is_and_what() {
    let cases = [
        (
            "Catarina Hartnoll",
            Some("Catarina Hartnoll"),
            LeakKind::Name,
        ),
        ("Fenner", Some("Dale Fenner"), LeakKind::NamePart),
        ("Kitty", Some("Catarina Hartnoll"), LeakKind::Alias),
        (
            "943 476 5919",
            Some("Catarina Hartnoll"),
            LeakKind::NhsNumber,
        ),
        ("401 023 2137", None, LeakKind::NhsNumber),
        ("07700 900123", Some("Catarina Hartnoll"), LeakKind::Phone),
        ("LK19 WXB", Some("Dale Fenner"), LeakKind::Vehicle),
        (
            "14 March 1988",
            Some("Catarina Hartnoll"),
            LeakKind::DateOfBirth,
        ),
        ("LS6 3HN", None, LeakKind::Postcode),
    ];
    for (text, identity, kind) in cases {
        let leaks = SCANNER.scan(text);
        let [leak] = &leaks[..] else {
            panic!("{text}: {leaks:?}");
        };
        assert_eq!(
            (leak.identity.as_deref(), leak.kind),
            (identity, kind),
            "{text}"
        );
        assert!(leak.why.ends_with('.'), "{}", leak.why);
    }
}
