//! Tables from the clipboard.

use lantern::returns::paste;

use super::*;

fn cells(file: &ReturnFile) -> Vec<Vec<&str>> {
    let rows = file.tables[0].rows.iter();
    rows.map(|row| row.cells.iter().map(|cell| &*cell.text).collect())
        .collect()
}

#[test]
fn text_becomes_cells_however_it_is_parted() {
    for (text, about, expected) in [
        (
            "Date\tDetails\r\n01/02/2019\t\"two\r\nlines\"\r\n",
            "text from the clipboard, separated by tab",
            &[&["Date", "Details"][..], &["01/02/2019", "two\r\nlines"]][..],
        ),
        (
            "Date        Details                 Action\n\
             1 Feb 2019  Rang; said that she is  None\n            \
             moving out.\n\
             2 Feb 2019  Came.                   Leaflet\n",
            "text from the clipboard, in aligned columns",
            &[
                &["Date", "Details", "Action"],
                &["1 Feb 2019", "Rang; said that she is moving out.", "None"],
                &["2 Feb 2019", "Came.", "Leaflet"],
            ],
        ),
        (
            "Date;Details\n01/02/2019;Rang\n",
            "text from the clipboard, separated by ;",
            &[&["Date", "Details"], &["01/02/2019", "Rang"]],
        ),
        (
            "Rang on Monday.  Said nothing.\nThen came again\n",
            "text from the clipboard, one column",
            &[&["Rang on Monday.  Said nothing."], &["Then came again"]],
        ),
    ] {
        let file = paste(text, None, &Silent).expect(text);
        assert_eq!((&*file.name, &*file.about), ("pasted table", about));
        assert_eq!(cells(&file), expected, "{text}");
    }
}

#[test]
fn web_pages_become_cells() {
    for (html, expected) in [
        (
            "<table><tr><th>Date<th>Details<tr><td>1/2/2019<td>a<br>b</table>",
            &[&["Date", "Details"][..], &["1/2/2019", "a\nb"]][..],
        ),
        (
            "<p>Dear all</p><table><tbody><tr><td rowspan=\"2\"><p>1/2/2019</p></td><td><p>a\n  b</p><p>c</p></td></tr><tr><td>d</td></tr></table>",
            &[&["1/2/2019", "a b\nc"], &["1/2/2019", "d"]],
        ),
        (
            "<table><tr><td colspan=2>Contact</td><td>Notes</td></tr><tr><td>x</td><td>y</td><td>&lt;z&gt;</td></tr></table>",
            &[&["Contact", "", "Notes"], &["x", "y", "<z>"]],
        ),
        (
            "<table><tr><td>a</td><td>b<table><tr><td>c</td><td>d</td></tr></table></td></tr></table>",
            &[&["a", "b\nc | d"]],
        ),
    ] {
        let file = paste("not used", Some(html), &Silent).expect(html);
        assert_eq!(cells(&file), expected, "{html}");
    }
}

#[test]
fn without_a_table_in_the_page_the_text_is_taken() {
    let text = "Date\tDetails\n1/2/2019\ta\n";
    let page = "<html><body><p>Date Details</p></body></html>";
    let file = paste(text, Some(page), &Silent).expect("a table");
    assert_eq!(file, paste(text, None, &Silent).expect("a table"));
    for (text, html) in [("", None), ("  \n", Some("<table></table>"))] {
        let fault = paste(text, html, &Silent).expect_err("nothing there");
        assert!(fault.to_string().contains("is empty"), "{fault}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    #[test]
    fn nothing_on_the_clipboard_breaks_the_reader(
        text in "[ \t\nA-Za-z0-9,;|\"é]{0,200}",
        html in "(<(/?(table|tr|td|th|p|br|style|b)( (rowspan|colspan)=\"?[0-9]{1,7}\"?)?>|!--|-->)|[a-z é&;#\n\"'=<>]{0,6}){0,40}",
    ) {
        let _ = paste(&text, None, &Silent);
        let _ = paste(&text, Some(&html), &Silent);
    }

    #[test]
    fn no_word_of_an_aligned_table_is_lost(
        lines in prop::collection::vec("[a-z]{1,9}( {1,5}[a-z]{1,9}){0,4}", 2..12),
    ) {
        let text = lines.join("\n");
        let file = paste(&text, None, &Silent).expect("text");
        let kept: String = cells(&file).concat().join(" ");
        let words = |text: &str| {
            let mut words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
            words.sort();
            words
        };
        prop_assert_eq!(words(&kept), words(&text));
    }
}
