use super::grouping::Group;
use super::records::Records;
use crate::model::Review;
pub(super) fn reasons(_review: &Review, _records: &Records, _group: &Group) -> Vec<String> { Vec::new() }
