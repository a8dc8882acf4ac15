//! What a PDF holds and no page shows, or only two pages together.

use super::files::{document, places};

fn stream(dict: &str, bytes: &str) -> String {
    format!(
        "<<{dict}/Length {}>>stream\n{bytes}\nendstream",
        bytes.len()
    )
}

fn saying(words: &str) -> String {
    stream("", &format!("BT /F1 12 Tf 50 700 Td ({words}) Tj ET"))
}

/// Pages 3 and 5 with what they draw; objects from 7 on are free.
fn two_pages(
    catalog: &str,
    resources: &str,
    [first, second]: [String; 2],
    others: &[String],
) -> Vec<u8> {
    let page = |content: u8| {
        format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {content} 0 R/Resources<</Font<</F1 7 0 R>>{resources}>>>>"
        )
    };
    let mut all = vec![
        format!("<</Type/Catalog/Pages 2 0 R {catalog}>>"),
        "<</Type/Pages/Kids[3 0 R 5 0 R]/Count 2>>".to_owned(),
        page(4),
        first,
        page(8),
        "<</Title(x)>>".to_owned(),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
        second,
    ];
    all.extend_from_slice(others);
    document(&all)
}

/// Written behind the file, as a program does that changes it: the drawing of its first page anew.
fn changed(mut bytes: Vec<u8>, drawing: &str) -> Vec<u8> {
    let text = String::from_utf8(bytes.clone()).expect("letters");
    let before = text
        .rsplit("startxref\n")
        .next()
        .and_then(|rest| rest.lines().next())
        .expect("a table");
    let object = bytes.len();
    bytes.extend(format!("4 0 obj\n{drawing}\nendobj\n").into_bytes());
    let table = bytes.len();
    bytes.extend(format!("xref\n4 1\n{object:010} 00000 n \ntrailer<</Size 9/Root 1 0 R/Prev {before}>>\nstartxref\n{table}\n%%EOF\n").into_bytes());
    bytes
}

#[test]
fn a_name_is_found_that_no_page_shows() {
    let nothing = || [saying("Nothing here"), saying("Nor here")];
    let hidden = stream(
        "",
        "/OC /Layer BDC BT /F1 12 Tf 50 700 Td (She told Catarina) Tj ET EMC",
    );
    let layer = "<</Type/OCG/Name(Notes)>>".to_owned();
    let unused = stream(
        "/Type/XObject/Subtype/Form",
        "BT /F1 12 Tf [(Ca) 40 (ta) -30 (rina)] TJ ET",
    );
    let cases: [(&str, Vec<u8>, &str); 5] = [
        (
            "on a layer that is switched off",
            two_pages(
                "/OCProperties<</OCGs[9 0 R]/D<</OFF[9 0 R]>>>>",
                "/Properties<</Layer 9 0 R>>",
                [hidden, saying("Nor here")],
                &[layer],
            ),
            "page 1, not shown",
        ),
        (
            "in a drawing that no page uses",
            two_pages("", "", nothing(), &[unused]),
            "a drawing that is not shown",
        ),
        (
            "before the file was last changed",
            changed(
                two_pages(
                    "",
                    "",
                    [saying("She told Catarina"), saying("Nor here")],
                    &[],
                ),
                &saying("Nothing here"),
            ),
            "earlier version 1, page 1",
        ),
        (
            "divided over two pages",
            two_pages(
                "",
                "",
                [saying("She told Cata-"), saying("rina to wait")],
                &[],
            ),
            "between page 1 and page 2",
        ),
        (
            "on a page, once",
            two_pages(
                "",
                "",
                [saying("She told Catarina"), saying("Nor here")],
                &[],
            ),
            "page 1",
        ),
    ];
    for (what, bytes, place) in cases {
        let found = places("report.pdf", &bytes);
        assert!(
            found.iter().any(|(at, _)| at.contains(place)),
            "{what}: {found:?}"
        );
        // What is drawn is not told again as if it were hidden.
        let shown = what.starts_with("on a page");
        assert!(
            !shown || !found.iter().any(|(at, _)| at.contains("not shown")),
            "{found:?}"
        );
    }
    assert_eq!(places("report.pdf", &two_pages("", "", nothing(), &[])), []);
    let unchanged = changed(two_pages("", "", nothing(), &[]), &saying("Nothing anew"));
    assert_eq!(places("report.pdf", &unchanged), []);
}
