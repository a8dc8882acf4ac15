//! Files are built here byte by byte, so that each hides a name in one known place.

use std::io::{Cursor, Write};

use lantern::leaks::{LeaksError, contents, read, scan_file};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::corpus::SCANNER;

const NAME: &str = "Catarina Hartnoll";

fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in parts {
        zip.start_file(*name, options).expect("a part");
        zip.write_all(bytes).expect("its bytes");
    }
    zip.finish().expect("an archive").into_inner()
}

pub fn places(file: &str, bytes: &[u8]) -> Vec<(String, String)> {
    scan_file(&SCANNER, file, bytes)
        .expect("read whole")
        .into_iter()
        .map(|found| (found.place, found.leak.text))
        .collect()
}

#[test]
fn a_name_is_found_in_every_part_of_a_word_file() {
    let paragraph =
        |inner: &str| format!("<w:document><w:body><w:p>{inner}</w:p></w:body></w:document>");
    let cases: [(&str, String, &str); 18] = [
        ("word/document.xml", paragraph("<w:r><w:t>Cata</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>rina</w:t></w:r>"), "text"),
        ("word/document.xml", paragraph("<w:r><w:t>Catarina</w:t></w:r><w:r><w:br/><w:t>Hartnoll</w:t></w:r>"), "text"),
        ("word/document.xml", paragraph("<w:r><w:rPr><w:vanish/></w:rPr><w:t>Catarina</w:t></w:r>"), "text"),
        (
            "word/document.xml",
            paragraph("<w:ins><w:r><w:t>she</w:t></w:r></w:ins><w:del><w:r><w:delText>catarina</w:delText></w:r></w:del>"),
            "before tracked changes",
        ),
        ("word/document.xml", paragraph("<w:r><w:instrText>HYPERLINK \"https://x.example/Catarina%20Hartnoll\"</w:instrText></w:r>"), "not shown"),
        ("word/document.xml", paragraph("<wp:docPr descr=\"Catarina at school\"/>"), "not shown"),
        ("word/document.xml", paragraph("<w:r><w:t>Cat&#97;rina</w:t></w:r>"), "text"),
        ("word/comments.xml", "<w:comments><w:comment w:author=\"Catarina\"><w:p><w:r><w:t>?</w:t></w:r></w:p></w:comment></w:comments>".into(), "comments"),
        ("word/footnotes.xml", paragraph("<w:r><w:t>Catarina</w:t></w:r>"), "footnotes"),
        ("word/header2.xml", paragraph("<w:r><w:t>Catarina</w:t></w:r>"), "header 2"),
        ("word/people.xml", "<w15:people><w15:person w15:author=\"Catarina Hartnoll\"/></w15:people>".into(), "list of authors"),
        ("word/settings.xml", "<w:settings><w:docVar w:name=\"v\" w:val=\"Catarina\"/></w:settings>".into(), "settings"),
        ("docProps/core.xml", "<cp:coreProperties><dc:creator>Ana</dc:creator><cp:lastModifiedBy>Catarina</cp:lastModifiedBy></cp:coreProperties>".into(), "properties"),
        ("customXml/item1.xml", "<x><!-- Catarina --></x>".into(), "custom data 1"),
        ("word/_rels/document.xml.rels", "<Relationships><Relationship Target=\"mailto:catarina.h@post.example\"/></Relationships>".into(), "rels"),
        ("xl/sharedStrings.xml", "<sst><si><t>x</t></si><si><r><t>Cata</t></r><r><t>rina</t></r></si></sst>".into(), "words of the cells"),
        ("xl/workbook.xml", "<workbook><sheets><sheet name=\"Catarina\" state=\"hidden\"/></sheets></workbook>".into(), "workbook"),
        ("xl/worksheets/sheet3.xml", "<worksheet><headerFooter><oddHeader>&amp;LCatarina Hartnoll</oddHeader></headerFooter></worksheet>".into(), "sheet 3"),
    ];
    for (part, xml, place) in cases {
        let found = places("report.docx", &zipped(&[(part, xml.as_bytes())]));
        assert!(
            found.iter().any(|(at, _)| at.contains(place)),
            "{part}: {xml}: {found:?}"
        );
    }
}

