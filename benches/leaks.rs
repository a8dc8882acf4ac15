//! 1 MB of text searched for 40 identities with every form of their names, and for identifiers of anybody.
//!
//! Target: 10 ms. Run it with `cargo bench --bench leaks`.

mod support;

use std::hint::black_box;

use lantern::leaks::{Scanner, identities};
use support::{median, runs, timed, told};

const TARGET: (&str, f64) = ("target", 0.01);
const BYTES: usize = 1_000_000;
const FIRST: [&str; 8] = [
    "Catarina",
    "Dalia",
    "Mohammed",
    "Siobhán",
    "Rose",
    "Zoë",
    "Nguyễn",
    "Temperance",
];
const LAST: [&str; 5] = [
    "Hartnoll",
    "Okonkwo",
    "Chaudhry",
    "O’Neill-Szymańska",
    "Young",
];
/// Prose of the field, and sentences full of words and numbers that only look like somebody’s.
const PROSE: [&str; 4] = [
    include_str!("../src/app/manual/overview.md"),
    include_str!("../src/app/manual/panel.md"),
    include_str!("../src/app/manual/draft.md"),
    include_str!("../tests/fixtures/leaks/decoys.txt"),
];

fn main() {
    let mut csv = "real,pseudonym,role,variants,date_of_birth\n".to_owned();
    for (at, first) in FIRST.iter().enumerate() {
        for (of, last) in LAST.iter().enumerate() {
            let (day, month) = (at + 1, of + 1);
            csv.push_str(&format!(
                "{first} {last},Adult,other,{first}y;{last} senior;07700 9{day:02}{month:03},19{day}{month}-0{month}-1{day}\n"
            ));
        }
    }
    let register = match identities("people.csv", csv.as_bytes()) {
        Ok(register) => register,
        Err(error) => return println!("{error}"),
    };
    let scanner = Scanner::of(&register, &[]);
    let forms: usize = register.identities.iter().map(|one| one.forms.len()).sum();
    let mut text: String = PROSE.concat().chars().cycle().take(BYTES).collect();
    text.push_str(" Nobody told Catarina Hartnoll.");
    let times: Vec<_> = (0..runs())
        .map(|_| timed(|| black_box(scanner.scan(black_box(&text)))).1)
        .collect();
    println!(
        "{} identities in {forms} forms, {} bytes, {} found",
        register.identities.len(),
        text.len(),
        scanner.scan(&text).len()
    );
    told("search", median(&times), &[TARGET]);
}
