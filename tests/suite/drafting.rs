//! The report's text, tried as tables of what is written and what comes of it.

mod case;
mod chain;
mod citing;
mod keeping;
mod markup;
mod numbering;
mod offers;
mod pasting;
mod seeking;
mod shaping;
mod spelling;
