//! Whether what is written keeps to the rules of Project.xsd and Codebook.xsd (REFI-QDA 1.0, 18 March 2019): which elements stand where and
//! in which order, which attributes they need, the form of marks, and that every mark that is named exists.

use std::collections::{HashMap, HashSet};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::*;

/// An element, its children in the order of the standard, the attributes it needs, and those it may have.
struct Rule(
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
    &'static [&'static str],
);

const MADE: [&str; 4] = [
    "creatingUser",
    "creationDateTime",
    "modifyingUser",
    "modifiedDateTime",
];

/// Of what Lantern writes. An element that is not here must not be written.
const PROJECT: &[Rule] = &[
    Rule(
        "Project",
        &[
            "Users",
            "CodeBook",
            "Variables",
            "Cases",
            "Sources",
            "Notes",
            "Links",
            "Sets",
            "Graphs",
            "Description",
            "NoteRef",
        ],
        &["name"],
        &["xmlns", "origin", "creatingUserGUID", "creationDateTime"],
    ),
    Rule("Users", &["User"], &[], &[]),
    Rule("User", &[], &["guid"], &["name", "id"]),
    Rule("CodeBook", &["Codes"], &[], &[]),
    Rule("Codes", &["Code"], &[], &[]),
    Rule(
        "Code",
        &["Description", "NoteRef", "Code"],
        &["guid", "name", "isCodable"],
        &["color"],
    ),
    Rule("Sources", &["TextSource"], &[], &[]),
    Rule(
        "TextSource",
        &[
            "Description",
            "PlainTextContent",
            "PlainTextSelection",
            "Coding",
            "NoteRef",
            "VariableValue",
        ],
        &["guid"],
        &["name", "richTextPath", "plainTextPath"],
    ),
    Rule(
        "PlainTextSelection",
        &["Description", "Coding", "NoteRef"],
        &["guid", "startPosition", "endPosition"],
        &["name"],
    ),
    Rule("Coding", &["CodeRef", "NoteRef"], &["guid"], &[]),
    Rule("CodeRef", &[], &["targetGUID"], &[]),
    Rule("NoteRef", &[], &["targetGUID"], &[]),
    Rule("Notes", &["Note"], &[], &[]),
    Rule(
        "Note",
        &[
            "Description",
            "PlainTextContent",
            "PlainTextSelection",
            "Coding",
            "NoteRef",
            "VariableValue",
        ],
        &["guid"],
        &["name", "richTextPath", "plainTextPath"],
    ),
    Rule("PlainTextContent", &[], &[], &[]),
    Rule("Description", &[], &[], &[]),
    Rule("Sets", &["Set"], &[], &[]),
    Rule(
        "Set",
        &["Description", "MemberCode", "MemberSource", "MemberNote"],
        &["guid", "name"],
        &[],
    ),
    Rule("MemberCode", &[], &["targetGUID"], &[]),
];
/// What differs in a codebook of its own.
const CODEBOOK: &[Rule] = &[
    Rule("CodeBook", &["Codes", "Sets"], &[], &["xmlns", "origin"]),
    Rule("Codes", &["Code"], &[], &[]),
    Rule(
        "Code",
        &["Description", "Code"],
        &["guid", "name", "isCodable"],
        &["color"],
    ),
    Rule("Description", &[], &[], &[]),
    Rule("Sets", &["Set"], &[], &[]),
    Rule(
        "Set",
        &["Description", "MemberCode"],
        &["guid", "name"],
        &[],
    ),
    Rule("MemberCode", &[], &["guid"], &[]),
];
/// Lists that hold one element at least.
const NEVER_EMPTY: [&str; 5] = ["Users", "Codes", "Sources", "Notes", "Sets"];

struct Checked {
    faults: Vec<String>,
    /// Elements by their mark.
    marks: HashMap<String, String>,
    named: HashSet<(String, String)>,
}

fn checked(text: &str, rules: &[Rule]) -> Checked {
    let guid = regex::Regex::new("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$");
    let guid = guid.expect("a pattern");
    let mut checked = Checked {
        faults: Vec::new(),
        marks: HashMap::new(),
        named: HashSet::new(),
    };
    let mut reader = Reader::from_str(text);
    // Element, the place in its rule that its last child had, and how many children.
    let mut open: Vec<(String, usize, usize)> = Vec::new();
    loop {
        let (start, is_empty) = match reader.read_event().expect("XML") {
            Event::Start(start) => (start.into_owned(), false),
            Event::Empty(start) => (start.into_owned(), true),
            Event::End(_) => {
                let (name, _, children) = open.pop().expect("an element");
                if children == 0 && NEVER_EMPTY.contains(&name.as_str()) {
                    checked.faults.push(format!("{name} is empty"));
                }
                continue;
            }
            Event::Eof => break,
            _ => continue,
        };
        let name = start.local_name().as_ref().to_string();
        if let Some((parent, last, children)) = open.last_mut() {
            *children += 1;
            let Rule(_, order, ..) = rules.iter().find(|rule| rule.0 == *parent).expect("a rule");
            match order.iter().position(|child| *child == name) {
                Some(place) if place >= *last => *last = place,
                Some(_) => checked
                    .faults
                    .push(format!("{name} stands too late in {parent}")),
                None => checked
                    .faults
                    .push(format!("{name} may not stand in {parent}")),
            }
        }
        let Some(rule) = rules.iter().find(|rule| rule.0 == name) else {
            checked.faults.push(format!("{name} has no rule"));
            continue;
        };
        attributes(&start, rule, &guid, &mut checked);
        match is_empty {
            true if NEVER_EMPTY.contains(&name.as_str()) => {
                checked.faults.push(format!("{name} is empty"));
            }
            true => {}
            false => open.push((name, 0, 0)),
        }
    }
    checked
}

