//! Rules about language: each table of `tests/fixtures/checks/` says which words of a text are marked, and which are left in peace.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use lantern::checks::{Case, Mark, RULES, preflight};
use lantern::model::{
    About, Agency, AgencyId, Basis, Contradiction, ContradictionId, Disclosure, Enquiry, Entry,
    EntryId, ImportId, KeyDate, KeyDateId, ParagraphId, Person, PersonId, Review, Role, Section,
    SectionId, Sex, Source, Standing, Template, When,
};
use lantern::templates;
use serde::Deserialize;

/// The rules that have a table.
const RULES_OF_LANGUAGE: [&str; 15] = [
    "acronym_not_explained",
    "age_contradicts",
    "blaming_words",
    "children_identifiable",
    "date_impossible",
    "dates_out_of_order",
    "exact_date",
    "hard_to_read",
    "hindsight_words",
    "name_spelled_two_ways",
    "own_word_as_fact",
    "real_name_in_draft",
    "term_not_defined",
    "term_not_explored",
    "weekday_contradicts",
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    cases: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    /// Of the analysis.
    #[serde(default)]
    text: String,
    /// Of other sections, by their keys.
    #[serde(default)]
    sections: BTreeMap<String, String>,
    /// What the marks quote, in their order; none: a decoy.
    marks: Vec<String>,
}

fn table(rule: &str) -> Table {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/checks");
    let text = fs::read_to_string(folder.join(format!("{rule}.toml"))).expect("a table");
    toml::from_str(&text).unwrap_or_else(|fault| panic!("{rule}: {fault}"))
}

fn person(id: i64, role: Role, name: &str, pseudonym: &str, sex: Sex, born: &str) -> Person {
    Person {
        id: PersonId(id),
        name: name.to_owned(),
        role,
        pseudonym: pseudonym.to_owned(),
        sex,
        date_of_birth: born.parse().ok(),
        ..Person::default()
    }
}

fn entry(id: i64, day: &str, basis: Basis, text: &str) -> Arc<Entry> {
    Arc::new(Entry {
        id: EntryId(id),
        agency: AgencyId(1 + id % 2),
        when: When::on(day.parse().expect("a day")),
        text: text.to_owned(),
        response: String::new(),
        seen: String::new(),
        recorder: String::new(),
        document: String::new(),
        comment: String::new(),
        basis,
        enquiry: Enquiry::NotRecorded,
        disclosure: Disclosure::NotRecorded,
        other: Vec::new(),
        source: Source::default(),
        position: id,
        people: Vec::new(),
        withdrawn: None::<ImportId>,
    })
}

/// A woman who was killed, the man who killed her, their daughter, her mother and a friend.
fn review(template: &Template) -> Review {
    let mut review = Review::empty(Arc::new(template.clone()));
    let agency = |id, name: &str| Agency {
        id: AgencyId(id),
        name: name.to_owned(),
        sector: String::new(),
        due: None,
        note: String::new(),
    };
    review.agencies = vec![
        agency(1, "Selbrook Surgery"),
        agency(2, "Selbrook Constabulary"),
    ];
    review.people = vec![
        Person {
            date_of_death: "2021-05-18".parse().ok(),
            aliases: vec!["Nadi".to_owned()],
            ..person(
                1,
                Role::Victim,
                "Nadia Brandt",
                "Anna",
                Sex::Female,
                "1988-03-14",
            )
        },
        person(
            2,
            Role::Perpetrator,
            "Piotr Halloway",
            "Daniel",
            Sex::Male,
            "1985-11-02",
        ),
        person(
            3,
            Role::Child,
            "Zoë Halloway",
            "Child A",
            Sex::Female,
            "2011-05-21",
        ),
        person(
            4,
            Role::Family,
            "Yasmin Brandt",
            "Teresa",
            Sex::Female,
            "1956-10-30",
        ),
        person(5, Role::Family, "Rose Okoro", "Meena", Sex::Female, ""),
        person(
            6,
            Role::Professional,
            "Ewa Lindgren",
            "",
            Sex::NotRecorded,
            "",
        ),
    ];
    review.entries = Arc::new(vec![
        entry(
            1,
            "2018-01-10",
            Basis::Perpetrator,
            "Piotr Halloway states he has bipolar disorder.",
        ),
        entry(
            2,
            "2018-06-04",
            Basis::NotStated,
            "Piotr Halloway is bipolar. No further action.",
        ),
        entry(
            3,
            "2019-02-07",
            Basis::Assessment,
            "Piotr Halloway seen in clinic, mood stable.",
        ),
        entry(
            4,
            "2019-03-01",
            Basis::Perpetrator,
            "Says she fell down the stairs.",
        ),
        entry(
            5,
            "2019-03-01",
            Basis::FirstHand,
            "Bruising to both arms seen.",
        ),
        entry(
            6,
            "2019-03-02",
            Basis::Victim,
            "She said that he pushed her.",
        ),
        entry(
            7,
            "2019-03-02",
            Basis::Perpetrator,
            "Rang and cancelled the locksmith.",
        ),
    ]);
    review.contradictions = vec![Contradiction {
        id: ContradictionId(1),
        about: About::Injury,
        entries: [EntryId(4), EntryId(5)],
        a: "fell down the stairs".to_owned(),
        b: "Bruising to both arms".to_owned(),
        standing: Standing::Open,
        note: String::new(),
    }];
    review.key_dates = vec![KeyDate {
        id: KeyDateId(1),
        kind: "death".to_owned(),
        label: "Death".to_owned(),
        when: When::on("2021-05-18".parse().expect("a day")),
    }];
    review
}

