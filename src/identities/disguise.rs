//! A text without identities.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use super::context::{Around, Verdict, verdict};
use super::finding::{Finder, Hit};
use super::fold::{Folded, folded};
use super::forms::FormKind;
use super::reader::Reader;
use super::register::{IdentityOf, Register};
use super::replaced::{Disguised, Doubtful, Replaced, Why};
use super::someone::{self, Someone, Told};
use super::words;
use super::writing::{self, Writing};
use super::written::{Written, all_written, number_withheld};
use crate::drafting::{Inline, pieces};
use crate::model::{IdentifierKind, PersonId, Review};

/// Register, policy and rulings of a review, ready.
#[derive(Debug)]
pub struct Disguise<'a> {
    pub(super) review: &'a Review,
    pub(super) register: Register,
    pub(super) finder: Finder,
    pub(super) written: Vec<Written>,
    /// By form, word before and word after: whose name it is, or nobody’s.
    rulings: HashMap<(String, String, String), Option<PersonId>>,
    pub(super) births: HashSet<chrono::NaiveDate>,
    pub(super) reader: Reader,
}

/// What was found, before it is known what stands in its place.
enum Found {
    Someone(Someone),
    Else { became: String, why: Why },
}

impl<'a> Disguise<'a> {
    /// For what is published.
    pub fn of(review: &'a Review) -> Self {
        Self::with(review, Reader::Everybody)
    }

    /// For the family, who read the draft before it is published.
    pub fn for_the_family(review: &'a Review) -> Self {
        Self::with(review, Reader::Family)
    }

    fn with(review: &'a Review, reader: Reader) -> Self {
        let register = reader.register(review);
        let finder = Finder::of(&register);
        let written = all_written(review, &register, &finder);
        let rulings = review.publishing.rulings.iter().map(|ruling| {
            let words = (
                folded(&ruling.form),
                ruling.before.to_lowercase(),
                small(&ruling.after),
            );
            (words, ruling.person)
        });
        Self {
            review,
            rulings: rulings.collect(),
            births: review
                .people
                .iter()
                .filter_map(|person| person.date_of_birth)
                .collect(),
            register,
            finder,
            written,
            reader,
        }
    }

    /// For whom no pseudonym was chosen, or one that holds somebody's name; words such as “a relative” stand in their place.
    pub fn unnamed(&self) -> Vec<PersonId> {
        let all = self.register.identities.iter().zip(&self.written);
        let stopgaps = all.filter(|(_, written)| written.stopgap);
        stopgaps
            .filter_map(|(identity, _)| match identity.of {
                Some(IdentityOf::Person(id)) => Some(id),
                _ => None,
            })
            .collect()
    }

    /// Puts what was chosen in the place of every identity; what holds none and no date comes back byte for byte.
    pub fn text(&self, text: &str) -> Disguised {
        if !text.contains(char::is_alphanumeric) {
            return Disguised {
                text: text.to_owned(),
                ..Disguised::default()
            };
        }
        let mut doubtful = Vec::new();
        let found = self.found(text, &mut doubtful);
        let chosen = longest_first(found, &handles(text));
        let chosen = self.brought_together(text, chosen, &mut doubtful);
        let mut disguised = self.rewritten(text, chosen);
        doubtful.sort_by_key(|doubt: &Doubtful| doubt.range.start);
        doubtful.dedup();
        disguised.doubtful = doubtful;
        disguised
    }

    fn found(&self, text: &str, doubtful: &mut Vec<Doubtful>) -> Vec<(Range<usize>, Found)> {
        let mut found = Vec::new();
        let folded = Folded::of(text);
        for hit in self.finder.hits(text, &folded) {
            match hit.pattern.form.kind {
                FormKind::Identifier(kind) => {
                    let became = self.number(kind);
                    found.push((
                        hit.range,
                        Found::Else {
                            became,
                            why: Why::Identifier(kind),
                        },
                    ));
                }
                FormKind::DateOfBirth | FormKind::DateOfDeath => match self.reader {
                    Reader::Everybody => found.extend(self.date_form(&hit)),
                    Reader::Family => {}
                },
                _ => found.extend(self.named(text, &hit, doubtful)),
            }
        }
        if self.reader == Reader::Family {
            return found;
        }
        for coarse in super::coarse::all(text, &self.review.template.publication, &self.births) {
            let found_else = Found::Else {
                became: coarse.became,
                why: coarse.why,
            };
            found.push((coarse.range, found_else));
        }
        found
    }

