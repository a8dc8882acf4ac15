use std::collections::HashSet;
use std::fs;

use lantern::model::{ColumnKey, PlanColumnKey, Template};
use lantern::templates::{self, TemplateError};

fn dhr() -> &'static Template {
    templates::built_in()
        .iter()
        .find(|template| template.name == "dhr-2016")
        .expect("the 2016 template is built in")
}

/// The text of the 2016 template with one thing changed.
fn broken(change: impl FnOnce(&mut Template)) -> Result<Template, TemplateError> {
    let mut template = dhr().clone();
    change(&mut template);
    templates::parse("dhr-2016", &templates::to_toml(&template))
}

#[test]
fn the_built_in_templates_are_complete() {
    let names: Vec<&str> = templates::built_in()
        .iter()
        .map(|template| template.name.as_str())
        .collect();
    assert_eq!(names, ["dardr", "dhr-2016"]);
    for template in templates::built_in() {
        let weaknesses = template.weaknesses.iter();
        let own = weaknesses.filter(|one| !one.good_practice && one.parent.is_empty());
        assert_eq!(own.count(), 12, "{}", template.name);
        assert!(template.weaknesses.iter().any(|one| one.good_practice));
        assert!(
            template
                .weaknesses
                .iter()
                .all(|one| !one.example.is_empty())
        );
        assert!(template.sections.iter().all(|one| one.help.len() > 40));
        for key in ColumnKey::ALL {
            let column = template.columns.iter().find(|column| column.key == key);
            assert!(
                column.is_some_and(|column| column.headings.len() >= 8),
                "{key:?}"
            );
        }
        for key in [
            templates::TIMESCALES,
            templates::RECOMMENDATIONS,
            templates::COMBINED_CHRONOLOGY,
            templates::ACTION_PLAN,
        ] {
            assert!(template.sections.iter().any(|one| one.key == key), "{key}");
        }
        let plan: HashSet<PlanColumnKey> = template
            .plan_columns
            .iter()
            .map(|column| column.key)
            .collect();
        assert_eq!(plan.len(), 14);
    }
}

#[test]
fn the_sections_of_the_2016_model_stand_in_its_order() {
    let body: Vec<&str> = dhr()
        .sections
        .iter()
        .filter(|section| !section.appendix && !section.summary)
        .map(|section| section.key.as_str())
        .collect();
    assert_eq!(
        body,
        [
            "introduction",
            "timescales",
            "confidentiality",
            "terms_of_reference",
            "methodology",
            "involvement_of_family",
            "contributors",
            "panel_members",
            "author",
            "parallel_reviews",
            "equality_and_diversity",
            "dissemination",
            "background",
            "chronology",
            "overview",
            "analysis",
            "conclusions",
            "lessons",
            "recommendations",
        ]
    );
}

#[test]
fn headings_that_agencies_use_belong_to_one_column() {
    let cases = [
        ("date of contact", ColumnKey::Date),
        ("date/time", ColumnKey::Date),
        ("time of call", ColumnKey::Time),
        ("incident details", ColumnKey::Text),
        ("what happened", ColumnKey::Text),
        ("action taken", ColumnKey::Response),
        ("outcome", ColumnKey::Response),
        ("who was seen", ColumnKey::Seen),
        ("officer", ColumnKey::Recorder),
        ("seen by", ColumnKey::Recorder),
        ("source", ColumnKey::Document),
        ("document ref", ColumnKey::Document),
        ("author’s comments", ColumnKey::Comment),
        ("fact or opinion", ColumnKey::Basis),
        ("routine enquiry", ColumnKey::Enquiry),
        ("disclosure made", ColumnKey::Disclosure),
    ];
    for template in templates::built_in() {
        for (heading, expected) in cases {
            let found: Vec<ColumnKey> = template
                .columns
                .iter()
                .filter(|column| column.headings.iter().any(|one| one == heading))
                .map(|column| column.key)
                .collect();
            assert_eq!(found, [expected], "{heading}");
        }
    }
}

#[test]
fn a_template_is_written_and_read_back_unchanged() {
    for template in templates::built_in() {
        let text = templates::to_toml(template);
        assert_eq!(
            templates::parse(&template.name, &text).as_ref(),
            Ok(template)
        );
    }
}

