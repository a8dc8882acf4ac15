//! The room Analysis, used by name, mouse and keyboard.

mod agreement;
mod contacts;
mod contradictions;
mod danger;
mod knowledge;
mod own_word;
mod silences;
mod small_window;
mod suggestions;
mod weakness_list;
mod weaknesses;

use super::hands;