    fn number(&self, kind: IdentifierKind) -> String {
        number_withheld(kind, &self.review.template.publication)
    }

    fn date_form(&self, hit: &Hit<'_>) -> Option<(Range<usize>, Found)> {
        let of = |owner: &usize| match self.register.identities[*owner].of {
            Some(IdentityOf::Person(id)) => self.review.person(id),
            _ => None,
        };
        let person = hit.pattern.owners.iter().find_map(of)?;
        let policy = &self.review.template.publication;
        let (became, why) = match hit.pattern.form.kind {
            FormKind::DateOfBirth => (
                super::coarse::birth(person.date_of_birth?),
                Why::DateOfBirth,
            ),
            _ => (
                super::coarse::date(person.date_of_death?, policy.dates),
                Why::DateOfDeath,
            ),
        };
        Some((hit.range.clone(), Found::Else { became, why }))
    }

    fn named(
        &self,
        text: &str,
        hit: &Hit<'_>,
        doubtful: &mut Vec<Doubtful>,
    ) -> Option<(Range<usize>, Found)> {
        let range = hit.range.clone();
        let mut someone = Someone::of(hit, &self.register);
        if hit.pattern.ordinary {
            let word = &text[range.clone()];
            let around = Around::of(text, &range);
            match self.ruled(word, &around) {
                Some(Some(person)) => self.leave_only(&mut someone, person),
                Some(None) => return None,
                None if word.contains(char::is_whitespace) => {}
                None => match verdict(word, &around) {
                    Verdict::Ordinary => return None,
                    Verdict::Doubtful => doubtful.push(self.doubt(text, &range, &someone.owners)),
                    Verdict::Name => {}
                },
            }
        }
        Some((range, Found::Someone(someone)))
    }

    fn ruled(&self, word: &str, around: &Around<'_>) -> Option<Option<PersonId>> {
        if self.rulings.is_empty() {
            return None;
        }
        let words = (folded(word), around.before_small(), around.after_small());
        self.rulings.get(&words).copied()
    }

    fn doubt(&self, text: &str, range: &Range<usize>, owners: &[usize]) -> Doubtful {
        let around = Around::of(text, range);
        let person = |owner: &usize| match self.register.identities[*owner].of {
            Some(IdentityOf::Person(id)) => Some(id),
            _ => None,
        };
        Doubtful {
            range: range.clone(),
            form: text[range.clone()].to_owned(),
            before: around.before_small(),
            after: around.after_small(),
            people: owners.iter().filter_map(person).collect(),
        }
    }

    /// Titles, initials and several names of one person become one.
    fn brought_together(
        &self,
        text: &str,
        chosen: BTreeMap<usize, (usize, Found)>,
        doubtful: &mut Vec<Doubtful>,
    ) -> Vec<(Range<usize>, Writing)> {
        let mut together: Vec<(Range<usize>, Writing)> = Vec::new();
        let mut open: Option<(Range<usize>, Someone)> = None;
        let mut close = |one: Option<(Range<usize>, Someone)>,
                         together: &mut Vec<(Range<usize>, Writing)>| {
            let Some((range, someone)) = one else { return };
            let free_from = together.last().map_or(0, |(before, _)| before.end);
            let Some(told) = self.told(text, range, someone, free_from) else {
                return;
            };
            if told.unsure {
                doubtful.push(self.doubt(text, &told.named, &told.owners));
            }
            together.push((told.range, told.writing));
        };
        for (start, (end, found)) in chosen {
            match found {
                Found::Someone(next) => {
                    let joined = open.as_ref().and_then(|(range, someone)| {
                        someone.joined(&next, &text[range.end..start])
                    });
                    match (joined, &mut open) {
                        (Some(joined), Some((range, someone))) => {
                            range.end = end;
                            *someone = joined;
                        }
                        _ => {
                            close(open.take(), &mut together);
                            open = Some((start..end, next));
                        }
                    }
                }
                Found::Else { became, why } => {
                    close(open.take(), &mut together);
                    together.push((start..end, Writing::plain(became, why)));
                }
            }
        }
        close(open.take(), &mut together);
        together
    }

