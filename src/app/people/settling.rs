//! Deciding what a word is: once for the words that stand around it, remembered, and taken back where it was wrong.

use super::{Doubt, PeopleAction};
use crate::app::{Open, Problem};
use crate::edits;
use crate::identities::IdentityOf;
use crate::model::{PersonId, Ruling, RulingId};

pub(super) fn update(open: &mut Open, action: PeopleAction) -> Result<(), Problem> {
    match action {
        PeopleAction::TakeAsForm(of, word) => take_as_form(open, of, word),
        PeopleAction::Allow(word) => open
            .edit("The word was not settled", |store| {
                edits::allow_words(store, &word, "Not a misspelt name")
            })
            .map(drop),
        PeopleAction::TakeBackAllowed(id) => open.edit("Nothing was taken back", |store| {
            edits::remove_allowed(store, id)
        }),
        PeopleAction::Settle(doubt, person) => settle(open, *doubt, person),
        PeopleAction::TakeBackRuling(id) => open.edit("Nothing was taken back", |store| {
            edits::remove_ruling(store, id)
        }),
        _ => Ok(()),
    }
}

fn take_as_form(open: &mut Open, of: IdentityOf, word: String) -> Result<(), Problem> {
    let title = "The form was not added";
    match of {
        IdentityOf::Person(id) => {
            let Some(mut person) = open.review.person(id).cloned() else {
                return Ok(());
            };
            person.aliases.push(word);
            open.edit(title, |store| edits::change_person(store, &person))
        }
        IdentityOf::Place(id) => {
            let mut places = open.review.publishing.places.iter();
            let Some(mut place) = places.find(|place| place.id == id).cloned() else {
                return Ok(());
            };
            place.forms.push(word);
            open.edit(title, |store| edits::change_place(store, &place))
        }
    }
}

fn settle(open: &mut Open, doubt: Doubt, person: Option<PersonId>) -> Result<(), Problem> {
    let ruling = Ruling {
        id: RulingId(0),
        form: doubt.form,
        before: doubt.before,
        after: doubt.after,
        person,
    };
    open.edit("The word was not settled", |store| {
        edits::settle_word(store, &ruling)
    })
    .map(drop)
}