#[test]
fn a_name_is_found_in_files_within_files_and_in_their_names() {
    let inner = zipped(&[("notes.txt", NAME.as_bytes())]);
    let middle = zipped(&[("word/embeddings/sheet.xlsx", &inner)]);
    let cases: [(&str, Vec<u8>, &str); 7] = [
        (
            "set.zip",
            zipped(&[("set/report.docx", &middle)]),
            "notes.txt",
        ),
        (
            "set.zip",
            zipped(&[("Catarina Hartnoll.txt", b"nothing")]),
            "names of files",
        ),
        (
            "Catarina_Hartnoll.txt",
            b"nothing".to_vec(),
            "name of the file",
        ),
        (
            "record.json",
            br#"{"who": {"na\u006de": "Cata\u0072ina"}}"#.to_vec(),
            "",
        ),
        (
            "plan.csv",
            "Adult A;\"Catarina\nHartnoll\"".as_bytes().to_vec(),
            "",
        ),
        (
            "utf16.txt",
            b"\xFF\xFEC\0a\0t\0a\0r\0i\0n\0a\0".to_vec(),
            "",
        ),
        (
            "photo.png",
            [
                b"\x89PNG\r\n\x1a\n\0\0\0\x1ftEXtAuthor\0".as_slice(),
                NAME.as_bytes(),
                b"\0\0",
            ]
            .concat(),
            "picture",
        ),
    ];
    for (file, bytes, place) in cases {
        let found = places(file, &bytes);
        assert!(
            found.iter().any(|(at, _)| at.contains(place)),
            "{file}: {found:?}"
        );
    }
}

/// A PDF with one page, whose drawing and further objects are given; numbers from 6 on are free.
fn pdf(drawing: &str, catalog: &str, objects: &[String]) -> Vec<u8> {
    let mut all = vec![
        format!("<</Type/Catalog/Pages 2 0 R {catalog}>>"),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>".to_owned(),
        format!("<</Length {}>>stream\n{drawing}\nendstream", drawing.len()),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
    ];
    all.extend_from_slice(objects);
    document(&all)
}

/// A PDF of these objects, numbered from 1: the catalog is the first, the properties are the sixth.
pub fn document(all: &[String]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (object, number) in all.iter().zip(1..) {
        places.push(bytes.len());
        bytes.extend(format!("{number} 0 obj\n{object}\nendobj\n").into_bytes());
    }
    let table = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", all.len() + 1).into_bytes());
    for place in places {
        bytes.extend(format!("{place:010} 00000 n \n").into_bytes());
    }
    bytes.extend(
        format!(
            "trailer<</Size {}/Root 1 0 R/Info 6 0 R>>\nstartxref\n{table}\n%%EOF\n",
            all.len() + 1
        )
        .into_bytes(),
    );
    bytes
}

#[test]
fn a_name_is_found_wherever_a_pdf_hides_it() {
    let nothing = || "BT /F1 12 Tf 50 700 Td (Nothing here) Tj ET".to_owned();
    let info = |words: &str| vec![format!("<</Title({words})>>")];
    let stream = |dict: &str, bytes: &str| {
        format!(
            "<<{dict}/Length {}>>stream\n{bytes}\nendstream",
            bytes.len()
        )
    };
    let cases: [(&str, Vec<u8>, &str); 14] = [
        (
            "on the page",
            pdf(
                "BT /F1 12 Tf 50 700 Td (She told Catarina) Tj ET",
                "",
                &info("x"),
            ),
            "page 1",
        ),
        (
            "kerned",
            pdf(
                "BT /F1 12 Tf 50 700 Td [(Ca) 80 (ta) -40 (rina)] TJ ET",
                "",
                &info("x"),
            ),
            "page 1",
        ),
        (
            "over two lines",
            pdf(
                "BT /F1 12 Tf 50 700 Td (told Catarina) Tj 0 -14 Td (Hartnoll) Tj ET",
                "",
                &info("x"),
            ),
            "page 1",
        ),
        (
            "divided",
            pdf(
                "BT /F1 12 Tf 50 700 Td (told Cata-) Tj 0 -14 Td (rina) Tj ET",
                "",
                &info("x"),
            ),
            "page 1",
        ),
        (
            "invisible",
            pdf(
                "BT 3 Tr /F1 12 Tf 50 700 Td (Catarina) Tj ET",
                "",
                &info("x"),
            ),
            "page 1",
        ),
        (
            "replaced text",
            pdf(
                "/Span <</ActualText(Catarina)>> BDC BT /F1 9 Tf (x) Tj ET EMC",
                "",
                &info("x"),
            ),
            "page 1",
        ),
        ("title", pdf(&nothing(), "", &info("Catarina")), "title"),
        (
            "title in two-byte letters",
            pdf(
                &nothing(),
                "",
                &["<</Title<FEFF004300610074006100720069006E0061>>>".to_owned()],
            ),
            "title",
        ),
        (
            "author",
            pdf(&nothing(), "", &["<</Author(Catarina)>>".to_owned()]),
            "properties",
        ),
        (
            "XMP",
            pdf(
                &nothing(),
                "/Metadata 7 0 R",
                &[
                    info("x").remove(0),
                    stream(
                        "/Type/Metadata/Subtype/XML",
                        "<x><dc:creator>Catarina</dc:creator></x>",
                    ),
                ],
            ),
            "XMP",
        ),
        (
            "bookmark",
            pdf(
                &nothing(),
                "/Outlines 7 0 R",
                &[
                    info("x").remove(0),
                    "<</First 8 0 R>>".to_owned(),
                    "<</Title(Catarina)/Parent 7 0 R>>".to_owned(),
                ],
            ),
            "bookmark",
        ),
        (
            "alternative text",
            pdf(
                &nothing(),
                "/StructTreeRoot 7 0 R",
                &[
                    info("x").remove(0),
                    "<</K 8 0 R>>".to_owned(),
                    "<</S/Figure/Alt(Catarina at school)>>".to_owned(),
                ],
            ),
            "alternative text",
        ),
        (
            "link",
            pdf(
                &nothing(),
                "",
                &[
                    info("x").remove(0),
                    "<</Type/Annot/A<</URI(https://x.example/Catarina%20Hartnoll)>>>>".to_owned(),
                ],
            ),
            "link",
        ),
        (
            "attachment",
            pdf(
                &nothing(),
                "",
                &[
                    info("x").remove(0),
                    stream("/Type/EmbeddedFile", "real;Catarina"),
                ],
            ),
            "attachment",
        ),
    ];
    for (what, bytes, place) in cases {
        let found = places("report.pdf", &bytes);
        assert!(
            found.iter().any(|(at, _)| at.contains(place)),
            "{what}: {found:?}"
        );
    }
    assert_eq!(places("report.pdf", &pdf(&nothing(), "", &info("x"))), []);
}

