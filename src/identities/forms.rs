//! Every form in which somebody or something is written.

use chrono::{Datelike, NaiveDate};

use super::fold::folded;
use super::words;
use crate::dates::month_name;
use crate::model::{Identifier, IdentifierKind, Person, Place};

/// One way of writing an identity. Capitals, marks on letters, kinds of apostrophes, spaces and line breaks do not count when it is looked
/// for, nor do spaces and hyphens in an identifier.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Form {
    pub text: String,
    pub kind: FormKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FormKind {
    /// The whole name, also turned round.
    Name,
    /// A word of it.
    NamePart,
    Alias,
    /// With full stops, or in capitals that stand for nothing else.
    Initials,
    Identifier(IdentifierKind),
    /// One of the ways in which the date is written.
    DateOfBirth,
    DateOfDeath,
}

impl FormKind {
    pub fn is_name(self) -> bool {
        matches!(
            self,
            Self::Name | Self::NamePart | Self::Alias | Self::Initials
        )
    }
}

/// The name, its parts, the other names, initials and dates; in the order in which they are told.
pub(super) fn of_person(person: &Person, identifiers: &[&Identifier]) -> Vec<Form> {
    let mut forms = Vec::new();
    names(&person.name, FormKind::Name, &mut forms);
    for alias in &person.aliases {
        names(alias, FormKind::Alias, &mut forms);
    }
    initials(&person.name, &mut forms);
    identified(identifiers, &mut forms);
    dates(person.date_of_birth, FormKind::DateOfBirth, &mut forms);
    dates(person.date_of_death, FormKind::DateOfDeath, &mut forms);
    forms
}

pub(super) fn of_place(place: &Place, identifiers: &[&Identifier]) -> Vec<Form> {
    let mut forms = Vec::new();
    push(&mut forms, place.name.trim(), FormKind::Name);
    for form in &place.forms {
        push(&mut forms, form.trim(), FormKind::Alias);
    }
    identified(identifiers, &mut forms);
    forms
}

pub(super) fn names(name: &str, kind: FormKind, forms: &mut Vec<Form>) {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if !name.contains(char::is_alphanumeric) || words::is_description(&name) {
        return;
    }
    push(forms, &name, kind);
    let bare = without_title(&name);
    push(forms, bare, kind);
    if is_code(bare) {
        return push(forms, &bare.replace(' ', ""), kind);
    }
    if let Some((last, first)) = bare.split_once(", ") {
        push(forms, &format!("{first} {last}"), kind);
    } else if let Some((first, last)) = bare.rsplit_once(' ') {
        push(forms, &format!("{last}, {first}"), kind);
        push(forms, &format!("{last} {first}"), kind);
        push(forms, &bare.replace(' ', ""), kind);
    }
    for part in parts(bare) {
        push(forms, part, FormKind::NamePart);
    }
}

/// The words of a name by which somebody would be known: of a double name also each half.
fn parts(name: &str) -> Vec<&str> {
    let whole = name.split([' ', ',']).filter(|word| !word.is_empty());
    let halves = name.split([' ', ',', '-']).filter(|word| !word.is_empty());
    let mut parts: Vec<&str> = Vec::new();
    for part in whole.chain(halves) {
        let part = part.trim_matches(|letter: char| !letter.is_alphanumeric());
        let small = part.to_lowercase();
        let letters = part.chars().filter(|letter| letter.is_alphabetic()).count();
        let known = part == name || parts.contains(&part);
        if letters < 2 || known || words::is_particle(&small) || words::is_title(&small) {
            continue;
        }
        let of_capitals = part.chars().all(char::is_uppercase) && letters < 4;
        let names = words::begins_capital(part) || is_joined_to_a_particle(part);
        if !(of_capitals && words::is_acronym(part)) && names {
            parts.push(part);
        }
    }
    parts
}

/// “d’Souza”, “al-Rashid”: a name that is known with what stands before it.
fn is_joined_to_a_particle(word: &str) -> bool {
    let joined = word.split_once(['\'', '’', '-']);
    joined.is_some_and(|(_, name)| words::begins_capital(name))
}

/// “LX19 QZV”, “REF-88417-Q” or an e-mail address as somebody’s other “name”: nobody is known by a part of it.
fn is_code(name: &str) -> bool {
    let count = |is: fn(char) -> bool| name.chars().filter(|letter| is(*letter)).count();
    let digits = count(|letter| letter.is_ascii_digit());
    let words = name.split(|letter: char| !letter.is_alphanumeric());
    let of_letters =
        |word: &str| word.contains(|letter: char| letter.is_ascii_digit()) || is_short_mark(word);
    let is_number = digits > 0
        && (2 * digits >= count(char::is_alphanumeric) || words.into_iter().all(of_letters));
    is_number || name.contains('@')
}

