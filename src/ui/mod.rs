//! The window. It draws the state, and sends back what the user does as actions; it stores and computes nothing.

mod dialogs;
mod fonts;
mod help;
mod keys;
mod notices;
mod screens;
mod search;
mod shell;
mod status;
mod tokens;
mod widgets;
mod window;

pub use window::{LanternWindow, Opening, WindowError, run};
