//! The overview report as a Word file: the same text, numbers and citations as its pages.

use std::collections::HashSet;
use std::fs::File;

use docx_rs::{
    Docx, Footer, Footnote, Header, IndentLevel, NumPages, NumberingId, PageNum, Paragraph, Run,
};

use super::about;
use super::characters::{Replaced, for_xml};
use super::chronology_data;
use super::draft_text::{PrintedParagraph, Printing};
use super::error::Fault;
use super::layouts::PAGES_ENTRY_LIMIT;
use super::plan_columns::recommendation_marks;
use super::recommendation_data;
use super::report_data::{
    self, ACTION_PLAN, COMBINED_CHRONOLOGY, LESSONS, RECOMMENDATIONS, TERMS_OF_REFERENCE,
    TIMESCALES,
};
use super::word::WordFile;
use super::word_house::{ACCENT, BULLETS, INK, SANS, SECONDARY, SERIF, numbering};
use super::word_parts::Properties;
use super::word_style::{fonts, properties, styles};
use super::word_tables::{chronology_rows, chronology_table, plan_rows, plan_table};
use super::word_text::{Body, INDENT, TEXT_WIDTH, bookmark, footnotes_part};
use super::{Edition, Options, Output, chain_words, timeline_data};
use crate::chronology::Claims;
use crate::dates;
use crate::drafting::{Chain, NumberedSection, Target};
use crate::jobs::Progress;
use crate::model::Review;
use crate::templates::{SUMMARY_LESSONS, SUMMARY_QUESTIONS};

/// A section with its text as it is printed.
type Part = (NumberedSection, Vec<PrintedParagraph>);

pub(super) fn write_report(
    review: &Review,
    output: Output,
    options: &Options,
    file: &mut File,
    progress: &dyn Progress,
) -> Result<Vec<String>, Fault> {
    let mut replaced = Replaced::default();
    let subject = about::subject(output);
    let is_summary = output == Output::SummaryDocx;
    let claims = Claims::of(review);
    let mut printing = Printing::of(review, &claims);
    let parts: Vec<Part> = report_data::sections(review)
        .into_iter()
        .filter(|section| section.summary == is_summary)
        .map(|section| {
            let printed = printing.section(&section);
            (section, printed)
        })
        .collect();
    let mut notes = Vec::new();
    let of: Properties = properties(review, &subject, options, &mut replaced);
    let mut word =
        WordFile::start_text(skeleton(review, options.edition, &mut replaced), of, file)?;
    let mut body = Body::new(anchors(review, &parts), &mut replaced);
    front(&mut body, review, &parts, (&subject, options));
    let mut unwritten = Vec::new();
    let mut sideways = false;
    for (done, (section, printed)) in parts.iter().enumerate() {
        progress.report(done as u64, Some(parts.len() as u64), "Writing the report")?;
        let wide = [COMBINED_CHRONOLOGY.0, ACTION_PLAN.0].contains(&section.key.as_str());
        if wide != sideways {
            body.xml
                .push_str(&format!("<w:p><w:pPr>{}</w:pPr></w:p>", sheet(sideways)));
            sideways = wide;
        }
        let title = match section.appendix {
            true => format!("Appendix {}: {}", section.number, section.title),
            false => format!("{} {}", section.number, section.title),
        };
        body.heading(1, &anchor(section), &title);
        body.paragraphs(printed);
        let added = addition(
            &mut word,
            &mut body,
            (review, options),
            section,
            &claims,
            progress,
        )?;
        if printed.is_empty() && !added {
            body.words("Note", "Not written yet.");
            unwritten.push(section.title.clone());
        }
    }
    let (lists, footnotes) = (body.lists, footnotes_part(&body.notes));
    body.xml.push_str(&sheet(sideways));
    word.text(&body.xml)?;
    word.set_parts(
        numbering(lists, "–", INDENT + 360),
        footnotes,
        &text_styles(),
    );
    word.finish()?;
    if !unwritten.is_empty() {
        notes.push(format!("Not written yet: {}.", unwritten.join(", ")));
    }
    if !is_summary && review.entries.len() > PAGES_ENTRY_LIMIT {
        notes.push(report_data::too_long_to_print(review.entries.len()));
    }
    notes.extend(printing.note());
    notes.extend(replaced.notes("are control characters"));
    Ok(notes)
}

