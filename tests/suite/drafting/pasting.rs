use lantern::drafting::{blocks, pasted};

const LONG: &str = "The police were called to the flat twice that spring, and both times they left without having spoken to her.";

#[test]
fn what_is_pasted_reads_as_if_it_had_been_typed() {
    let cases = [
        ("", String::new()),
        ("a word", "a word".to_owned()),
        ("a line\n", "a line\n".to_owned()),
        ("LONG\r\nLONG", format!("{LONG}\n\n{LONG}")),
        ("LONG\n", format!("{LONG}\n")),
        (
            "LONG\n\nLONG\nbroken by hand",
            format!("{LONG}\n\n{LONG}\nbroken by hand"),
        ),
        (
            "a message of\nshort lines that\nits program broke",
            "a message of\nshort lines that\nits program broke".to_owned(),
        ),
        ("LONG\n•\tone\n·\ttwo", format!("{LONG}\n\n- one\n- two")),
        (
            "LONG:\n1.\tone\n2.\ttwo",
            format!("{LONG}:\n1. one\n2. two"),
        ),
        (
            "Agency\tDate\r\nA | E\t3 May\r\n",
            "| Agency | Date |\n| A / E | 3 May |".to_owned(),
        ),
        (
            "one\ttab in words LONG",
            format!("one\ttab in words {LONG}"),
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(pasted(&text.replace("LONG", LONG)), expected, "{text:?}");
    }
}

#[test]
fn pasted_paragraphs_are_numbered_one_by_one() {
    let text = [LONG; 12].join("\r\n");
    assert_eq!(blocks(&pasted(&text)).len(), 12);
}