/// `None` where the template has not all of the row’s sections.
fn marks_of(rule: &str, template: &Template, row: &Row) -> Option<Vec<Mark>> {
    let mut review = review(template);
    let mut texts = row.sections.clone();
    if !row.text.is_empty() {
        texts.insert("analysis".to_owned(), row.text.clone());
    }
    let mut paragraphs = 0..;
    review.sections = (1..)
        .zip(&template.sections)
        .filter_map(|(id, place)| {
            let text = texts.remove(&place.key)?;
            let count = lantern::drafting::blocks(&text).len();
            Some(Section {
                id: SectionId(id),
                key: place.key.clone(),
                title: String::new(),
                paragraphs: paragraphs.by_ref().take(count).map(ParagraphId).collect(),
                text,
            })
        })
        .collect();
    if !texts.is_empty() {
        return None;
    }
    let case = Case::of(&review, "2022-11-30".parse().expect("a day"));
    let rule = RULES.iter().find(|one| one.key == rule).expect("a rule");
    let setting = template.rules.iter().find(|one| one.key == rule.key);
    Some(rule.find(&case, setting.expect("a setting")))
}

/// What stands in the first quotation marks: the words that are wrong.
fn quoted(what: &str) -> &str {
    let from = what.find('“').map_or(0, |at| at + '“'.len_utf8());
    let until = what[from..].find('”').map_or(what.len(), |at| from + at);
    &what[from..until]
}

#[test]
fn every_rule_of_language_marks_what_it_should_and_leaves_the_rest_in_peace() {
    let mut wrong = Vec::new();
    for rule in RULES_OF_LANGUAGE {
        let table = table(rule);
        for row in &table.cases {
            let all: Vec<Vec<Mark>> = templates::built_in()
                .iter()
                .filter_map(|template| marks_of(rule, template, row))
                .collect();
            assert!(
                !all.is_empty(),
                "{rule}: no template has all of {:?}",
                row.sections
            );
            for marks in all {
                let found: Vec<&str> = marks.iter().map(|mark| quoted(&mark.what)).collect();
                if found != row.marks {
                    let text = format!("{}{:?}", row.text, row.sections);
                    wrong.push(format!(
                        "{rule}: {text}\n  found    {found:?}\n  expected {:?}",
                        row.marks
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_table_has_marks_and_decoys() {
    for rule in RULES_OF_LANGUAGE {
        let table = table(rule);
        let decoys = table
            .cases
            .iter()
            .filter(|row| row.marks.is_empty())
            .count();
        let marked = table.cases.len() - decoys;
        assert!(
            decoys >= 4 && marked >= 4,
            "{rule}: {marked} marked, {decoys} decoys"
        );
    }
}

#[test]
fn marks_lead_to_their_paragraph_and_are_known_again_when_it_moves() {
    use lantern::checks::At;
    let template = &templates::built_in()[0];
    let row = |text: &str| Row {
        text: text.to_owned(),
        sections: BTreeMap::new(),
        marks: Vec::new(),
    };
    let blaming = |text: &str| marks_of("blaming_words", template, &row(text)).unwrap_or_default();
    let before = blaming("First.\n\nAnna chose to stay. She Chose To Stay.");
    let [mark] = before.as_slice() else {
        panic!("{before:?}");
    };
    assert!(
        matches!(mark.at, At::Paragraph(_, ParagraphId(1))),
        "{mark:?}"
    );
    assert!(mark.what.starts_with("Paragraph "), "{}", mark.what);
    assert!(!mark.instead.is_empty());
    let after = blaming("First.\n\nIn June 2020 Anna chose to stay.");
    assert_eq!(mark.subject, after[0].subject);
}

#[test]
fn an_empty_review_has_no_marks_of_language() {
    for template in templates::built_in() {
        let review = Review::empty(Arc::new(template.clone()));
        let found = preflight(&Case::of(&review, "2022-11-30".parse().expect("a day")));
        let of_language = found
            .marks
            .iter()
            .filter(|(of, _)| RULES_OF_LANGUAGE.contains(&of.rule));
        assert_eq!(of_language.count(), 0);
    }
}

/// What a chair would be shown of a report that was written with care: little, and each of it worth her time.
#[test]
fn the_sample_gets_few_marks_and_they_are_printed() {
    let review = &crate::sample::REVIEW;
    let case = Case::of(review, lantern::sample::today().expect("a day"));
    let found = preflight(&case);
    let mut counts: BTreeMap<&str, usize> = RULES_OF_LANGUAGE.map(|rule| (rule, 0)).into();
    for (of, mark) in &found.marks {
        if let Some(count) = counts.get_mut(of.rule) {
            *count += 1;
            println!("{} | {} | {}", of.rule, mark.what, mark.instead);
        }
    }
    println!("{counts:#?}");
    let most = |rule: &str| match rule {
        "term_not_defined" | "term_not_explored" => 4,
        "blaming_words" | "hard_to_read" | "acronym_not_explained" => 3,
        "own_word_as_fact" => 2,
        _ => 0,
    };
    for (rule, count) in &counts {
        assert!(*count <= most(rule), "{rule}: {count}");
    }
    let defined: Vec<&str> = found
        .marks
        .iter()
        .filter(|(of, _)| of.rule == "term_not_defined")
        .map(|(_, mark)| quoted(&mark.what))
        .collect();
    assert!(defined.contains(&"economic abuse"), "{defined:?}");
}