#[test]
fn a_broken_template_says_what_is_wrong() {
    type Change = fn(&mut Template);
    let cases: [(&str, Change); 27] = [
        (
            "The file is called “dhr-2016”, but the name in it is “mine”",
            |one| one.name = "mine".into(),
        ),
        ("“label” is empty", |one| one.label = " ".into()),
        (
            "names the date “burial”, which is not among the dates",
            |one| one.clock.limits[0].from = "burial".into(),
        ),
        ("does not come after it on the clock", |one| {
            one.clock.limits[0].to = "death".into()
        }),
        ("between 1 and 240 months", |one| {
            one.clock.limits[1].months = 0
        }),
        ("Say where this limit comes from", |one| {
            one.clock.limits[1].source.clear()
        }),
        ("“Decision Date” may have small letters", |one| {
            one.clock.dates[2].key = "Decision Date".into()
        }),
        ("“introduction” stands twice", |one| {
            one.sections[1].key = "introduction".into()
        }),
        ("at least one section that is not an appendix", |one| {
            one.sections.retain(|section| section.appendix)
        }),
        ("needs a column with key = “date”", |one| {
            one.columns.retain(|column| column.key != ColumnKey::Date)
        }),
        ("needs a column with key = “text”", |one| {
            one.columns.retain(|column| column.key != ColumnKey::Text)
        }),
        ("Write the heading “Date” in lower case", |one| {
            one.columns[0].headings[0] = "Date".into()
        }),
        (
            "“date” stands twice, under “date” and “time”",
            |one| one.columns[1].headings.push("date".into()),
        ),
        ("“definition” is empty", |one| {
            one.weaknesses[3].definition.clear()
        }),
        ("is no pattern: unclosed group", |one| {
            one.weaknesses[0].patterns[1] = "(not".into()
        }),
        ("the list of words “nobody”, which is not there", |one| {
            one.weaknesses[0].patterns.push("{nobody} asked".into())
        }),
        ("which does not stand before it in this list", |one| {
            one.weaknesses[1].parent = "commissioning".into()
        }),
        ("There is one level of parts only", |one| {
            one.weaknesses[2].parent = "risk_not_assessed".into()
        }),
        ("must both be good practice, or neither", |one| {
            one.weaknesses[1].good_practice = true
        }),
        ("the * may stand at the end only", |one| {
            one.word_lists[0].words[0] = "hus*band".into()
        }),
        ("Write the word “Husband” in lower case", |one| {
            one.word_lists[0].words[0] = "Husband".into()
        }),
        (
            "needs the columns “recommendation” and “action”",
            |one| one.plan_columns[0].printed = false,
        ),
        ("“30 May” is no day", |one| {
            one.periods[0].from = "30 May".into()
        }),
        ("The period ends before it begins", |one| {
            one.periods[0].until = "2019-01-01".into()
        }),
        ("One end names a year and the other does not", |one| {
            one.periods[0].until = "07-03".into()
        }),
        ("“Lockdown” must be words in small letters", |one| {
            one.periods[1].words[0] = "Lockdown".into()
        }),
        ("The period “first lockdown” stands twice", |one| {
            one.periods[2].name = "first lockdown".into()
        }),
    ];
    for (expected, change) in cases {
        let error = broken(change).expect_err(expected);
        assert!(error.reason.contains(expected), "{expected}: {error}");
        assert!(error.line.is_some(), "{error}");
        assert_eq!(error.file, "dhr-2016.toml");
    }
}

#[test]
fn a_fault_of_form_is_named_with_its_line() {
    let text = templates::to_toml(dhr());
    let line_of = |needle: &str| {
        1 + text
            .lines()
            .position(|line| line.contains(needle))
            .expect(needle)
    };
    let cases: [(&str, &str, &str); 6] = [
        (
            "label = ",
            "lable = ",
            "“lable” is not known here. Correct its spelling",
        ),
        (
            "months = 6",
            "months = \"six\"",
            "Here stands the text \"six\", where a whole number belongs.",
        ),
        (
            "months = 6",
            "months = -6",
            "Here stands the number -6, where a whole number belongs.",
        ),
        (
            "key = \"date\"",
            "key = \"datum\"",
            "“datum” is not one of the possible values.",
        ),
        (
            "key = \"lessons\"",
            "key = \"lessons",
            "Look for a missing quotation mark",
        ),
        (
            "title = \"Timescales\"",
            "title = 4",
            "Here stands the number 4, where a text in quotation marks belongs.",
        ),
    ];
    for (before, after, expected) in cases {
        let error =
            templates::parse("dhr-2016", &text.replacen(before, after, 1)).expect_err(after);
        assert!(error.reason.contains(expected), "{after}: {error}");
        assert_eq!(error.line, Some(line_of(before)), "{after}: {error}");
    }
    let missing = text.replacen("source = \"Statutory", "# source = \"Statutory", 1);
    let error = templates::parse("dhr-2016", &missing).expect_err("a limit without its source");
    assert!(error.to_string().contains("“source” is missing"), "{error}");
}