/// What the program prints in a section below the chair's own text; whether it is anything.
fn addition(
    word: &mut WordFile<'_>,
    body: &mut Body<'_>,
    (review, options): (&Review, &Options),
    section: &NumberedSection,
    claims: &Claims,
    progress: &dyn Progress,
) -> Result<bool, Fault> {
    let key = section.key.as_str();
    if key == TIMESCALES {
        return Ok(timescales(body, review));
    }
    if section.summary {
        return Ok(in_short(body, review, key));
    }
    if key == TERMS_OF_REFERENCE.0 && !review.questions.is_empty() {
        for question in &review.questions {
            let text = chain_words::question_text(&question.text);
            body.words("Continued", &format!("{}. {text}", question.position));
        }
    } else if key == LESSONS.0 && !review.findings.is_empty() {
        findings(body, review, claims);
    } else if key == RECOMMENDATIONS.0 {
        recommendations(body, review, claims);
    } else if key == COMBINED_CHRONOLOGY.0 {
        if review.entries.len() > PAGES_ENTRY_LIMIT {
            body.words(
                "Note",
                &report_data::too_long_to_print(review.entries.len()),
            );
            return Ok(true);
        }
        let rows = super::in_print(review);
        if let Some(words) = timeline_data::in_words(review, &rows) {
            body.words("Note", &words);
        }
        body.words(
            "Note",
            &chronology_data::about(review, &rows, &options.of_every_entry()),
        );
        if !rows.is_empty() {
            word.text(&std::mem::take(&mut body.xml))?;
            word.open_table(&chronology_table(body.replaced), &section.title)?;
            chronology_rows(word, review, (&rows, &[]), progress, body.replaced)?;
            body.close_table();
        }
    } else if key == ACTION_PLAN.0 {
        word.text(&std::mem::take(&mut body.xml))?;
        word.open_table(&plan_table(review, body.replaced), &section.title)?;
        plan_rows(word, review, progress, body.replaced)?;
        body.close_table();
    } else {
        return Ok(false);
    }
    Ok(true)
}

/// Questions, findings or recommendations of the review as plain lines; whether there are any.
fn in_short(body: &mut Body<'_>, review: &Review, key: &str) -> bool {
    let lines: Vec<(u32, String)> = match report_data::summary_addition(review, key) {
        Some(SUMMARY_QUESTIONS) => {
            let questions = review.questions.iter();
            questions
                .map(|one| (one.position, chain_words::question_text(&one.text)))
                .collect()
        }
        Some(SUMMARY_LESSONS) => {
            let findings = review.findings.iter();
            findings
                .map(|one| (one.position, one.text.trim().to_owned()))
                .collect()
        }
        Some(_) => {
            let recommendations = review.recommendations.iter();
            recommendations
                .map(|one| (one.position, one.text.trim().to_owned()))
                .collect()
        }
        None => return false,
    };
    for (number, text) in &lines {
        body.words("Continued", &format!("{number}. {text}"));
    }
    true
}

fn timescales(body: &mut Body<'_>, review: &Review) -> bool {
    const WIDTH: usize = TEXT_WIDTH - INDENT;
    let heads = [
        ["Date of the case and the process", "When"],
        ["The review stood still", "Why"],
    ];
    let mut any = false;
    for (head, rows) in heads.into_iter().zip(report_data::timescale_rows(review)) {
        if rows.is_empty() {
            continue;
        }
        any = true;
        let rows = rows.into_iter().map(|row| row.to_vec());
        let rows: Vec<Vec<String>> = std::iter::once(head.map(str::to_owned).to_vec())
            .chain(rows)
            .collect();
        body.plain_table(&[WIDTH * 5 / 12, WIDTH - WIDTH * 5 / 12], &rows);
    }
    any
}

fn recommendations(body: &mut Body<'_>, review: &Review, claims: &Claims) {
    if review.recommendations.is_empty() {
        body.words("Note", "No recommendations yet.");
    }
    let groups = recommendation_data::by_reach(review);
    for (title, group) in &groups {
        // One group needs no name: every recommendation says whom it is for.
        let level = if groups.len() > 1 { 3 } else { 2 };
        if groups.len() > 1 {
            body.heading(2, "", title);
        }
        for recommendation in group {
            let anchor = bookmark(Target::Recommendation(recommendation.id));
            let title = format!("Recommendation {}", recommendation.position);
            body.heading(level, &anchor, &title);
            let marks = recommendation_marks(recommendation).join("  ·  ");
            with_the_next(body, "Note", &marks);
            let notes = recommendation_data::recommendation_notes(review, recommendation, claims);
            with_notes(body, &recommendation.text, notes);
        }
    }
}

/// Words that are not parted from the paragraph below them by the end of a page.
fn with_the_next(body: &mut Body<'_>, style: &str, words: &str) {
    let run = body.run("", words);
    body.paragraph(style, "<w:keepNext/>", &run);
}