/// Letters as they stand in front of a number, or nothing.
fn is_short_mark(word: &str) -> bool {
    word.len() <= 4 && word.chars().all(|letter| letter.is_ascii_uppercase())
}

/// “Dr”, “PC 4521” and the like before a name.
fn without_title(name: &str) -> &str {
    let mut rest = name;
    while let Some((first, more)) = rest.split_once(' ') {
        let number = first.chars().all(|letter| letter.is_ascii_digit());
        if !(words::is_title(&folded(first)) || number) {
            break;
        }
        rest = more;
    }
    rest
}

/// “D.O.”, and “DO” where that stands for nothing else.
fn initials(name: &str, forms: &mut Vec<Form>) {
    if words::is_description(name) {
        return;
    }
    let bare = without_title(name.trim());
    let letters: Vec<String> = bare
        .split([' ', '-'])
        .filter(|word| words::begins_capital(word) && !words::is_particle(&word.to_lowercase()))
        .filter_map(|word| word.chars().find(|letter| letter.is_alphabetic()))
        .map(|letter| letter.to_string())
        .collect();
    if !(2..=4).contains(&letters.len()) {
        return;
    }
    push(
        forms,
        &format!("{}.", letters.join(".")),
        FormKind::Initials,
    );
    push(
        forms,
        &format!("{}.", letters.join(". ")),
        FormKind::Initials,
    );
    let capitals = letters.concat();
    if !words::is_acronym(&capitals) && !words::is_ordinary(&capitals.to_lowercase()) {
        push(forms, &capitals, FormKind::Initials);
    }
}

fn identified(identifiers: &[&Identifier], forms: &mut Vec<Form>) {
    for identifier in identifiers {
        push(
            forms,
            identifier.text.trim(),
            FormKind::Identifier(identifier.kind),
        );
    }
}

pub(super) fn dates(date: Option<NaiveDate>, kind: FormKind, forms: &mut Vec<Form>) {
    for way in date.map(ways_of_writing).unwrap_or_default() {
        push(forms, &way, kind);
    }
}

pub(super) fn push(forms: &mut Vec<Form>, text: &str, kind: FormKind) {
    if text.contains(char::is_alphanumeric) && !forms.iter().any(|form| form.text == text) {
        forms.push(Form {
            text: text.to_owned(),
            kind,
        });
    }
}

/// How a day is written in Britain, in figures and in words; capitals do not count.
pub fn ways_of_writing(date: NaiveDate) -> Vec<String> {
    let (day, month, year) = (date.day(), date.month(), date.year());
    let short_year = year.rem_euclid(100);
    let name = month_name(month);
    let nth = format!("{day}{}", ordinal_ending(day));
    let mut short = vec![name.chars().take(3).collect::<String>()];
    if month == 9 {
        short.push("Sept".to_owned());
    }
    let mut ways = Vec::new();
    for name in std::iter::once(name.to_owned()).chain(short) {
        for day in [day.to_string(), format!("{day:02}"), nth.clone()] {
            ways.push(format!("{day} {name} {year}"));
            ways.push(format!("{day} {name}, {year}"));
            ways.push(format!("{name} {day}, {year}"));
            ways.push(format!("{name} {day} {year}"));
            ways.push(format!("{day}-{name}-{year}"));
            ways.push(format!("{day} {name} {short_year:02}"));
            ways.push(format!("{day}-{name}-{short_year:02}"));
        }
        ways.push(format!("{nth} of {name} {year}"));
        ways.push(format!("{nth} of {name}, {year}"));
    }
    for mark in ["/", ".", "-"] {
        for (day, month) in [
            (format!("{day}"), format!("{month}")),
            (format!("{day:02}"), format!("{month:02}")),
        ] {
            ways.push(format!("{day}{mark}{month}{mark}{year}"));
            ways.push(format!("{day}{mark}{month}{mark}{short_year:02}"));
        }
        ways.push(format!("{year}{mark}{month:02}{mark}{day:02}"));
    }
    ways.push(format!("{day:02}{month:02}{year}"));
    ways.push(format!("{year}{month:02}{day:02}"));
    ways.sort();
    ways.dedup();
    ways
}

pub(super) fn ordinal_ending(day: u32) -> &'static str {
    match (day % 10, day / 10) {
        (_, 1) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}