#[test]
fn a_long_report_of_many_marked_stretches_is_read_whole() {
    let drawing = "/P <</MCID 1>> BDC BT /F1 12 Tf (x) Tj ET EMC\n".repeat(30_000);
    let bytes = pdf(&drawing, "", &["<</Title(Catarina)>>".to_owned()]);
    let contents = lantern::leaks::read("report.pdf", &bytes);
    assert_eq!(contents.unread, []);
    assert!(!places("report.pdf", &bytes).is_empty());
}

#[test]
fn what_cannot_be_read_whole_is_told() {
    let good = zipped(&[("word/document.xml", b"<w:p><w:t>Nothing</w:t></w:p>")]);
    let mut damaged = good.clone();
    let middle = damaged.len() / 3;
    damaged[middle..middle + 8].fill(0xA5);
    let deep = (0..12).fold(b"text".to_vec(), |inner, _| zipped(&[("a.zip", &inner)]));
    let entities = b"<!DOCTYPE x [<!ENTITY who SYSTEM \"file:///etc/hostname\">]><x>&who;</x>";
    let whole = pdf("BT /F1 12 Tf (x) Tj ET", "", &["<</Title(x)>>".to_owned()]);
    let hidden = {
        // A second file that the list of contents does not name.
        let mut bytes = zipped(&[("secret.txt", NAME.as_bytes())]);
        let list = bytes
            .windows(4)
            .position(|mark| mark == b"PK\x01\x02")
            .expect("a list");
        bytes.truncate(list);
        bytes.extend_from_slice(&good);
        bytes
    };
    let cases: [(&str, Vec<u8>, &str); 10] = [
        ("report.docx", damaged, "damaged"),
        ("report.docx", good[..good.len() / 2].to_vec(), "damaged"),
        ("set.zip", deep, "too many files lie within one another"),
        (
            "report.docx",
            zipped(&[("word/document.xml", entities)]),
            "entities",
        ),
        (
            "report.docx",
            zipped(&[(
                "word/embeddings/old.bin",
                b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
            )]),
            "older Office format",
        ),
        ("report.pdf", whole[..60].to_vec(), "damaged"),
        (
            "report.pdf",
            [b"%PDF-1.7\nlost\n%%EOF\n".as_slice(), &whole].concat(),
            "cannot be opened by itself",
        ),
        ("data.gz", b"\x1F\x8B\x08\0".to_vec(), "packed"),
        ("data.bin", (0..=255).collect(), "of a kind"),
        ("set.zip", hidden, "does not name"),
    ];
    for (file, bytes, why) in cases {
        let error = contents(file, &bytes).expect_err(why);
        let LeaksError::Unread { .. } = &error;
        let words = error.to_string();
        assert!(
            words.contains(why) && words.contains("cannot be published"),
            "{file}: {words}"
        );
    }
}

#[test]
fn a_file_that_would_fill_the_memory_is_told_and_left() {
    let zeros = vec![b' '; 8 << 20];
    let parts: Vec<(String, &[u8])> = (0..60)
        .map(|at| (format!("{at}.txt"), zeros.as_slice()))
        .collect();
    let parts: Vec<(&str, &[u8])> = parts
        .iter()
        .map(|(name, bytes)| (name.as_str(), *bytes))
        .collect();
    let found = read("bomb.zip", &zipped(&parts));
    assert!(
        found
            .unread
            .iter()
            .any(|part| part.why.contains("unpacks to more")),
        "{:?}",
        found.unread
    );
}
