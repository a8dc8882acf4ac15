//! Codes to other tools and back: what is written keeps to the standard, what comes back is what went out, and nothing hostile gets in.

mod standard;

use std::io::{Cursor, Read, Write};
use std::sync::Arc;

use lantern::exchange::refi::{self, RefiError};
use lantern::model::{CodedProject, EntryId, Passage, RecordCell, Review, Tagging, TaggingId};

use crate::sample::REVIEW;

fn today() -> chrono::NaiveDate {
    lantern::sample::today().expect("the sample's day")
}

/// The sample, with marked words by two coders, in two cells, overlapping, with letters beyond the usual plane.
fn marked() -> Review {
    let mut review = REVIEW.clone();
    let entries = Arc::make_mut(&mut review.entries);
    let entry = Arc::make_mut(&mut entries[0]);
    entry.text = "She said\r\n“no” 👩‍👧 & <left>. Ünder protest.".to_owned();
    entry.response = "No further action.\u{0}".to_owned();
    entry.comment = String::new();
    let id = entry.id;
    let text: Vec<char> = entry.text.chars().collect();
    let passage = |cell, from: usize, until: usize, words: String| Passage {
        cell,
        from: from as u32,
        until: until as u32,
        words,
    };
    let in_text = |from: usize, until: usize| {
        passage(
            RecordCell::Text,
            from,
            until,
            text[from..until].iter().collect(),
        )
    };
    let response = passage(RecordCell::Response, 0, 2, "No".to_owned());
    review.taggings.retain(|tagging| tagging.entry != id);
    for (number, coder, weakness, passages) in [
        (
            9_001,
            "R. Okoro",
            "no_enquiry",
            vec![in_text(10, 14), response.clone()],
        ),
        (9_002, "Zoë Lindqvist", "no_enquiry", vec![in_text(10, 14)]),
        (9_003, "R. Okoro", "good_practice", Vec::new()),
        (
            9_004,
            "Zoë Lindqvist",
            "commissioning",
            vec![in_text(4, 18)],
        ),
    ] {
        review.taggings.push(Tagging {
            id: TaggingId(number),
            entry: id,
            weakness: weakness.to_owned(),
            coder: coder.to_owned(),
            memo: format!("Memo {number}:\nwhy & <how>"),
            passages,
        });
    }
    review
}

/// What is tagged, in a form that can be compared: entry, weakness, coder, memo, passages.
type Tags = Vec<(EntryId, String, String, String, Vec<Passage>)>;

fn tags_of(review: &Review) -> Tags {
    let taggings = review.taggings.iter();
    let mut tags: Tags = taggings
        .map(|one| {
            let memo = one.memo.trim().to_owned();
            (
                one.entry,
                one.weakness.clone(),
                one.coder.clone(),
                memo,
                one.passages.clone(),
            )
        })
        .collect();
    tags.sort();
    tags
}

fn tags_read(project: &CodedProject) -> Tags {
    let records = project.records.iter();
    let mut tags: Tags = records
        .map(|one| {
            let code = project.codes[one.code].key.clone();
            (
                one.entry,
                code,
                one.coder.clone(),
                one.memo.clone(),
                one.passages.clone(),
            )
        })
        .collect();
    tags.sort();
    tags
}

#[test]
fn what_goes_out_comes_back_as_it_was() {
    let review = marked();
    let bytes = refi::project(&review, today()).expect("written");
    let read = refi::read(&review, "sample.qdpx", &bytes).expect("read");
    assert_eq!(tags_read(&read), tags_of(&review));
    assert_eq!(
        (read.left_out, read.displaced, read.unknown_texts.len()),
        (0, 0, 0)
    );
    let known: Vec<_> = review
        .weaknesses
        .iter()
        .map(|one| {
            (
                &one.key,
                &one.name,
                one.definition.trim(),
                one.example.trim(),
                one.good_practice,
            )
        })
        .collect();
    for from in [bytes.clone(), refi::codebook(&review)] {
        let read = refi::read(&review, "codes", &from).expect("read");
        let codes: Vec<_> = read
            .codes
            .iter()
            .map(|one| {
                (
                    &one.key,
                    &one.name,
                    one.definition.trim(),
                    one.example.trim(),
                    one.good_practice,
                )
            })
            .collect();
        assert_eq!(
            codes, known,
            "in the order of the list, parts behind their whole"
        );
        for (code, weakness) in read.codes.iter().zip(&review.weaknesses) {
            let parent = code
                .parent
                .map_or("", |place| read.codes[place].key.as_str());
            assert_eq!(parent, weakness.parent);
        }
    }
    assert_eq!(
        bytes,
        refi::project(&review, today()).expect("written"),
        "the same each time"
    );
}

