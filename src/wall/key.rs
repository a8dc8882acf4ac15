use std::fmt;

use argon2::Argon2;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::audience::Holder;
use super::{Clearance, WomensSafety};

const KEY: usize = 32;
const SALT: usize = 16;
const NONCE: usize = 24;
/// Sealed texts come in steps of this many bytes, so that their length tells little of how much she said.
const STEP: usize = 1024;
const OF_THE_KEY: &[u8] = b"key";

/// The lock of women’s safety work as the file keeps it. It opens with its own passphrase only; the file’s does not help.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lock {
    salt: [u8; SALT],
    /// The key, sealed under the passphrase, so that the passphrase can be changed without touching her records.
    sealed: Vec<u8>,
}

/// What opens everything that is hers. Wiped from memory when dropped, never shown, written only inside a [`Lock`].
pub struct Key(Zeroizing<[u8; KEY]>);

/// Something behind the wall, unreadable without the [`Key`].
#[derive(Clone, PartialEq, Eq)]
pub struct Sealed(pub Vec<u8>);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LockFault {
    #[error(
        "This is not the passphrase of women’s safety work. It is another than the one that opens the file; capitals, spaces and accents count."
    )]
    WrongPassphrase,
    #[error("An empty passphrase would lock nothing. Choose one of several words.")]
    EmptyPassphrase,
    #[error(
        "A record kept by women’s safety work could not be opened: it was changed by another program, or the file was damaged. Compare with a backup."
    )]
    Damaged,
    #[error(
        "The system gave no random numbers, so nothing could be sealed and nothing was changed: {0}."
    )]
    NoChance(String),
}

impl Lock {
    /// A new lock with a new key.
    pub fn new(passphrase: &str) -> Result<(Self, Key), LockFault> {
        let mut key = Key(Zeroizing::new([0; KEY]));
        fill(key.0.as_mut())?;
        Ok((Self::of(&key, passphrase)?, key))
    }

    /// A lock for the same key that opens with another passphrase.
    pub fn of(key: &Key, passphrase: &str) -> Result<Self, LockFault> {
        if passphrase.trim().is_empty() {
            return Err(LockFault::EmptyPassphrase);
        }
        let mut salt = [0; SALT];
        fill(&mut salt)?;
        let sealed = stretched(passphrase, &salt)?.seal_bytes(key.0.as_ref(), OF_THE_KEY)?;
        Ok(Self { salt, sealed })
    }

    /// Takes some tenths of a second, so that passphrases cannot be tried by the million.
    pub fn open(&self, passphrase: &str) -> Result<Key, LockFault> {
        let wrong = |_| LockFault::WrongPassphrase;
        let bytes = stretched(passphrase, &self.salt)?
            .open_bytes(&self.sealed, OF_THE_KEY)
            .map_err(wrong)?;
        let mut key = Key(Zeroizing::new([0; KEY]));
        if bytes.len() != KEY {
            return Err(LockFault::Damaged);
        }
        key.0.copy_from_slice(&bytes);
        Ok(key)
    }
}

/// The key that a passphrase makes: Argon2id with the library’s defaults (19 MiB, two passes).
fn stretched(passphrase: &str, salt: &[u8]) -> Result<Key, LockFault> {
    let mut key = Key(Zeroizing::new([0; KEY]));
    Argon2::default()
        .hash_password_into(passphrase.as_bytes(), salt, key.0.as_mut())
        .map_err(|_| LockFault::WrongPassphrase)?;
    Ok(key)
}

fn fill(bytes: &mut [u8]) -> Result<(), LockFault> {
    getrandom::fill(bytes).map_err(|error| LockFault::NoChance(error.to_string()))
}

impl Key {
    /// Whoever opened the lock belongs to women’s safety work; nothing else makes this clearance.
    pub fn clearance(&self, who: &str) -> Clearance<WomensSafety> {
        Clearance::held_by(Holder::Colleague(who.to_owned()))
    }

    /// `place` must be given again to open it: what was sealed for one place does not open in another.
    pub(super) fn seal(&self, text: &[u8], place: &[u8]) -> Result<Sealed, LockFault> {
        let mut padded = Zeroizing::new(Vec::with_capacity(text.len().next_multiple_of(STEP)));
        padded.extend_from_slice(text);
        padded.resize(text.len().max(1).next_multiple_of(STEP), b' ');
        self.seal_bytes(&padded, place).map(Sealed)
    }

    pub(super) fn open(
        &self,
        sealed: &Sealed,
        place: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, LockFault> {
        self.open_bytes(&sealed.0, place)
    }

    fn seal_bytes(&self, text: &[u8], place: &[u8]) -> Result<Vec<u8>, LockFault> {
        let mut nonce = [0; NONCE];
        fill(&mut nonce)?;
        let payload = Payload {
            msg: text,
            aad: place,
        };
        let sealed = self
            .cipher()
            .encrypt(&XNonce::from(nonce), payload)
            .map_err(|_| LockFault::Damaged)?;
        Ok([&nonce[..], &sealed].concat())
    }

    fn open_bytes(&self, sealed: &[u8], place: &[u8]) -> Result<Zeroizing<Vec<u8>>, LockFault> {
        let (nonce, rest) = sealed
            .split_first_chunk::<NONCE>()
            .ok_or(LockFault::Damaged)?;
        let payload = Payload {
            msg: rest,
            aad: place,
        };
        self.cipher()
            .decrypt(&XNonce::from(*nonce), payload)
            .map(Zeroizing::new)
            .map_err(|_| LockFault::Damaged)
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new((&*self.0).into())
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
    }
}

impl fmt::Debug for Sealed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("behind the wall")
    }
}
