use std::fs;

use serde_json::Value;

use super::Desk;

#[test]
fn files_are_searched_without_a_review() {
    let desk = Desk::new();
    let file = |name: &str, text: &str| {
        let path = desk.path(name);
        fs::write(&path, text).expect("a file");
        path.to_string_lossy().into_owned()
    };
    let identities = file(
        "people.csv",
        "real,pseudonym,role,variants,date_of_birth\nCatarina Hartnoll,Anna,victim,,\n",
    );
    let allow = file("allow.csv", "allowed,why\n0161 496 0999,office\n");
    let clean = file("clean.txt", "Anna rang 0161 496 0999.");
    let leaking = file("leaking.txt", "É said: Cata-\nrina rang.");
    let locked = file("locked.pdf", "%PDF-1.7 and nothing else");
    let search = |text: &str| {
        desk.run(&[
            "leaks",
            "--text",
            text,
            "--identities",
            &identities,
            "--allow",
            &allow,
            "--json",
        ])
    };
    assert_eq!(search(&clean).status, 0);

    let answer = search(&leaking);
    assert_eq!(answer.status, 1, "{}", answer.err);
    let json: Value = serde_json::from_str(&answer.out).expect("JSON");
    let leak = &json["leaks"][0];
    assert_eq!(leak["start"], 8);
    assert_eq!(leak["end"], 18);
    assert_eq!(leak["text"], "Cata-\nrina");
    assert_eq!(leak["identity"], "Catarina Hartnoll");
    assert_eq!(leak["kind"], "name_part");
    assert_eq!(leak["severity"], "high");
    assert!(
        leak["file"]
            .as_str()
            .is_some_and(|file| file.ends_with("leaking.txt"))
    );
    assert!(leak["why"].is_string());

    let answer = search(&locked);
    assert_eq!(answer.status, 1, "{}", answer.err);
    let json: Value = serde_json::from_str(&answer.out).expect("JSON");
    assert_eq!(json["unread"][0]["why"], "it is damaged");

    for (arguments, why) in [
        (vec!["leaks"], "Say what to search"),
        (
            vec!["leaks", "--text", &clean, "--identities", &clean],
            "cannot be used as a list",
        ),
        (
            vec![
                "leaks",
                "--text",
                "nowhere.txt",
                "--identities",
                &identities,
            ],
            "could not be read",
        ),
    ] {
        let answer = desk.run(&arguments);
        assert_eq!(answer.status, 2, "{arguments:?}");
        assert!(answer.err.contains(why), "{}", answer.err);
    }
}

#[test]
fn a_review_is_searched_as_it_would_be_published_and_its_outputs_as_they_are() {
    let desk = Desk::with_school();
    let people = desk.path("people.csv");
    fs::write(
        &people,
        "name,role,pseudonym\nCatarina Hartnoll,victim,Anna\n",
    )
    .expect("a list");
    desk.done(&[
        "people",
        "anna.lantern",
        "import",
        &people.to_string_lossy(),
    ]);
    let output = desk.path("draft.txt");
    fs::write(&output, "Catarina was seen.").expect("a file");
    let answer = desk.run(&["leaks", "anna.lantern", "--file", &output.to_string_lossy()]);
    assert_eq!(answer.status, 1, "{}", answer.err);
    assert!(
        answer.out.contains("draft.txt: character 1: “Catarina”"),
        "{}",
        answer.out
    );
    let answer = desk.run(&["leaks", "anna.lantern", "--json"]);
    let json: Value = serde_json::from_str(&answer.out).expect("JSON");
    let leaks = json["leaks"].as_array().expect("a list");
    assert!(
        leaks
            .iter()
            .all(|leak| leak["identity"] != "Catarina Hartnoll"),
        "{}",
        answer.out
    );
}

#[test]
fn the_chronology_is_written_as_published_or_not_at_all() {
    let desk = Desk::new();
    desk.done(&["new", "anna.lantern", "--title", "Anna"]);
    let (people, told) = (desk.path("people.csv"), desk.path("told.csv"));
    fs::write(
        &people,
        "name,role,pseudonym\nMarisol Quintrell,victim,Anna\n",
    )
    .expect("a list");
    let import = |rows: &str| {
        fs::write(&told, format!("Date,What happened\n{rows}")).expect("a return");
        let told = told.to_string_lossy();
        desk.done(&[
            "import",
            "anna.lantern",
            "--agency",
            "Kingfisher Surgery",
            &told,
        ]);
    };
    desk.done(&[
        "people",
        "anna.lantern",
        "import",
        &people.to_string_lossy(),
    ]);
    import("12/03/2019,MARISOL seen alone\n");
    for format in ["json", "csv", "xlsx", "docx", "pdf"] {
        let name = format!("out.{format}");
        desk.done(&["chronology", "anna.lantern", "--pseudonyms", "--out", &name]);
        assert!(desk.path(&name).is_file(), "{name}");
    }
    let json = fs::read_to_string(desk.path("out.json")).expect("text");
    assert!(
        json.contains("Anna seen alone") && json.contains("March 2019"),
        "{json}"
    );
    assert!(
        !json.to_lowercase().contains("marisol") && !json.contains("2019-03-12"),
        "{json}"
    );

    // A telephone number of somebody who is in no register.
    import("14/03/2019,her neighbour rang from 07700 900123\n");
    for arguments in [
        [
            "chronology",
            "anna.lantern",
            "--pseudonyms",
            "--out",
            "again.json",
        ]
        .as_slice(),
        &[
            "chronology",
            "anna.lantern",
            "--pseudonyms",
            "--out",
            "again.docx",
        ],
        &["chronology", "anna.lantern", "--pseudonyms"],
    ] {
        let answer = desk.run(arguments);
        assert_eq!(
            (answer.status, answer.out.as_str()),
            (1, ""),
            "{}",
            answer.err
        );
        assert!(answer.err.contains("07700 900123"), "{}", answer.err);
        assert!(
            answer.err.contains("Nothing was written."),
            "{}",
            answer.err
        );
    }
    let left = fs::read_dir(desk.path("")).expect("a folder");
    let left = left.map(|file| {
        file.expect("a file")
            .file_name()
            .into_string()
            .expect("a name")
    });
    let left: Vec<String> = left
        .filter(|name| name.contains("again") || name.contains(".part"))
        .collect();
    assert_eq!(left, Vec::<String>::new());
}