#[test]
fn a_fault_in_the_embedded_file_is_found_at_its_line() {
    let text = include_str!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/review-templates/dhr-2016.toml"
    ));
    let changed = text.replacen("from = \"notified\"", "from = \"notifed\"", 1);
    let line = 1 + changed
        .lines()
        .position(|line| line.contains("notifed"))
        .expect("changed");
    let error = templates::parse("dhr-2016", &changed).expect_err("an unknown date");
    assert_eq!(
        error.to_string(),
        format!(
            "The template dhr-2016.toml was left out, because of line {line}: The limit names the date “notifed”, which is \
             not among the dates of the clock. Add it there or correct it here."
        )
    );
}

#[test]
fn a_folder_overrides_by_name_and_names_what_it_leaves_out() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut own = dhr().clone();
    own.title = "Our county’s review".into();
    fs::write(dir.path().join("dhr-2016.toml"), templates::to_toml(&own)).expect("written");
    own.name = "county".into();
    fs::write(
        dir.path().join("county.toml"),
        format!("\u{feff}{}", templates::to_toml(&own)),
    )
    .expect("written");
    fs::write(
        dir.path().join("dardr.toml"),
        "name = \"dardr\"\ncolour = 3\n",
    )
    .expect("written");
    fs::write(
        dir.path().join("latin.toml"),
        b"name = \"latin\"\ntitle = \"caf\xe9\"\n",
    )
    .expect("written");
    fs::write(dir.path().join("notes.txt"), "not a template").expect("written");

    let (found, errors) = templates::folder(dir.path());
    let titles: Vec<(&str, &str)> = found
        .iter()
        .map(|template| (template.name.as_str(), template.title.as_str()))
        .collect();
    assert_eq!(
        titles,
        [
            ("dardr", "Domestic abuse related death review"),
            ("dhr-2016", "Our county’s review"),
            ("county", "Our county’s review"),
        ]
    );
    let faults: Vec<(&str, Option<usize>)> = errors
        .iter()
        .map(|error| (error.file.as_str(), error.line))
        .collect();
    assert_eq!(faults, [("dardr.toml", Some(2)), ("latin.toml", Some(2))]);
}

#[test]
fn a_folder_that_is_not_there_leaves_the_built_in_templates() {
    let dir = tempfile::tempdir().expect("a folder");
    let (found, errors) = templates::folder(&dir.path().join("none"));
    assert_eq!(found, templates::built_in());
    assert!(errors.is_empty());
}

#[test]
fn a_fault_in_what_is_looked_for_in_the_combined_records_is_named() {
    type Change = fn(&mut Template);
    let cases: [(&str, Change); 10] = [
        ("“strangulation” stands twice", |one| {
            one.indicators[1].key = "strangulation".into()
        }),
        ("“source” is empty", |one| {
            one.indicators[2].source.clear()
        }),
        ("has no words by which it could be found", |one| {
            one.indicators[0].words.clear()
        }),
        ("is empty or has spaces around it", |one| {
            one.indicators[0].words[1] = "*".into()
        }),
        ("the * may stand at the end only", |one| {
            one.indicators[0].words[1] = "thr*t".into()
        }),
        ("Write the word “Knife” in lower case", |one| {
            one.indicators[0].words[1] = "Knife".into()
        }),
        ("stands twice under “strangulation”", |one| {
            one.indicators[0].words[1] = one.indicators[0].words[0].clone()
        }),
        ("“dentist”, which is not among the sectors", |one| {
            one.comparisons[0].groups[0].sectors[1] = "dentist".into()
        }),
        ("names no sector", |one| {
            one.comparisons[0].groups[2].sectors.clear()
        }),
        ("a number of contacts, 0 or more", |one| {
            one.comparisons[0].groups[0].average = -1.0
        }),
    ];
    for (expected, change) in cases {
        let error = broken(change).expect_err(expected);
        assert!(error.reason.contains(expected), "{expected}: {error}");
        assert!(error.line.is_some(), "{error}");
    }
}

#[test]
fn both_templates_name_the_same_signs_of_danger_each_with_its_source() {
    let [first, second] = templates::built_in() else {
        panic!("two templates are built in");
    };
    assert_eq!(first.indicators, second.indicators);
    assert_eq!(first.comparisons, second.comparisons);
    assert!(first.indicators.len() >= 15);
    for indicator in &first.indicators {
        assert!(indicator.words.len() >= 8, "{}", indicator.key);
    }
}