fn findings(body: &mut Body<'_>, review: &Review, claims: &Claims) {
    let chain = Chain::of(review);
    for finding in &review.findings {
        let anchor = bookmark(Target::Finding(finding.id));
        body.heading(2, &anchor, &format!("Finding {}", finding.position));
        for mark in chain_words::finding_marks(finding) {
            with_the_next(body, "Note", mark);
        }
        let notes = chain_words::finding_notes(review, &chain, finding, claims);
        with_notes(body, &finding.text, notes);
    }
}

/// A wording that stands out, and what belongs to it, each under its name.
fn with_notes(body: &mut Body<'_>, text: &str, notes: Vec<(&'static str, String)>) {
    let text = body.run("<w:b/>", text.trim());
    let keep = if notes.is_empty() {
        ""
    } else {
        "<w:keepNext/>"
    };
    body.paragraph("Continued", keep, &text);
    for (name, wording) in notes {
        let runs = [
            body.run(
                "<w:rStyle w:val=\"ParagraphNumber\"/>",
                &format!("{name}  "),
            ),
            body.run("", wording.trim()),
        ];
        body.paragraph("Continued", "", &runs.concat());
    }
}

// ---- What stands around the text ----

/// Title, facts, and the contents, which Word fills with page numbers when it is asked to.
fn front(
    body: &mut Body<'_>,
    review: &Review,
    parts: &[Part],
    (subject, options): (&str, &Options),
) {
    let details = &review.details;
    let mut facts = vec![about::label(review), subject.to_owned()];
    let named = [
        ("Commissioned by", details.partnership.trim()),
        ("Chair and author", details.chair.trim()),
        ("Reference", details.reference.trim()),
    ];
    let named = named.into_iter().filter(|(_, value)| !value.is_empty());
    facts.extend(named.map(|(name, value)| format!("{name}: {value}")));
    facts.extend(about::period(details).map(|period| format!("Period under review: {period}")));
    facts.push(format!("Version of {}", dates::spoken_date(options.today)));
    if details.fictional {
        facts.push(about::FICTIONAL.to_owned());
    }
    facts.push(options.edition.marking().to_owned());
    facts.retain(|fact| !fact.is_empty());
    body.words("Title", &about::title(details).replace('\n', " "));
    for fact in facts {
        body.words("Note", &fact);
    }
    body.words("ContentsHeading", "Contents");
    let last = parts.len().saturating_sub(1);
    for (index, (section, _)) in parts.iter().enumerate() {
        let title = match section.appendix {
            true => format!("Appendix {}: {}", section.number, section.title),
            false => format!("{} {}", section.number, section.title),
        };
        let run = body.run("", &title);
        let line = format!(
            "<w:hyperlink w:anchor=\"{}\" w:history=\"1\">{run}</w:hyperlink>",
            anchor(section)
        );
        let begin = if index == 0 { CONTENTS } else { "" };
        let end = if index == last {
            "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        } else {
            ""
        };
        body.paragraph("Contents", "", &format!("{begin}{line}{end}"));
    }
    body.paragraph("Normal", "", "<w:r><w:br w:type=\"page\"/></w:r>");
}

const CONTENTS: &str = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC \\o &quot;1-1&quot; \\h \\z </w:instrText></w:r>\
                        <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";

/// A section's bookmark: keys hold what bookmarks may.
fn anchor(section: &NumberedSection) -> String {
    let letters = section.number.chars().filter(char::is_ascii_alphanumeric);
    format!("section_{}", letters.collect::<String>())
}

fn anchors(review: &Review, parts: &[Part]) -> HashSet<String> {
    let paragraphs = parts.iter().flat_map(|(_, printed)| printed);
    let paragraphs = paragraphs.filter_map(|one| one.id).map(Target::Paragraph);
    let recommendations = review.recommendations.iter();
    let recommendations = recommendations.map(|one| Target::Recommendation(one.id));
    let findings = review.findings.iter().map(|one| Target::Finding(one.id));
    let all = paragraphs.chain(recommendations).chain(findings);
    all.map(bookmark).collect()
}

/// A file with everything but its text: styles, header and footer, and a list and a footnote, so that it knows that it has some.
fn skeleton(review: &Review, edition: Edition, replaced: &mut Replaced) -> Docx {
    let about = match review.details.fictional {
        true => format!("{}  ·  Page ", about::FICTIONAL),
        false => "Page ".to_owned(),
    };
    bare(
        about::title(&review.details),
        edition.marking(),
        &about,
        replaced,
    )
}