/// The parts of a zip file.
fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    (0..zip.len())
        .map(|index| {
            let mut part = zip.by_index(index).expect("a part");
            let name = part.name().expect("a name").to_string();
            let mut content = Vec::new();
            part.read_to_end(&mut content).expect("read");
            (name, content)
        })
        .collect()
}

fn zipped(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(name.as_str(), zip::write::SimpleFileOptions::default())
            .expect("begun");
        zip.write_all(content).expect("written");
    }
    zip.finish().expect("a zip file").into_inner()
}

/// The sample's project as another tool might have left it.
fn changed(change: impl Fn(&mut Vec<(String, Vec<u8>)>, &str)) -> CodedProject {
    let review = marked();
    let bytes = refi::project(&review, today()).expect("written");
    let mut all = parts(&bytes);
    let project = String::from_utf8(all[0].1.clone()).expect("text");
    change(&mut all, &project);
    refi::read(&review, "theirs.qdpx", &zipped(&all)).expect("read")
}

#[test]
fn other_tools_write_the_same_in_other_forms() {
    let expected = tags_of(&marked());
    // Marks in small letters and in braces, a byte order mark, the folder in capitals, prefixes.
    let small = changed(|all, project| {
        let guid = regex::Regex::new("\"([0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12})\"");
        let project = guid
            .expect("a pattern")
            .replace_all(project, |found: &regex::Captures<'_>| {
                format!("\"{{{}}}\"", found[1].to_lowercase())
            });
        all[0].1 = format!("\u{FEFF}{project}").into_bytes();
        for (name, _) in &mut all[1..] {
            *name = name.replace("Sources/", "sources/");
        }
    });
    assert_eq!(tags_read(&small), expected);
    let prefixed = changed(|all, project| {
        let project = project
            .replace("</", "</q:")
            .replace('<', "<q:")
            .replace("<q:/q:", "</q:");
        let project = project
            .replace("<q:?xml", "<?xml")
            .replace("xmlns=", "xmlns:q=");
        all[0].1 = project.into_bytes();
    });
    assert_eq!(tags_read(&prefixed), expected);
    // New marks for every text, and line ends of Windows: the records are known by their words, marked words by looking.
    let renamed = changed(|all, project| {
        let source = regex::Regex::new("<TextSource guid=\"[0-9A-F]").expect("a pattern");
        let project = source.replace_all(project, "<TextSource guid=\"0");
        all[0].1 = project.into_owned().into_bytes();
        for (_, text) in &mut all[1..] {
            *text = String::from_utf8_lossy(text)
                .replace('\n', " \n")
                .into_bytes();
        }
    });
    assert_eq!(renamed.left_out, 0);
    let entry_and_code = |tags: &Tags| -> Vec<_> {
        tags.iter()
            .map(|one| (one.0, one.1.clone(), one.2.clone()))
            .collect()
    };
    assert_eq!(
        entry_and_code(&tags_read(&renamed)),
        entry_and_code(&expected)
    );
}

#[test]
fn what_does_not_fit_is_told_and_left_out() {
    let review = marked();
    let bytes = refi::project(&review, today()).expect("written");
    let mut later = review.clone();
    let entry = Arc::make_mut(&mut Arc::make_mut(&mut later.entries)[0]);
    let tagged = review
        .taggings
        .iter()
        .filter(|one| one.entry == entry.id)
        .count();
    let id = entry.id;
    entry.text = "Another wording altogether".to_owned();
    let read = refi::read(&later, "older.qdpx", &bytes).expect("read");
    assert!(read.records.iter().all(|one| one.entry != id));
    // Each marked passage is a coding of its own.
    assert_eq!((read.left_out, read.unknown_texts.len()), (tagged + 1, 1));
    assert!(
        read.unknown_texts[0].starts_with(&format!("{:04} ", id.0)),
        "{:?}",
        read.unknown_texts
    );

    let elsewhere = changed(|all, project| {
        let mark = "startPosition=\"10\" endPosition=\"14\"";
        assert!(project.contains(mark));
        let project = project.replace(mark, "startPosition=\"9000\" endPosition=\"9004\"");
        all[0].1 = project.into_bytes();
    });
    let record = elsewhere
        .records
        .iter()
        .find(|one| one.coder == "Zoë Lindqvist");
    assert!(
        record.is_some_and(|one| one.entry == id),
        "the record stays tagged as a whole"
    );
    assert_eq!(elsewhere.left_out, 0);
}

