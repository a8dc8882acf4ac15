use lantern::identities::{Disguise, FormKind, Register, Why};
use lantern::model::PersonId;

use super::harbour::{review, ruling};

/// Held against one another, all at once, so that one run shows everything.
pub fn compare(cases: &[(&str, &str)]) {
    let review = review();
    let disguise = Disguise::of(&review);
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(text, expected)| {
            let now = disguise.text(text).text;
            (now != *expected).then(|| format!("{text:?}\n   is {now:?}\nnot   {expected:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn names_are_replaced_however_they_are_written() {
    compare(&[
        ("Adwoa Danso rang.", "Esther rang."),
        ("ADWOA DANSO rang Adwoa’s GP", "Esther rang Esther’s GP"),
        ("Danso, Adwoa (patient)", "Esther (patient)"),
        ("Adwoa\nDanso", "Esther"),
        ("Adwoa\n\nDanso", "Esther\n\n[name withheld]"),
        ("Ad\u{AD}woa and A\u{200B}dwoa", "Esther and Esther"),
        ("Mrs Danso and Mr Danso", "Esther and Daniel"),
        ("Mrs. A. Danso", "Esther"),
        ("Mr and Mrs Danso", "Daniel and Esther"),
        ("Adwoa A. Danso", "Esther"),
        ("Adwoa “Addie” Danso", "Esther"),
        ("the Dansos moved", "the family moved"),
        ("the Danso family moved", "the family moved"),
        ("K. Danso and K Danso", "Daniel and Daniel"),
        ("K.D. and KD, not kd", "Daniel and Daniel, not kd"),
        (
            "Mensah-Bright, Mensah Bright, MensahBright",
            "Esther, Esther, Esther",
        ),
        (
            "zoe o'neil; Zoe ONeil; ZOË O’NEIL",
            "Ursula; Ursula; Ursula",
        ),
        ("Zoë’s and O’Neil’s", "Ursula’s and Ursula’s"),
        ("a Tregarthen cousin", "an Irene cousin"),
        (
            "Ms d’Almeida; D'ALMEIDA’s; Ines dAlmeida",
            "Helen; Helen’s; Helen",
        ),
        ("Marcus’ flat", "Peter’s flat"),
        (
            "PC 4471 Prakash attended. PC Prakash left.",
            "A professional attended. A professional left.",
        ),
        ("told the PC, Ravi Prakash", "told the PC, a professional"),
        ("her sister Rosie", "her sister Child A"),
        (
            "the neighbour rang; Neighbour rang",
            "the neighbour rang; Neighbour rang",
        ),
        ("Joanne Dansong and Adwoan", "Joanne Dansong and Adwoan"),
        ("file_Adwoa_Danso.docx", "file_Esther_[name withheld].docx"),
    ]);
}

#[test]
fn places_and_numbers_are_replaced_and_the_sentence_reads_on() {
    compare(&[
        (
            "She works at Gull Rock Primary School.",
            "She works at a primary school.",
        ),
        (
            "Gull Rock rang. The Gull Rock Primary rang.",
            "A primary school rang. The primary school rang.",
        ),
        ("her former Gull Rock Primary", "her former primary school"),
        (
            "| Gull Rock | Penmarrow |",
            "| A primary school | The town |",
        ),
        ("in Penmarrow’s centre", "in the town’s centre"),
        (
            "NHS no 9434765919, 943-476-5919",
            "NHS no [NHS number withheld], [NHS number withheld]",
        ),
        (
            "+44 7700 900123 or 07700-900-123",
            "+[telephone number withheld] or [telephone number withheld]",
        ),
        (
            "mail Kofi.D@harbour.example",
            "mail [e-mail address withheld]",
        ),
        ("car ab51xyz", "car [vehicle withheld]"),
        ("14 Kittiwake Row,\nPenmarrow", "An address"),
        ("at 14, Kittiwake Row, Penmarrow", "at an address"),
        (
            "[entry 22: 943 476 5919]",
            "[entry 22: (NHS number withheld)]",
        ),
        ("1943476591900", "1943476591900"),
    ]);
}

#[test]
fn words_that_are_also_names_are_told_apart_by_what_stands_around_them() {
    compare(&[
        ("Rose said she was afraid", "Child A said she was afraid"),
        ("She told Rose to wait", "She told Child A to wait"),
        ("the sun rose and roses grew", "the sun rose and roses grew"),
        ("Rose’s teacher", "Child A’s teacher"),
        (
            "in May 2019, on 3 May, since May",
            "in May 2019, in May, since May",
        ),
        ("She may go. May she go?", "She may go. May she go?"),
        ("her aunt May rang", "her aunt Irene rang"),
        (
            "Will the panel agree? It will.",
            "Will the panel agree? It will.",
        ),
        ("Mr Will left", "Peter left"),
        ("THE VICTIM WILL ATTEND", "THE VICTIM WILL ATTEND"),
    ]);
}

#[test]
fn what_is_doubtful_is_taken_for_a_name_told_and_remembered() {
    let mut review = review();
    let text = "Rose bushes grew there.";
    let before = Disguise::of(&review).text(text);
    assert_eq!(before.text, "Child A bushes grew there.");
    let doubt = &before.doubtful[0];
    assert_eq!(
        (doubt.before.as_str(), doubt.after.as_str()),
        ("", "bushes")
    );
    assert_eq!(doubt.people, [PersonId(3)]);
    review.publishing.rulings = vec![ruling(&doubt.form, &doubt.before, &doubt.after, None)];
    let after = Disguise::of(&review).text(text);
    assert_eq!((after.text.as_str(), after.doubtful.len()), (text, 0));
    review.publishing.rulings = vec![ruling("rose", "then", "cried", Some(3))];
    assert_eq!(
        Disguise::of(&review).text("then rose cried").text,
        "then Child A cried"
    );
}

#[test]
fn people_are_known_by_parts_of_a_name_but_not_of_a_number() {
    for (other, parts) in [
        ("Mensah-Bright", &["Mensah", "Bright"][..]),
        ("Inês d’Souza", &["Inês", "d’Souza"]),
        ("Noor al-Rashid", &["Noor", "al-Rashid", "Rashid"]),
        ("PC Ravi Prakash", &["Ravi", "Prakash"]),
        ("14 Kittiwake Row", &["Kittiwake", "Row"]),
        ("LX19 QZV", &[]),
        ("QQ 12 34 56 C", &[]),
        ("REF-88417-QX", &[]),
        ("Case 20419834", &[]),
        ("Anne-Marie.Duarte@post.example", &[]),
    ] {
        let row = (
            "Ana".to_owned(),
            String::new(),
            String::new(),
            vec![other.to_owned()],
            None,
        );
        let register = Register::of_rows([row]);
        let forms = register.identities[0].forms.iter();
        let found: Vec<&str> = forms
            .filter(|form| form.kind == FormKind::NamePart)
            .map(|form| form.text.as_str())
            .collect();
        assert_eq!(found, parts, "{other}");
    }
}

#[test]
fn a_name_that_several_share_is_withheld_and_told() {
    let review = review();
    let told = Disguise::of(&review).text("a letter from Danso");
    assert_eq!(told.text, "a letter from [name withheld]");
    assert_eq!(
        told.doubtful[0].people,
        [PersonId(1), PersonId(2), PersonId(3)]
    );
    assert_eq!(told.replaced[0].why, Why::Shared);
}

#[test]
fn whose_a_shared_name_is_is_settled_once_for_its_context() {
    let doubts = [
        ("a letter from Danso", "a letter from Daniel"),
        (
            "DANSO attended of his own accord",
            "Daniel attended of his own accord",
        ),
        (
            "seen with Danso’s van, no trace",
            "seen with Daniel’s van, no trace",
        ),
    ];
    for (text, settled) in doubts {
        let mut review = review();
        let doubt = Disguise::of(&review).text(text).doubtful.remove(0);
        let rules = |person| ruling(&doubt.form, &doubt.before, &doubt.after, person);
        review.publishing.rulings = vec![rules(Some(2))];
        let told = Disguise::of(&review).text(text);
        assert_eq!((told.text.as_str(), told.doubtful.len()), (settled, 0));
        review.publishing.rulings = vec![rules(None)];
        let told = Disguise::of(&review).text(text);
        assert_eq!((told.text.as_str(), told.doubtful.len()), (text, 0));
    }
}

#[test]
fn every_replacement_is_told_with_where_it_was_and_is() {
    let review = review();
    let text = "An Adwoa cried on 12 March 2019; Rosie (8) did not.";
    let told = Disguise::of(&review).text(text);
    assert_eq!(
        told.text,
        "An Esther cried in March 2019; Child A (5 to 10) did not."
    );
    for one in &told.replaced {
        assert_eq!(&text[one.range.clone()], one.was);
        assert_eq!(&told.text[one.range_now.clone()], one.became);
    }
    let why: Vec<&str> = told.replaced.iter().map(|one| one.why.words()).collect();
    assert_eq!(why, ["Name", "Date", "Name", "Age"]);
}