/// The same for any document; `page` stands before the number of the page.
pub(super) fn bare(title: &str, marking: &str, page: &str, replaced: &mut Replaced) -> Docx {
    let title = for_xml(title, replaced).replace('\n', " ");
    let line = |run: Run| Paragraph::new().style("Running").add_run(run);
    let mut header = Header::new().add_paragraph(line(Run::new().add_text(title)));
    if !marking.is_empty() {
        header = header.add_paragraph(line(Run::new().bold().add_text(marking)));
    }
    let footer = line(Run::new().add_text(page))
        .add_page_num(PageNum::new())
        .add_run(Run::new().add_text(" of "))
        .add_num_pages(NumPages::new());
    let note = Footnote::new().add_content(Paragraph::new());
    let mut skeleton = Docx::new()
        .default_fonts(fonts(SERIF))
        .default_size(21)
        .header(header)
        .footer(Footer::new().add_paragraph(footer))
        .add_paragraph(
            Paragraph::new().numbering(NumberingId::new(BULLETS as usize), IndentLevel::new(0)),
        )
        .add_paragraph(Paragraph::new().add_run(Run::new().add_footnote_reference(note)));
    for style in styles() {
        skeleton = skeleton.add_style(style);
    }
    skeleton
}

/// A4 with margins of 20 mm, upright or on its side.
pub(super) fn sheet(sideways: bool) -> String {
    let size = match sideways {
        true => "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>",
        false => "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>",
    };
    format!(
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdHeader1\"/><w:footerReference w:type=\"default\" r:id=\"rIdFooter1\"/>\
         {size}<w:pgMar w:top=\"1418\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>"
    )
}

/// Styles of the text, beside those of the tables. Built-in names, so that Word and whoever hears it know what they are.
pub(super) fn text_styles() -> String {
    format!(
        "<w:style w:type=\"paragraph\" w:styleId=\"Heading2\"><w:name w:val=\"heading 2\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"Numbered\"/>\
         <w:pPr><w:keepNext/><w:spacing w:before=\"280\" w:after=\"120\"/><w:outlineLvl w:val=\"1\"/></w:pPr><w:rPr><w:b/><w:color w:val=\"{INK}\"/><w:sz w:val=\"24\"/></w:rPr></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"Heading3\"><w:name w:val=\"heading 3\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"Numbered\"/>\
         <w:pPr><w:keepNext/><w:spacing w:before=\"240\" w:after=\"100\"/><w:outlineLvl w:val=\"2\"/></w:pPr><w:rPr><w:b/><w:color w:val=\"{INK}\"/><w:sz w:val=\"21\"/></w:rPr></w:style>\
         <w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"Numbered\"><w:name w:val=\"Numbered paragraph\"/><w:basedOn w:val=\"Normal\"/>\
         <w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"737\"/></w:tabs><w:spacing w:after=\"160\" w:line=\"288\" w:lineRule=\"auto\"/><w:ind w:left=\"737\" w:hanging=\"737\"/></w:pPr></w:style>\
         <w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"Continued\"><w:name w:val=\"Paragraph continued\"/><w:basedOn w:val=\"Normal\"/>\
         <w:pPr><w:spacing w:after=\"160\" w:line=\"288\" w:lineRule=\"auto\"/><w:ind w:left=\"737\"/></w:pPr></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"ListBullet\"><w:name w:val=\"List Bullet\"/><w:basedOn w:val=\"Continued\"/><w:pPr><w:spacing w:after=\"80\"/></w:pPr></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"ListNumber\"><w:name w:val=\"List Number\"/><w:basedOn w:val=\"Continued\"/><w:pPr><w:spacing w:after=\"80\"/></w:pPr></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"Quote\"><w:name w:val=\"Quote\"/><w:basedOn w:val=\"Continued\"/><w:pPr><w:ind w:left=\"1134\" w:right=\"567\"/></w:pPr><w:rPr><w:i/></w:rPr></w:style>\
         <w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"ContentsHeading\"><w:name w:val=\"Contents heading\"/><w:basedOn w:val=\"Normal\"/>\
         <w:pPr><w:spacing w:before=\"480\" w:after=\"160\"/></w:pPr><w:rPr><w:b/><w:color w:val=\"{ACCENT}\"/><w:sz w:val=\"30\"/></w:rPr></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"Contents\"><w:name w:val=\"toc 1\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:spacing w:after=\"80\"/></w:pPr></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"FootnoteText\"><w:name w:val=\"footnote text\"/><w:basedOn w:val=\"Normal\"/><w:rPr><w:sz w:val=\"17\"/></w:rPr></w:style>\
         <w:style w:type=\"character\" w:styleId=\"FootnoteReference\"><w:name w:val=\"footnote reference\"/><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>\
         <w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"ParagraphNumber\"><w:name w:val=\"Paragraph number\"/>\
         <w:rPr><w:rFonts w:ascii=\"{SANS}\" w:hAnsi=\"{SANS}\" w:cs=\"{SANS}\"/><w:color w:val=\"{SECONDARY}\"/><w:sz w:val=\"17\"/></w:rPr></w:style>"
    )
}
