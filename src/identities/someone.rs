//! Somebody named in a text: with title and initials, by one name or several, alone or with others of the same name.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::disguise::Disguise;
use super::finding::Hit;
use super::fold::folded;
use super::forms::FormKind;
use super::reader::Reader;
use super::register::{IdentityOf, Register};
use super::replaced::Why;
use super::words::WITHHELD;
use super::writing::Writing;
use crate::model::Sex;

#[derive(Debug, Clone)]
pub(super) struct Someone {
    pub owners: Vec<usize>,
    kind: FormKind,
    /// “the Dansos”
    plural: bool,
    /// Only people's names come together.
    person: bool,
    words: String,
}

/// What is to be written for it.
pub(super) struct Told {
    pub range: Range<usize>,
    pub writing: Writing,
    /// Nobody could be told among these.
    pub unsure: bool,
    pub owners: Vec<usize>,
    pub named: Range<usize>,
}

impl Someone {
    pub fn of(hit: &Hit<'_>, register: &Register) -> Self {
        let person = hit.pattern.owners.iter().all(|owner| {
            let of = register.identities[*owner].of;
            !matches!(of, Some(IdentityOf::Place(_)))
        });
        Self {
            owners: hit.pattern.owners.clone(),
            kind: hit.pattern.form.kind,
            plural: hit.plural(),
            person,
            words: hit.pattern.form.text.to_lowercase(),
        }
    }

    /// The one that both name, where only a space, an initial or a quotation mark stands between.
    pub fn joined(&self, next: &Self, between: &str) -> Option<Self> {
        static BETWEEN: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new(
                r#"^(?:[ \t\u{A0}]+|\r?\n)(?:\p{Lu}\.?\s+)?$|^\s*["“‘'(]$|^["”’')]\s+$|^[-‐‑]$"#,
            )
            .expect("a constant pattern")
        });
        if self.plural
            || !self.person
            || !next.person
            || self.words == next.words
            || !BETWEEN.is_match(between)
        {
            return None;
        }
        let both = self
            .owners
            .iter()
            .copied()
            .filter(|owner| next.owners.contains(owner));
        let owners: Vec<usize> = both.collect();
        (!owners.is_empty()).then(|| Self {
            owners,
            kind: FormKind::Name,
            plural: next.plural,
            person: true,
            words: format!("{} {}", self.words, next.words),
        })
    }
}

/// Settles who is meant, and takes titles and initials along. Nothing before `free_from` may be taken.
pub(super) fn writing(
    disguise: &Disguise<'_>,
    text: &str,
    range: Range<usize>,
    someone: Someone,
    free_from: usize,
) -> Told {
    let named = range.clone();
    let mut range = range;
    let mut owners = someone.owners.clone();
    if someone.person && !matches!(someone.kind, FormKind::Initials) {
        if let Some(start) = pair_before(text, range.start, free_from) {
            return couple(disguise, text, start..range.end, named);
        }
        if let Some((start, initial)) = initial_before(text, range.start, free_from) {
            let fits =
                |owner: &usize| begins_with(&disguise.register.identities[*owner].real, initial);
            if narrowed(&mut owners, fits) {
                range.start = start;
            }
        }
        if let Some((start, titles)) = titles_before(text, range.start, free_from) {
            if disguise.reader == Reader::Everybody {
                range.start = start;
            }
            let hers = titles
                .iter()
                .any(|title| matches!(*title, "mrs" | "ms" | "miss"));
            let sex = if hers { Sex::Female } else { Sex::Male };
            let told = hers || titles.contains(&"mr");
            narrowed(&mut owners, |owner| {
                told && disguise.written[*owner].sex == sex
            });
            let married = titles.iter().any(|title| matches!(*title, "mr" | "mrs"));
            narrowed(&mut owners, |owner| {
                married && disguise.written[*owner].grown_up
            });
        }
    }
    settled(disguise, text, range, someone.plural, owners, named)
}

/// Leaves only those that fit, where any does.
fn narrowed(owners: &mut Vec<usize>, fits: impl Fn(&usize) -> bool) -> bool {
    let fitting: Vec<usize> = owners.iter().copied().filter(|owner| fits(owner)).collect();
    let some = !fitting.is_empty();
    if some {
        *owners = fitting;
    }
    some
}

/// “Mr and Mrs Danso”: the two grown-ups of that name.
fn couple(disguise: &Disguise<'_>, text: &str, range: Range<usize>, named: Range<usize>) -> Told {
    let name = folded(
        text[named.clone()]
            .rsplit(char::is_whitespace)
            .next()
            .unwrap_or_default(),
    );
    let identities = disguise.register.identities.iter().enumerate();
    let owners: Vec<usize> = identities
        .filter(|(_, identity)| {
            let mut forms = identity.forms.iter();
            forms.any(|form| form.kind == FormKind::NamePart && folded(&form.text) == name)
        })
        .map(|(at, _)| at)
        .collect();
    let of_sex = |sex: Sex| -> Vec<usize> {
        let all = owners.iter().copied();
        all.filter(|owner| disguise.written[*owner].sex == sex && disguise.written[*owner].grown_up)
            .collect()
    };
    let both = [of_sex(Sex::Male), of_sex(Sex::Female)];
    let (became, unsure) = match [both[0].as_slice(), both[1].as_slice()] {
        [[him], [her]] => {
            let (him, her) = (&disguise.written[*him].text, &disguise.written[*her].text);
            (format!("{him} and {her}"), false)
        }
        _ => ("[names withheld]".to_owned(), true),
    };
    let writing = Writing {
        became,
        phrase: false,
        why: Why::Shared,
    };
    Told {
        range,
        writing,
        unsure,
        owners,
        named,
    }
}

