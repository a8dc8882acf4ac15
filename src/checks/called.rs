//! By which names the draft calls people.

use crate::chronology::{FoundName, Names};
use crate::model::{Person, Review, Role, Sex};

/// Finds people by their pseudonyms and by their names.
pub(super) fn names_in_draft(review: &Review) -> Names {
    let people: Vec<Person> = review
        .people
        .iter()
        .map(|person| match person.pseudonym.trim() {
            "" => person.clone(),
            pseudonym => Person {
                name: pseudonym.to_owned(),
                aliases: std::iter::once(&person.name)
                    .chain(&person.aliases)
                    .cloned()
                    .collect(),
                ..person.clone()
            },
        })
        .collect();
    Names::of(&people)
}

/// Everybody named in a text that has single spaces, in order.
pub(super) fn people_in(names: &Names, text: &str) -> Vec<FoundName> {
    let mut found = Vec::new();
    names.in_text(text, &mut found);
    found
}

/// What the draft calls those of a role: pseudonyms and names, and the pronoun where it can mean nobody else of the couple.
pub(super) fn calling(review: &Review, role: Role) -> Vec<String> {
    let of_role = |person: &&Person| person.role == role;
    let mut names: Vec<String> = review
        .people
        .iter()
        .filter(of_role)
        .flat_map(|person| [&person.pseudonym, &person.name])
        .filter(|name| !name.trim().is_empty())
        .cloned()
        .collect();
    let sexes = |role: Role| {
        let people = review
            .people
            .iter()
            .filter(move |person| person.role == role);
        people.map(|person| person.sex).collect::<Vec<_>>()
    };
    let own = sexes(role);
    let other = sexes(match role {
        Role::Victim => Role::Perpetrator,
        _ => Role::Victim,
    });
    for (sex, pronoun) in [(Sex::Female, "she"), (Sex::Male, "he")] {
        let surely = !own.is_empty() && own.iter().all(|one| *one == sex);
        if surely && !other.contains(&sex) {
            names.push(pronoun.to_owned());
        }
    }
    names
}
