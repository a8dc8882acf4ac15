//! Weaknesses as codes, and codes as weaknesses.

use std::collections::HashMap;

use super::guid::{guid, same_form};
use super::tree::Element;
use crate::model::{Code, Review, Weakness};

/// The name of the set that holds good practice: a code itself cannot say it.
const GOOD_PRACTICE: &str = "Good practice";
/// Between a definition and its example, in the one description that a code has.
const EXAMPLE: &str = "\n\nExample: ";

pub(super) fn origin() -> String {
    format!("Lantern {}", env!("CARGO_PKG_VERSION"))
}

pub(super) fn code_guid(key: &str) -> String {
    guid("code", &[key])
}

/// The whole codebook of a `.qdc` file.
pub(super) fn codebook(review: &Review) -> Element {
    Element::new("CodeBook")
        .with("origin", origin())
        .holding([codes(review, &[])])
        .holding(sets(review))
}

/// `others`: keys of tags that the list does not know, or no longer.
pub(super) fn codes(review: &Review, others: &[&str]) -> Element {
    let list = &review.weaknesses;
    let own = list.iter().filter(|weakness| {
        let is_whole = |whole: &Weakness| whole.key == weakness.parent;
        weakness.parent.is_empty() || !list.iter().any(is_whole)
    });
    let known = own.map(|weakness| {
        let parts = list.iter().filter(|part| part.parent == weakness.key);
        code(weakness).holding(parts.map(code))
    });
    let unknown = others.iter().map(|key| coded(key, key));
    Element::new("Codes").holding(known.chain(unknown))
}

fn code(weakness: &Weakness) -> Element {
    let mut description = weakness.definition.trim().to_owned();
    if !weakness.example.trim().is_empty() {
        description.push_str(EXAMPLE);
        description.push_str(weakness.example.trim());
    }
    let code = coded(&weakness.key, &weakness.name);
    if description.is_empty() {
        return code;
    }
    code.holding([Element::new("Description").saying(description)])
}

fn coded(key: &str, name: &str) -> Element {
    Element::new("Code")
        .with("guid", code_guid(key))
        .with("name", name)
        .with("isCodable", "true")
}

/// The set of good practice; nothing where there is none.
pub(super) fn sets(review: &Review) -> Option<Element> {
    let good = review.weaknesses.iter().filter(|one| one.good_practice);
    let members: Vec<Element> = good
        .map(|one| Element::new("MemberCode").with("guid", code_guid(&one.key)))
        .collect();
    set_of(members)
}

/// The same as a project says it.
pub(super) fn project_sets(review: &Review) -> Option<Element> {
    let good = review.weaknesses.iter().filter(|one| one.good_practice);
    let members: Vec<Element> = good
        .map(|one| Element::new("MemberCode").with("targetGUID", code_guid(&one.key)))
        .collect();
    set_of(members)
}

fn set_of(members: Vec<Element>) -> Option<Element> {
    if members.is_empty() {
        return None;
    }
    let set = Element::new("Set")
        .with("guid", guid("set", &[GOOD_PRACTICE]))
        .with("name", GOOD_PRACTICE)
        .holding(members);
    Some(Element::new("Sets").holding([set]))
}

/// The codes that a codebook or a project lists, and the place of each by its mark.
///
/// Codes are nested to any depth there, and one level deep here: what lies deeper becomes a part of the outermost, under a name that says
/// the way.
pub(super) fn read(review: &Review, root: &Element) -> (Vec<Code>, HashMap<String, usize>) {
    let codebook = if root.name == "CodeBook" {
        Some(root)
    } else {
        root.child("CodeBook")
    };
    let keys: HashMap<String, &str> = review
        .weaknesses
        .iter()
        .map(|weakness| (code_guid(&weakness.key), weakness.key.as_str()))
        .collect();
    let sets = [Some(root), codebook].into_iter().flatten();
    let sets = sets.filter_map(|element| element.child("Sets"));
    let good: Vec<String> = sets
        .flat_map(|sets| sets.all("Set"))
        .filter(|set| {
            set.attribute("name")
                .trim()
                .eq_ignore_ascii_case(GOOD_PRACTICE)
        })
        .flat_map(|set| set.all("MemberCode"))
        .flat_map(|member| [member.attribute("guid"), member.attribute("targetGUID")])
        .filter(|mark| !mark.is_empty())
        .map(same_form)
        .collect();
    let mut reading = Reading {
        keys,
        good,
        codes: Vec::new(),
        places: HashMap::new(),
    };
    if let Some(codes) = codebook.and_then(|codebook| codebook.child("Codes")) {
        for code in codes.all("Code") {
            reading.take(code, None, "");
        }
    }
    (reading.codes, reading.places)
}

struct Reading<'a> {
    keys: HashMap<String, &'a str>,
    good: Vec<String>,
    codes: Vec<Code>,
    places: HashMap<String, usize>,
}

impl Reading<'_> {
    fn take(&mut self, element: &Element, parent: Option<usize>, before: &str) {
        let mark = same_form(element.attribute("guid"));
        let name = match element.attribute("name").trim() {
            "" => "Unnamed code",
            name => name,
        };
        let name = format!("{before}{name}");
        let description = element.child("Description");
        let description = description.map_or("", |description| description.text.trim());
        let (definition, example) = description
            .rsplit_once(EXAMPLE)
            .unwrap_or((description, ""));
        let place = self.codes.len();
        self.codes.push(Code {
            key: self.keys.get(&mark).copied().unwrap_or_default().to_owned(),
            name: name.clone(),
            definition: definition.trim().to_owned(),
            example: example.trim().to_owned(),
            good_practice: self.good.contains(&mark),
            parent,
        });
        self.places.insert(mark, place);
        let before = match parent {
            None => String::new(),
            Some(_) => format!("{name} › "),
        };
        for part in element.all("Code") {
            self.take(part, Some(parent.unwrap_or(place)), &before);
        }
    }
}