fn settled(
    disguise: &Disguise<'_>,
    text: &str,
    range: Range<usize>,
    plural: bool,
    owners: Vec<usize>,
    named: Range<usize>,
) -> Told {
    let first = &disguise.written[owners[0]];
    let alike = owners
        .iter()
        .all(|owner| disguise.written[*owner].text == first.text);
    let why = match disguise.register.identities[owners[0]].of {
        Some(IdentityOf::Person(id)) if owners.len() == 1 => Why::Person(id),
        Some(IdentityOf::Place(id)) => Why::Place(id),
        _ => Why::Shared,
    };
    let the = text[..range.start].to_lowercase().ends_with("the ");
    let told = |range, became: String, phrase, why, unsure| Told {
        range,
        writing: Writing {
            became,
            phrase,
            why,
        },
        unsure,
        owners: owners.clone(),
        named: named.clone(),
    };
    if plural && the {
        let family = if alike && !first.phrase {
            format!("{}’s family", first.text)
        } else {
            "the family".to_owned()
        };
        return told(range.start - 4..range.end, family, true, Why::Shared, false);
    }
    if alike {
        let ending = if plural && !first.phrase { "s" } else { "" };
        return told(
            range,
            format!("{}{ending}", first.text),
            first.phrase,
            why,
            false,
        );
    }
    if the && let Some(gap) = household_after(&text[range.end..]) {
        return told(
            range.start..range.end + gap,
            String::new(),
            true,
            Why::Shared,
            false,
        );
    }
    told(range, WITHHELD.to_owned(), true, Why::Shared, true)
}

/// “the Danso family” says who they are without the name; answers how many bytes part the two.
fn household_after(rest: &str) -> Option<usize> {
    static HOUSEHOLD: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(\s+)(?i:family|families|household|home|house|flat|residence|address|property|children|siblings|brothers|sisters|boys|girls)\b")
            .expect("a constant pattern")
    });
    Some(HOUSEHOLD.captures(rest)?.get(1)?.len())
}

fn begins_with(name: &str, initial: char) -> bool {
    let mut words = name.split_whitespace();
    words.any(|word| word.to_lowercase().starts_with(initial))
}

/// How far back a title may begin, in bytes.
const FARTHEST: usize = 48;

fn head(text: &str, start: usize, free_from: usize) -> (usize, &str) {
    let from = text.floor_char_boundary(start.saturating_sub(FARTHEST).max(free_from).min(start));
    (from, &text[from..start])
}

/// “G. ” or “G ” before a family name.
fn initial_before(text: &str, start: usize, free_from: usize) -> Option<(usize, char)> {
    static INITIAL: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?:^|[^\p{L}\p{N}'’])(((\p{Lu})\.?\s?)(?:\p{Lu}\.?\s?)?)$")
            .expect("a constant pattern")
    });
    let (from, head) = head(text, start, free_from);
    let found = INITIAL.captures(head)?;
    let whole = found.get(1)?;
    let spaced = whole
        .as_str()
        .ends_with(|last: char| last == '.' || last.is_whitespace());
    let letter = found.get(3)?.as_str().to_lowercase().chars().next()?;
    spaced.then_some((from + whole.start(), letter))
}

/// “Mr and Mrs ”, or “Mr and ” where the other title is a part of the name that was found.
fn pair_before(text: &str, start: usize, free_from: usize) -> Option<usize> {
    static PAIR: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"\b((?:Mr|Mrs|Ms|Dr)\.?\s*(?:and|&|/)\s*(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?\s+)?)$")
            .expect("a constant pattern")
    });
    static TITLED: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(?:Mr|Mrs|Ms|Miss|Dr)\.?\s").expect("a constant pattern"));
    let (from, head) = head(text, start, free_from);
    let found = PAIR.captures(head)?.get(1)?;
    let titled = TITLED
        .find_iter(&text[from + found.start()..])
        .take_while(|title| from + found.start() + title.start() <= start);
    (titled.count() >= 2).then_some(from + found.start())
}

/// “Mrs ”, “PC 4521 ”, in small letters.
fn titles_before(text: &str, start: usize, free_from: usize) -> Option<(usize, Vec<&'static str>)> {
    const TAKEN: [&str; 22] = [
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "dr",
        "doctor",
        "prof",
        "professor",
        "sir",
        "pc",
        "wpc",
        "dc",
        "ds",
        "di",
        "dci",
        "pcso",
        "ps",
        "sgt",
        "sergeant",
        "inspector",
        "constable",
    ];
    static TITLES: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"(?:^|[^\p{L}\p{N}'’-])((?:(?i:mr|mrs|ms|miss|mx|dr|doctor|prof|professor|sir|sgt|sergeant|inspector|constable)|PC|WPC|DC|DS|DI|DCI|PCSO|PS|Pc|Dc|Ds|Di)(?:\.|\s*/)?\s+(?:[0-9]{2,6}\s+)?){1,2}$",
        )
        .expect("a constant pattern")
    });
    let (from, head) = head(text, start, free_from);
    let found = TITLES.find(head)?;
    let whole = found.as_str();
    let lead = whole.len()
        - whole
            .trim_start_matches(|first: char| !first.is_alphanumeric())
            .len();
    let words = whole.to_lowercase();
    let words: Vec<&str> = words
        .split(|letter: char| !letter.is_alphanumeric())
        .collect();
    let titles = TAKEN.into_iter().filter(|title| words.contains(title));
    Some((from + found.start() + lead, titles.collect()))
}
