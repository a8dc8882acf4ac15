use std::fmt;

use zeroize::Zeroizing;

/// What the key of a file is made from. Wiped from memory when dropped, never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Takes the words as they are: case, spaces and accents count.
    pub fn new(words: String) -> Self {
        Self(Zeroizing::new(words))
    }

    /// An empty passphrase would mean no encryption.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// As they were typed, for whatever else is encrypted with them.
    pub(crate) fn words(&self) -> &str {
        &self.0
    }

    pub(super) fn has_nul(&self) -> bool {
        self.0.contains('\0')
    }

    /// The statement that gives the key to a connection.
    pub(super) fn key_statement(&self) -> Zeroizing<String> {
        let mut statement = Zeroizing::new(String::with_capacity(2 * self.0.len() + 32));
        statement.push_str("PRAGMA key = '");
        for character in self.0.chars() {
            if character == '\'' {
                statement.push('\'');
            }
            statement.push(character);
        }
        statement.push_str("';");
        statement
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_stay_inside_the_statement() {
        let passphrase = Passphrase::new("it's; DROP".to_owned());
        assert_eq!(&*passphrase.key_statement(), "PRAGMA key = 'it''s; DROP';");
        assert_eq!(format!("{passphrase:?}"), "Passphrase(…)");
    }
}
