use sha2::{Digest, Sha256};

/// The mark of a thing: the same for the same parts, and for no others. A UUID of version 8, its bits from SHA-256.
pub(super) fn guid(kind: &str, parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in std::iter::once(&kind).chain(parts) {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part.as_bytes());
    }
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash.finalize()[..16]);
    bytes[6] = bytes[6] & 0x0F | 0x80;
    bytes[8] = bytes[8] & 0x3F | 0x80;
    let mut text = String::with_capacity(36);
    for (place, byte) in bytes.iter().enumerate() {
        if matches!(place, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        for half in [byte >> 4, byte & 0x0F] {
            text.push(
                char::from_digit(half.into(), 16)
                    .unwrap_or('0')
                    .to_ascii_uppercase(),
            );
        }
    }
    text
}

/// As files give it: in braces or without, capitals and small letters alike.
pub(super) fn same_form(guid: &str) -> String {
    let guid = guid.trim();
    let bare = guid
        .strip_prefix('{')
        .and_then(|guid| guid.strip_suffix('}'));
    bare.unwrap_or(guid).to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_has_its_form_and_follows_from_every_part() {
        let one = guid("code", &["no_enquiry"]);
        let form = regex::Regex::new(
            "^[0-9A-F]{8}-[0-9A-F]{4}-8[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$",
        );
        assert!(form.expect("a pattern").is_match(&one), "{one}");
        assert_eq!(one, guid("code", &["no_enquiry"]));
        for other in [
            guid("code", &["no_enquiry2"]),
            guid("user", &["no_enquiry"]),
            guid("code", &["no_", "enquiry"]),
            guid("coden", &["o_enquiry"]),
        ] {
            assert_ne!(one, other);
        }
        assert_eq!(same_form(&format!("{{{}}}", one.to_lowercase())), one);
    }
}
