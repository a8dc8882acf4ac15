//! Rounds out and back: what goes to the panel’s members and what returns from them, as bytes. Stores nothing.

pub mod refi;
