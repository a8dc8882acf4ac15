use std::fmt;
use std::marker::PhantomData;

use super::{Audience, Clearance, MaySee};

/// A value for audience `A` and those above it. It cannot be copied, shown, compared or written as plain data; its `Debug` says nothing of it.
pub struct Walled<A: Audience, T> {
    inner: T,
    audience: PhantomData<A>,
}

impl<A: Audience, T> Walled<A, T> {
    pub fn new(inner: T) -> Self {
        Self {
            inner,
            audience: PhantomData,
        }
    }

    /// For this room only: sealing, and what is let across by a rule.
    pub(super) fn inner(&self) -> &T {
        &self.inner
    }

    pub fn open<B: MaySee<A>>(&self, _clearance: &Clearance<B>) -> &T {
        &self.inner
    }
}

impl<A: Audience> From<&str> for Walled<A, String> {
    fn from(words: &str) -> Self {
        Self::new(words.to_owned())
    }
}

impl<A: Audience, T> fmt::Debug for Walled<A, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("behind the wall")
    }
}

/// A text for one audience: a letter, label, message or log line. It takes nothing that is above its audience.
pub struct Output<A: Audience> {
    text: String,
    audience: PhantomData<A>,
}

impl<A: Audience> Default for Output<A> {
    fn default() -> Self {
        Self {
            text: String::new(),
            audience: PhantomData,
        }
    }
}

impl<A: Audience> Output<A> {
    /// Adds a line that was made for this audience or one below it.
    pub fn say<B: Audience>(&mut self, words: &Walled<B, String>)
    where
        A: MaySee<B>,
    {
        self.text.push_str(&words.inner);
        self.text.push('\n');
    }

    /// The whole text, walled for its audience.
    pub fn finished(self) -> Walled<A, String> {
        Walled::new(self.text)
    }
}
