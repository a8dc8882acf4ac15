//! The report's text, tried as tables of what is written and what comes of it.

#[path = "drafting/case.rs"]
mod case;
#[path = "drafting/citing.rs"]
mod citing;
#[path = "drafting/keeping.rs"]
mod keeping;
#[path = "drafting/markup.rs"]
mod markup;
#[path = "drafting/numbering.rs"]
mod numbering;
#[path = "drafting/offers.rs"]
mod offers;
#[path = "drafting/pasting.rs"]
mod pasting;
#[path = "drafting/seeking.rs"]
mod seeking;
#[path = "drafting/shaping.rs"]
mod shaping;
#[path = "drafting/spelling.rs"]
mod spelling;
