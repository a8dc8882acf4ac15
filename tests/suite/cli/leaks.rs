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