    /// What is written for somebody; where several could be meant, for the one that was settled. None: it was settled that the words
    /// are no name.
    fn told(
        &self,
        text: &str,
        range: Range<usize>,
        mut someone: Someone,
        free_from: usize,
    ) -> Option<Told> {
        let told = someone::writing(self, text, range.clone(), someone.clone(), free_from);
        if !told.unsure {
            return Some(told);
        }
        let named = told.named.clone();
        match self.ruled(&text[named.clone()], &Around::of(text, &named)) {
            Some(Some(person)) => {
                self.leave_only(&mut someone, person);
                Some(someone::writing(self, text, range, someone, free_from))
            }
            Some(None) => None,
            None => Some(told),
        }
    }

    /// Nobody but the person for whom it was settled.
    fn leave_only(&self, someone: &mut Someone, person: PersonId) {
        let of = Some(IdentityOf::Person(person));
        let mut identities = self.register.identities.iter();
        someone.owners = identities
            .position(|one| one.of == of)
            .into_iter()
            .collect();
    }

    fn rewritten(&self, text: &str, chosen: Vec<(Range<usize>, Writing)>) -> Disguised {
        let citations = cited(text);
        let mut now = String::with_capacity(text.len());
        let mut replaced = Vec::with_capacity(chosen.len());
        let mut from = 0;
        for (range, writing) in chosen {
            let fitted = writing::fitted(text, from, range, writing);
            let (range, mut became, why) = (fitted.range, fitted.became, fitted.why);
            if citations.iter().any(|cited| cited.contains(&range.start)) {
                became = became.replace('[', "(").replace(']', ")");
            }
            let was = &text[range.clone()];
            now.push_str(&text[from..range.start]);
            from = range.end;
            let start = now.len();
            now.push_str(&became);
            if was != became {
                let range_now = start..now.len();
                replaced.push(Replaced {
                    range,
                    range_now,
                    was: was.to_owned(),
                    became,
                    why,
                });
            }
        }
        now.push_str(&text[from..]);
        Disguised {
            text: now,
            replaced,
            doubtful: Vec::new(),
        }
    }
}

/// Of what lies over one another the longer counts; `kept` is left alone.
fn longest_first(
    mut found: Vec<(Range<usize>, Found)>,
    kept: &[Range<usize>],
) -> BTreeMap<usize, (usize, Found)> {
    found.sort_by_key(|(range, _)| (usize::MAX - range.len(), range.start));
    let mut chosen: BTreeMap<usize, (usize, Found)> = BTreeMap::new();
    for (range, what) in found {
        let before = chosen.range(..range.end).next_back();
        let free = before.is_none_or(|(_, (end, _))| *end <= range.start);
        let touches = |kept: &Range<usize>| kept.start < range.end && range.start < kept.end;
        if free && !range.is_empty() && !kept.iter().any(touches) {
            chosen.insert(range.start, (range.end, what));
        }
    }
    chosen
}

/// Where citations stand: what is written in them must not end them.
fn cited(text: &str) -> Vec<Range<usize>> {
    if !text.contains('[') {
        return Vec::new();
    }
    let all = pieces(text).into_iter();
    all.filter(|(_, piece)| matches!(piece, Inline::Citation(_) | Inline::Note(_)))
        .map(|(range, _)| range)
        .collect()
}

/// “[entry 22”, by which something is cited, and “[note”.
fn handles(text: &str) -> Vec<Range<usize>> {
    if !text.contains('[') {
        return Vec::new();
    }
    let starts = text.match_indices('[').map(|(at, _)| at);
    starts
        .filter_map(|at| {
            let rest = &text[at + 1..];
            let length = rest.find([':', ']'])?;
            let (word, number) = rest[..length]
                .split_once(' ')
                .unwrap_or((&rest[..length], "0"));
            let known = [
                "entry",
                "person",
                "date",
                "finding",
                "recommendation",
                "paragraph",
                "note",
            ];
            let handle =
                known.contains(&word) && number.bytes().all(|digit| digit.is_ascii_digit());
            handle.then_some(at..at + 1 + length)
        })
        .collect()
}

fn small(word: &str) -> String {
    word.to_lowercase().replace('’', "'")
}

impl Disguise<'_> {
    pub fn register(&self) -> &Register {
        &self.register
    }

    /// What stands in the place of somebody, or of a place.
    pub fn written_for(&self, of: IdentityOf) -> &str {
        let mut identities = self.register.identities.iter();
        let at = identities.position(|identity| identity.of == Some(of));
        at.and_then(|at| self.written.get(at))
            .map_or(words::WITHHELD, |written| &written.text)
    }
}
