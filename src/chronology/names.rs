//! Finding the forms of people's names in running text.

use std::borrow::Cow;
use std::collections::HashMap;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use crate::model::{Person, PersonId};

/// Names that are ordinary words too: in small letters they are taken for the word, not the name.
const ALSO_WORDS: [&str; 35] = [
    "art",
    "bill",
    "bond",
    "carol",
    "chase",
    "christian",
    "dawn",
    "drew",
    "faith",
    "frank",
    "gay",
    "gene",
    "grace",
    "grant",
    "guy",
    "harmony",
    "hope",
    "ivy",
    "jack",
    "joy",
    "lance",
    "mark",
    "melody",
    "miles",
    "norm",
    "olive",
    "pat",
    "patience",
    "penny",
    "prince",
    "rich",
    "rob",
    "rose",
    "sue",
    "will",
];

/// Names that are words with a capital too (months): never certain.
const ALSO_MONTHS: [&str; 4] = ["april", "august", "june", "may"];

/// Up to so many patterns the fastest finder is worth its memory (a few megabytes).
const FEW: usize = 1000;

/// Every form of every person's name, ready to be looked for.
pub struct Names {
    finder: Option<AhoCorasick>,
    forms: Vec<Form>,
    /// Index into `forms`, by number of the finder's pattern.
    form_of_pattern: Vec<usize>,
}

struct Form {
    wording: String,
    /// More than one where several people share the form.
    people: Vec<PersonId>,
    /// One or two letters: initials, which must be written exactly so.
    exact: bool,
    nature: Nature,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Nature {
    /// Several words: found in any case.
    SeveralWords,
    OneWord,
    AlsoAWord,
    AlsoAMonth,
}

/// A person named in a text.
pub struct FoundName {
    pub person: PersonId,
    /// Several people share the form, or it may be an ordinary word.
    pub uncertain: bool,
    /// Where, in the text with single spaces.
    pub start: usize,
    pub end: usize,
}

impl Names {
    pub fn of(people: &[Person]) -> Self {
        let mut forms: Vec<Form> = Vec::new();
        let mut known: HashMap<String, usize> = HashMap::new();
        for person in people {
            let written = std::iter::once(&person.name).chain(&person.aliases);
            for wording in written.flat_map(|name| forms_of(name)) {
                let exact = wording.chars().filter(|c| c.is_alphanumeric()).count() <= 2;
                let folded = if exact {
                    wording.clone()
                } else {
                    wording.to_lowercase()
                };
                let at = *known.entry(folded.clone()).or_insert_with(|| {
                    forms.push(Form {
                        nature: nature_of(&folded),
                        wording,
                        people: Vec::new(),
                        exact,
                    });
                    forms.len() - 1
                });
                if !forms[at].people.contains(&person.id) {
                    forms[at].people.push(person.id);
                }
            }
        }
        // Letters beyond a to z are not folded by the finder: such a form also stands there in small and in capitals.
        let mut patterns: Vec<String> = Vec::new();
        let mut form_of_pattern: Vec<usize> = Vec::new();
        for (at, form) in forms.iter().enumerate() {
            let mut variants = vec![form.wording.clone()];
            if !form.exact && !form.wording.is_ascii() {
                variants.extend([form.wording.to_lowercase(), form.wording.to_uppercase()]);
            }
            form_of_pattern.extend(variants.iter().map(|_| at));
            patterns.extend(variants);
        }
        let finder = (!patterns.is_empty())
            .then(|| {
                AhoCorasick::builder()
                    .ascii_case_insensitive(true)
                    .kind((patterns.len() <= FEW).then_some(AhoCorasickKind::DFA))
                    .build(&patterns)
                    .ok()
            })
            .flatten();
        Self {
            finder,
            forms,
            form_of_pattern,
        }
    }

    /// Whether no name is known: then nothing need be read.
    pub fn is_empty(&self) -> bool {
        self.finder.is_none()
    }

    /// Everybody named in `text`, in order of appearance; a person named twice appears twice.
    ///
    /// Whole words only; of two forms over one another the longer counts, so that "Amina Yusuf" does not also name
    /// the daughter called Amina.
    pub fn in_text(&self, text: &str, found: &mut Vec<FoundName>) {
        let Some(finder) = &self.finder else {
            return;
        };
        let text = with_single_spaces(text);
        let mut hits: Vec<(usize, usize, &Form)> = finder
            .find_overlapping_iter(text.as_ref())
            .map(|hit| {
                let form = &self.forms[self.form_of_pattern[hit.pattern().as_usize()]];
                (hit.start(), hit.end(), form)
            })
            .filter(|(start, end, form)| {
                is_whole(&text, *start, *end) && form.fits(&text[*start..*end])
            })
            .collect();
        hits.sort_by_key(|(start, end, _)| (*start, usize::MAX - end));
        let mut free_from = 0;
        for (start, end, form) in hits {
            if start < free_from {
                continue;
            }
            free_from = end;
            let uncertain = form.people.len() > 1 || form.is_doubtful(&text[start..end]);
            found.extend(form.people.iter().map(|person| FoundName {
                person: *person,
                uncertain,
                start,
                end,
            }));
        }
    }
}

impl Form {
    fn fits(&self, written: &str) -> bool {
        match self.nature {
            _ if self.exact => written == self.wording,
            Nature::AlsoAWord | Nature::AlsoAMonth => !begins_small(written),
            Nature::OneWord | Nature::SeveralWords => true,
        }
    }

