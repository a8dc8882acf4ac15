use super::SampleError;
use super::files::text;
use crate::edits;
use crate::store::Store;

const FILE: &str = "report.md";

/// Writes the report’s text into the sections of the review, after `reword` has had each section’s key and text.
pub(super) fn write(
    store: &mut Store,
    mut reword: impl FnMut(&str, &mut String) -> Result<(), SampleError>,
) -> Result<(), SampleError> {
    let review = store.load()?;
    for (key, mut text) in sections()? {
        reword(key, &mut text)?;
        let section = review
            .sections
            .iter()
            .find(|section| section.key == key)
            .ok_or_else(|| {
                SampleError::material(FILE, format!("the template has no section “{key}”"))
            })?;
        edits::write_section(store, section.id, &text)?;
    }
    Ok(())
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