fn attributes(start: &BytesStart<'_>, rule: &Rule, guid: &regex::Regex, checked: &mut Checked) {
    let Rule(name, _, needed, allowed) = rule;
    let mut seen = HashSet::new();
    for attribute in start.attributes() {
        let attribute = attribute.expect("an attribute");
        let key = attribute.key.as_ref().to_string();
        let value = attribute.value.to_string();
        let may = needed.contains(&key.as_str())
            || allowed.contains(&key.as_str())
            || MADE.contains(&key.as_str());
        if !may {
            checked.faults.push(format!("{name} may not have {key}"));
        }
        let is_mark = matches!(key.as_str(), "guid" | "targetGUID" | "creatingUser");
        if is_mark && !guid.is_match(&value) {
            checked
                .faults
                .push(format!("{name} {key} {value} is no mark"));
        }
        if key == "guid" && *name != "MemberCode" {
            let other = checked.marks.insert(value.clone(), (*name).to_owned());
            if let Some(other) = other {
                checked
                    .faults
                    .push(format!("{value} marks {other} and {name}"));
            }
        } else if is_mark {
            let wanted = match (*name, key.as_str()) {
                (_, "creatingUser") => "User",
                ("NoteRef", _) => "Note",
                _ => "Code",
            };
            checked.named.insert((value.clone(), wanted.to_owned()));
        }
        if key == "isCodable" && !matches!(value.as_str(), "true" | "false") {
            checked.faults.push(format!("isCodable is {value}"));
        }
        seen.insert(key);
    }
    for key in needed.iter().filter(|key| !seen.contains(**key)) {
        checked.faults.push(format!("{name} needs {key}"));
    }
}

fn keeps_to(text: &str, rules: &[Rule]) -> Vec<String> {
    let mut checked = checked(text, rules);
    for (mark, wanted) in &checked.named {
        if checked.marks.get(mark) != Some(wanted) {
            checked.faults.push(format!("{mark} names no {wanted}"));
        }
    }
    checked.faults
}

#[test]
fn what_is_written_keeps_to_the_standard() {
    let mut others = marked();
    others.taggings[0].weakness = "no_longer_in_the_list".to_owned();
    let mut withdrawn = marked();
    let entries = Arc::make_mut(&mut withdrawn.entries);
    Arc::make_mut(&mut entries[0]).withdrawn = Some(lantern::model::ImportId(1));
    let empty = Review::empty(Arc::clone(&REVIEW.template));
    let mut without_list = empty.clone();
    without_list.weaknesses.clear();
    for review in [marked(), others, withdrawn, empty, without_list] {
        let bytes = refi::project(&review, today()).expect("written");
        let all = parts(&bytes);
        assert_eq!(all[0].0, "project.qde");
        let project = std::str::from_utf8(&all[0].1).expect("UTF-8");
        assert!(project.contains("xmlns=\"urn:QDA-XML:project:1.0\""));
        assert_eq!(keeps_to(project, PROJECT), Vec::<String>::new());
        let texts: HashMap<&str, &str> = all[1..]
            .iter()
            .map(|(name, text)| (name.as_str(), std::str::from_utf8(text).expect("UTF-8")))
            .collect();
        places_hold(project, &texts);
        if !review.weaknesses.is_empty() {
            let codebook = String::from_utf8(refi::codebook(&review)).expect("UTF-8");
            assert!(codebook.contains("xmlns=\"urn:QDA-XML:codebook:1.0\""));
            let faults = keeps_to(&codebook, CODEBOOK);
            assert_eq!(faults, Vec::<String>::new());
        }
    }
}

/// Every source has its text, and every selection lies within it.
fn places_hold(project: &str, texts: &HashMap<&str, &str>) {
    let source = regex::Regex::new("plainTextPath=\"internal://([^\"]+)\"").expect("a pattern");
    let place = regex::Regex::new("startPosition=\"([0-9]+)\" endPosition=\"([0-9]+)\"");
    let place = place.expect("a pattern");
    let mut sources = 0;
    for part in project.split("<TextSource ").skip(1) {
        sources += 1;
        let name = &source.captures(part).expect("a path")[1];
        let text = texts[format!("Sources/{name}").as_str()];
        assert!(!text.contains('\r') && !text.starts_with('\u{FEFF}'));
        let long = text.chars().count();
        for found in place.captures_iter(part) {
            let number = |index: usize| found[index].parse::<usize>().expect("a number");
            assert!(number(1) < number(2) && number(2) <= long);
        }
    }
    assert_eq!(sources, texts.len());
}

#[test]
fn the_rules_can_be_broken() {
    for (text, fault) in [
        ("<Project/>", "Project needs name"),
        ("<Project name=\"a\"><Users/></Project>", "Users is empty"),
        (
            "<Project name=\"a\"><Sources><TextSource guid=\"1\"/></Sources></Project>",
            "is no mark",
        ),
        (
            "<Project name=\"a\"><Sets/><CodeBook/></Project>",
            "CodeBook stands too late",
        ),
        (
            "<Project name=\"a\"><Code/></Project>",
            "Code may not stand in Project",
        ),
    ] {
        let faults = keeps_to(text, PROJECT);
        assert!(
            faults.iter().any(|one| one.contains(fault)),
            "{text}: {faults:?}"
        );
    }
}