    fn is_doubtful(&self, written: &str) -> bool {
        match self.nature {
            Nature::AlsoAMonth => true,
            Nature::OneWord => !self.exact && begins_small(written) && !begins_small(&self.wording),
            Nature::AlsoAWord | Nature::SeveralWords => false,
        }
    }
}

fn nature_of(folded: &str) -> Nature {
    if folded.contains(char::is_whitespace) {
        Nature::SeveralWords
    } else if ALSO_MONTHS.contains(&folded) {
        Nature::AlsoAMonth
    } else if ALSO_WORDS.contains(&folded) {
        Nature::AlsoAWord
    } else {
        Nature::OneWord
    }
}

/// A name as written, and as lists of names turn it round ("Yusuf, Amina"), with either kind of apostrophe.
fn forms_of(name: &str) -> Vec<String> {
    let name = with_single_spaces(name.trim()).into_owned();
    if !name.contains(char::is_alphanumeric) {
        return Vec::new();
    }
    let mut forms = vec![name.clone()];
    if let Some((last, first)) = name.split_once(", ") {
        forms.push(format!("{first} {last}"));
    } else if let Some((first, last)) = name.rsplit_once(' ') {
        forms.push(format!("{last}, {first}"));
        forms.push(format!("{last} {first}"));
    }
    let curled: Vec<String> = forms
        .iter()
        .flat_map(|form| [form.replace('\'', "’"), form.replace('’', "'")])
        .filter(|form| !forms.contains(form))
        .collect();
    forms.extend(curled);
    forms
}

/// Line breaks, tabs, fixed and double spaces as single ones, so that a name broken over two lines is found.
pub fn with_single_spaces(text: &str) -> Cow<'_, str> {
    // Without leaving early, so that the compiler can look at many bytes at once.
    let bytes = text.as_bytes();
    let uneven = bytes.iter().fold(false, |found, byte| {
        found | matches!(byte, b'\n' | b'\r' | b'\t' | 0xC2)
    }) | bytes
        .iter()
        .zip(bytes.iter().skip(1))
        .fold(false, |found, (one, next)| {
            found | ((*one == b' ') & (*next == b' '))
        });
    if !uneven {
        return Cow::Borrowed(text);
    }
    let mut even = String::with_capacity(text.len());
    let mut after_space = false;
    for letter in text.chars() {
        let space = letter.is_whitespace();
        if !(space && after_space) {
            even.push(if space { ' ' } else { letter });
        }
        after_space = space;
    }
    Cow::Owned(even)
}

/// Whether the stretch is no part of a longer word: "Ann" stands in neither "Joanne" nor "Ann-Marie" nor "O’Ann",
/// but it does in "Ann’s".
fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let mut before = text[..start].chars().rev();
    let ends_before = match before.next() {
        None => true,
        Some(joint) if is_joint(joint) => !before.next().is_some_and(char::is_alphanumeric),
        Some(letter) => !letter.is_alphanumeric(),
    };
    let mut after = text[end..].chars();
    let begins_after = match after.next() {
        None => true,
        Some('-') => !after.next().is_some_and(char::is_alphanumeric),
        Some('\'' | '’') => match after.next() {
            Some('s' | 'S') => !after.next().is_some_and(char::is_alphanumeric),
            Some(letter) => !letter.is_alphanumeric(),
            None => true,
        },
        Some(letter) => !letter.is_alphanumeric(),
    };
    ends_before && begins_after
}

fn is_joint(letter: char) -> bool {
    matches!(letter, '-' | '\'' | '’')
}

fn begins_small(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Role;

    fn person(id: i64, name: &str, aliases: &[&str]) -> Person {
        Person {
            id: PersonId(id),
            name: name.to_owned(),
            role: Role::Other,
            aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
            date_of_birth: None,
            pseudonym: String::new(),
            note: String::new(),
            ..Person::default()
        }
    }

    #[test]
    fn names_are_found_as_people_write_them() {
        let names = Names::of(&[
            person(1, "Amina Yusuf", &["AY", "Mina", "Mrs Yusuf"]),
            person(2, "Amina", &[]),
            person(3, "Zoë O'Neil", &["Zoë", "Ann"]),
            person(4, "Hope Danso", &["Hope", "AY", "May"]),
        ]);
        // A question mark after the number: uncertain.
        let cases = [
            ("Amina Yusuf attended", "1"),
            ("AMINA YUSUF attended with Amina", "1 2"),
            ("YUSUF, Amina (d.o.b. redacted)", "1"),
            ("Amina\n Yusuf’s GP", "1"),
            ("call from mina", "1?"),
            ("Mina's sister, MINA, minaret", "1 1"),
            ("AY and ay and RAY", "1? 4?"),
            ("ZOË said", "3"),
            ("zoë o’neil", "3"),
            ("Zoë O'Neil", "3"),
            ("Ann-Marie and Joanne and Annabel", ""),
            ("Ann’s flat; (ann)", "3 3?"),
            ("There is hope. Hope rang.", "4"),
            ("She may ring in May", "4?"),
            ("Ms Yusuf", ""),
        ];
        for (text, expected) in cases {
            let mut found = Vec::new();
            names.in_text(text, &mut found);
            let written: Vec<String> = found
                .iter()
                .map(|one| format!("{}{}", one.person, if one.uncertain { "?" } else { "" }))
                .collect();
            assert_eq!(written.join(" "), expected, "{text}");
        }
    }
}