#[test]
fn codes_nest_one_level_deep_here() {
    let text = "<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\" origin=\"Other\"><Codes>\
        <Code guid=\"1FF58B12-6F6F-4B0C-8BE5-BBDC91F55294\" name=\"Agencies\" isCodable=\"false\">\
        <Description>What they did\n\nExample: nothing</Description>\
        <Code guid=\"1FF58B12-6F6F-4B0C-8BE5-BBDC91F55295\" name=\"Sharing\" isCodable=\"true\">\
        <Code guid=\"1FF58B12-6F6F-4B0C-8BE5-BBDC91F55296\" name=\"Too late\" isCodable=\"true\"/></Code></Code>\
        <Code guid=\"1FF58B12-6F6F-4B0C-8BE5-BBDC91F55297\" name=\" \" isCodable=\"true\"/></Codes></CodeBook>";
    let read = refi::read(&REVIEW, "other.qdc", text.as_bytes()).expect("read");
    let codes: Vec<_> = read
        .codes
        .iter()
        .map(|one| (one.name.as_str(), one.parent))
        .collect();
    assert_eq!(
        codes,
        [
            ("Agencies", None),
            ("Sharing", Some(0)),
            ("Sharing › Too late", Some(0)),
            ("Unnamed code", None)
        ]
    );
    assert_eq!(
        (
            read.codes[0].definition.as_str(),
            read.codes[0].example.as_str()
        ),
        ("What they did", "nothing")
    );
}

#[test]
fn what_cannot_be_read_gets_a_clear_word() {
    let review = &REVIEW;
    let good = refi::project(review, today()).expect("written");
    let bomb = "<!DOCTYPE p [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><Project name=\"&b;\"/>";
    let external =
        "<!DOCTYPE p [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><CodeBook>&a;</CodeBook>";
    let deep = format!("<Project>{}", "<Code>".repeat(10_000));
    let with = |name: &str, text: &str| zipped(&[(name.to_owned(), text.as_bytes().to_vec())]);
    type Fits = fn(&RefiError) -> bool;
    let not_refi: Fits = |error| matches!(error, RefiError::NotRefi { .. });
    let damaged: Fits = |error| matches!(error, RefiError::Damaged { .. });
    let hostile: Fits = |error| matches!(error, RefiError::Hostile { .. });
    let limit: Fits = |error| matches!(error, RefiError::Limit { .. });
    for (what, bytes, fits) in [
        ("empty", Vec::new(), not_refi),
        ("a picture", b"\x89PNG\r\n".to_vec(), not_refi),
        ("a letter", b"Dear chair".to_vec(), not_refi),
        ("another XML", b"<html><body/></html>".to_vec(), not_refi),
        ("a Word file", with("word/document.xml", "<w/>"), not_refi),
        ("cut off", good[..good.len() / 2].to_vec(), damaged),
        (
            "a cut project",
            with("project.qde", "<Project><Users>"),
            damaged,
        ),
        ("entities", with("project.qde", bomb), hostile),
        ("entities of files", external.as_bytes().to_vec(), hostile),
        ("deep", deep.into_bytes(), limit),
    ] {
        let error = refi::read(review, "theirs", &bytes).expect_err(what);
        assert!(fits(&error), "{what}: {error:?}");
        assert!(
            error.to_string().contains("Nothing was taken in"),
            "{what}: {error}"
        );
    }
}

#[test]
fn the_project_of_an_empty_review_is_read_as_well() {
    let empty = Review::empty(Arc::clone(&REVIEW.template));
    let bytes = refi::project(&empty, today()).expect("written");
    let read = refi::read(&empty, "empty.qdpx", &bytes).expect("read");
    assert_eq!(read.codes.len(), empty.weaknesses.len());
    assert!(read.records.is_empty());
}
