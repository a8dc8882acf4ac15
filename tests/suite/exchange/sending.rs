//! What each member gets.

use super::*;

/// The numbers that stand at the head of paragraphs.
fn numbers(file: &WordFile) -> Vec<String> {
    let pattern =
        regex::Regex::new(r#"<w:rStyle w:val="Number"/></w:rPr><w:t>([^<]*)"#).expect("a pattern");
    pattern
        .captures_iter(file.document())
        .map(|found| found[1].to_owned())
        .collect()
}

/// All words of the document, without its markup.
fn words(file: &WordFile) -> String {
    let tags = regex::Regex::new("<[^>]*>").expect("a pattern");
    tags.replace_all(&file.document().replace("</w:p>", "\n"), "")
        .into_owned()
}

#[test]
fn each_member_gets_what_they_may_see() {
    let case = Case::sent();
    for (name, expected) in [
        ("Bronwen Pryce", "2 2.1"),
        ("Tadeusz Wójcik", "2 2.1 2.2 18 18.1 18.2 18.3"),
        ("Pilar Valdés", "2 2.1 2.2 18 18.1 18.2 18.3"),
    ] {
        assert_eq!(numbers(&case.file_of(name)).join(" "), expected, "{name}");
    }
    // Not hidden in any part either.
    let facts = case.file_of("Bronwen Pryce").everything();
    for words in [
        "bipolar",
        "nobody rang back",
        "nobody at home",
        "gave evidence",
    ] {
        assert!(!facts.contains(words), "{words}");
    }
    let outgoing = case.outgoing().expect("files");
    let paragraphs: Vec<usize> = outgoing.iter().map(|one| one.paragraphs).collect();
    assert_eq!(paragraphs, [1, 5, 5]);
}

#[test]
fn every_copy_says_whose_it_is_and_that_it_is_confidential() {
    let case = Case::sent();
    let review = case.review();
    for (sending, name) in
        case.round()
            .sendings
            .iter()
            .zip(["Dr Bronwen Pryce", "Tadeusz Wójcik", "Pilar Valdés"])
    {
        assert_eq!(review.member(sending.member).expect("a member").name, name);
        let file = case.file_of(name);
        let header = file.part("word/header1.xml");
        for words in ["Confidential", "Round 1", name] {
            assert!(header.contains(words), "{header}");
        }
        let custom = file.part("docProps/custom.xml");
        for words in [
            "LanternSending",
            &sending.token,
            "LanternRound",
            ">1<",
            "LanternMember",
            name,
        ] {
            assert!(custom.contains(words), "{custom}");
        }
        assert!(
            file.document()
                .contains(&format!("w:name=\"_lantern{}\"", sending.token))
        );
        assert!(file.part("word/footer1.xml").contains(&sending.token));
        assert!(words(&file).contains("Please reply by 20 March 2026"));
        assert!(words(&file).contains("Is anything wrong?"));
        assert!(file.part("word/settings.xml").contains("trackRevisions"));
    }
}

#[test]
fn the_draft_is_set_in_words_means() {
    let case = Case::sent();
    let file = case.file_of("Tadeusz");
    let text = words(&file);
    for expected in [
        "2Introduction",
        "How it began",
        "Rosa was seen at Hill Surgery [Hill Surgery (HS), ",
        "nobody rang back:",
        "the first call at noon",
        "“She sounded calm.”",
        "A letter to the family",
    ] {
        assert!(text.contains(expected), "no “{expected}” in {text}");
    }
    // Whose word it is goes with the citation.
    assert!(text.contains("perpetrator"), "{text}");
    for (style, least) in [
        ("\"Heading1\"", 2),
        ("\"Heading2\"", 1),
        ("\"Quote\"", 1),
        ("\"ListParagraph\"", 2),
        ("\"CellHead\"", 2),
        ("\"Citation\"", 2),
    ] {
        assert_eq!(file.document().matches(style).count(), least, "{style}");
    }
    assert!(
        file.document()
            .contains("<w:i/></w:rPr><w:t xml:space=\"preserve\">alone")
    );
    assert!(
        file.part("word/footnotes.xml")
            .contains("See the minutes of the meeting.")
    );
    assert!(
        !text.contains('*') && !text.contains("[note") && !text.contains("| "),
        "{text}"
    );
    for line in file
        .document()
        .split("<w:p>")
        .skip(1)
        .filter(|line| line.contains("<w:t "))
    {
        assert!(line.contains("w:name=\"_lantern_"), "no mark at {line}");
    }
}

#[test]
fn a_round_that_has_not_gone_out_and_a_member_without_an_agency_are_told() {
    let case = Case::begun(INTRODUCTION, ANALYSIS);
    assert_eq!(case.outgoing(), Err(ExchangeError::NotSent { round: 1 }));
    let mut case = Case::sent();
    let review = case.review();
    let mut doctor = review.members[0].clone();
    assert_eq!(doctor.name, "Dr Bronwen Pryce");
    doctor.agency = None;
    change_member(&mut case.store, &doctor).expect("changed");
    assert_eq!(
        case.outgoing(),
        Err(ExchangeError::NoAgency {
            member: "Dr Bronwen Pryce".to_owned()
        })
    );
}

#[test]
fn the_family_reads_pseudonyms() {
    for (written, read) in [
        (
            "Ximena Valdés rang. XV rang again.",
            "Rosa rang. Rosa rang again.",
        ),
        ("Ms Valdés’s sister came.", "Ms Rosa’s sister came."),
        (
            "Her eldest daughter and Rosa came.",
            "Her eldest daughter and Rosa came.",
        ),
        (
            "Oluwaseun Adeyemi signed it.",
            "Oluwaseun Adeyemi signed it.",
        ),
        ("A note.[note: Said by *Ximena* herself.]", "A note."),
        // However a name is written.
        (
            "The Valdéses’ house, Valdes’ own.",
            "Rosa’s family’s house, Rosa’s own.",
        ),
        (
            "XIMENA VALDES; Valdés, Ximena; X. Valdés.",
            "Rosa; Rosa; Rosa.",
        ),
        (
            "A letter to Xime\u{AD}na was lost.",
            "A letter to Rosa was lost.",
        ),
        ("Told by Ximena\nValdés at noon.", "Told by Rosa at noon."),
        (
            "Ximena\u{301}’s GP saw Ximena-Valdés.",
            "Rosa’s GP saw Rosa.",
        ),
        // What the family knows of days and ages stays.
        (
            "Aged 34, Ximena rang at 14:20 on 3 May 2021.",
            "Aged 34, Rosa rang at 14:20 on 3 May 2021.",
        ),
    ] {
        let mut case = Case::begun(written, ANALYSIS);
        case.send();
        let file = case.file_of("Pilar");
        assert!(words(&file).contains(read), "{}", words(&file));
        assert!(!file.everything().contains("Ximena"), "{written}");
        // Who sees the full draft reads what is written.
        let full = words(&case.file_of("Tadeusz"));
        let first = written.split(['.', '[']).next().expect("words");
        let first = first.replace('\n', " ");
        assert!(full.contains(&first), "{full}");
    }
}

#[test]
fn a_name_that_has_no_pseudonym_stops_the_family_version() {
    let mut case = Case::begun("Ximena Valdés rang.", ANALYSIS);
    let mut victim = case.review().people[0].clone();
    assert_eq!(victim.role, Role::Victim);
    victim.pseudonym = String::new();
    change_person(&mut case.store, &victim).expect("changed");
    case.send();
    let error = case.outgoing().expect_err("refused");
    assert!(
        matches!(&error, ExchangeError::RealNames { places, .. } if places == "2.1"),
        "{error}"
    );
    assert!(!error.to_string().contains("Ximena"), "{error}");
}

#[test]
fn the_next_round_says_what_became_of_each_comment() {
    let mut case = Case::sent();
    let mut file = case.file_of("Tadeusz");
    file.comment("nobody at home", "T. Wójcik", AT, "He was at home.");
    let reply = case.read(&file.saved()).expect("read");
    collect_replies(&mut case.store, &[reply]).expect("collected");
    let comment = case.review().comments[0].id;
    let answer = Answer {
        disposition: Disposition::Declined,
        reason: "The log says otherwise.".to_owned(),
        change: String::new(),
    };
    answer_comment(&mut case.store, comment, &answer).expect("answered");
    case.begin();
    case.send();
    let text = words(&case.file_of("Tadeusz"));
    for expected in [
        "What became of your earlier comments",
        "18.1",
        "He was at home.",
        "Declined. The log says otherwise",
    ] {
        assert!(text.contains(expected), "no “{expected}” in {text}");
    }
    assert!(!words(&case.file_of("Bronwen")).contains("He was at home."));
}
