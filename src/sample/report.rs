use super::SampleError;
use super::files::text;
use super::places::Places;
use crate::chronology::Claims;
use crate::drafting::Citing;
use crate::edits;
use crate::store::Store;

const FILE: &str = "report.md";

/// Writes the report’s text into the sections of the review, with what it cites, after `reword` has had each section’s key and text.
pub(super) fn write(
    store: &mut Store,
    places: &Places,
    mut reword: impl FnMut(&str, &mut String) -> Result<(), SampleError>,
) -> Result<(), SampleError> {
    let review = store.load()?;
    let claims = Claims::of(&review);
    let citing = Citing::of(&review, &claims);
    for (key, mut text) in sections()? {
        reword(key, &mut text)?;
        let section = review
            .sections
            .iter()
            .find(|section| section.key == key)
            .ok_or_else(|| {
                SampleError::material(FILE, format!("the template has no section “{key}”"))
            })?;
        let text = citing.brought_up_to_date(&with_entries(&text, places)?);
        edits::write_section(store, section.id, &text)?;
    }
    Ok(())
}

/// In the material an entry is cited by the name of its place, `[entry p-april]`; in the draft by its number.
fn with_entries(text: &str, places: &Places) -> Result<String, SampleError> {
    const OPENING: &str = "[entry ";
    let mut stretches = text.split(OPENING);
    let mut written = stretches.next().unwrap_or_default().to_owned();
    for stretch in stretches {
        let (name, rest) = stretch
            .split_once(']')
            .ok_or_else(|| SampleError::material(FILE, "a citation has no end"))?;
        written.push_str(&format!("{OPENING}{}]{rest}", places.first(name)?));
    }
    Ok(written)
}

/// Section keys and their texts, from lines `# key` and what follows each.
fn sections() -> Result<Vec<(&'static str, String)>, SampleError> {
    let mut sections: Vec<(&str, String)> = Vec::new();
    for line in text(FILE)?.lines() {
        if let Some(key) = line.strip_prefix("# ") {
            sections.push((key.trim(), String::new()));
        } else if let Some((_, text)) = sections.last_mut() {
            text.push_str(line);
            text.push('\n');
        } else if !line.trim().is_empty() {
            return Err(SampleError::material(
                FILE,
                "text stands before the first section",
            ));
        }
    }
    for (_, text) in &mut sections {
        *text = text.trim().to_owned();
    }
    Ok(sections)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_has_a_key_and_text() {
        let sections = sections().expect("report.md");
        assert!(sections.len() >= 18);
        for (key, text) in sections {
            assert!(!key.contains(' '), "{key}");
            assert!(!text.is_empty(), "{key}");
        }
    }
}
