use super::PanelAction;
use crate::app::{Open, Problem, free_name};
use crate::edits;
use crate::model::{Member, MemberId};

pub(super) fn update(open: &mut Open, action: PanelAction) -> Result<(), Problem> {
    match action {
        PanelAction::AddMember => {
            let taken = |name: &str| open.review.members.iter().any(|one| one.name == name);
            let member = Member {
                id: MemberId(0),
                name: free_name("New member", taken),
                agency: None,
                role: String::new(),
                email: String::new(),
                left: false,
                ..Member::default()
            };
            open.edit("The member was not added", |store| {
                edits::add_member(store, &member)
            })?;
        }
        PanelAction::RemoveMember(id) => open.edit("The member was not removed", |store| {
            edits::remove_member(store, id)
        })?,
        PanelAction::SetMemberAgency(id, agency) => change(open, id, |one| one.agency = agency)?,
        PanelAction::SetMemberLeft(id, left) => change(open, id, |one| one.left = left)?,
        PanelAction::SetIndependence(id, independence) => {
            change(open, id, |one| one.independence = independence)?;
        }
        _ => {}
    }
    Ok(())
}

pub(in crate::app) fn change(
    open: &mut Open,
    id: MemberId,
    how: impl FnOnce(&mut Member),
) -> Result<(), Problem> {
    let Some(mut member) = open.review.member(id).cloned() else {
        return Ok(());
    };
    how(&mut member);
    open.edit("The member was not changed", |store| {
        edits::change_member(store, &member)
    })
}
