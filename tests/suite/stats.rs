//! Statistics against published figures, and disclosure control against a reader who tries everything.

mod attacker;
mod disclosure;
mod large;
mod reference;
