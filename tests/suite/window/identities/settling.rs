//! Questions that are answered once and remembered.

use lantern::app::{Action, Command, Field, PeopleAction, PeoplePart, PersonPart, ShellAction};
use lantern::identities::WarningKind;
use lantern::model::PersonId;

use super::super::hands::Hands;
use super::{fill, in_part, person, show};

/// Somebody whose name is an ordinary word as well.
fn add(hands: &mut Hands, name: &str) -> PersonId {
    hands.act(PeopleAction::AddPerson.into());
    let id = person(hands, "New person").id;
    fill(hands, Field::Person(id, PersonPart::Name), name);
    id
}

fn doubts(hands: &Hands, form: &str) -> Vec<(String, usize)> {
    let open = hands.app().state.open.as_ref().expect("open");
    let found = open.people.found.found().expect("looked");
    let doubts = found.doubts.iter().filter(|doubt| doubt.form == form);
    doubts
        .map(|doubt| (doubt.after.clone(), doubt.times))
        .collect()
}

#[test]
fn whose_a_shared_name_is_is_settled_by_one_press_and_taken_back() {
    let mut hands = in_part(PeoplePart::Settle);
    let before = hands
        .app()
        .state
        .open
        .as_ref()
        .expect("open")
        .people
        .to_settle();
    hands.scroll_to_and_press_first("Ruan Hartnoll: “result HARTNOLL convicted”");
    hands.wait();
    let open = hands.app().state.open.as_ref().expect("open");
    assert_eq!(open.people.to_settle(), before - 1);
    hands.act(Action::Shell(ShellAction::Command(Command::Undo)));
    hands.wait();
    let open = hands.app().state.open.as_ref().expect("open");
    assert_eq!(open.people.to_settle(), before);
}

#[test]
fn a_word_in_doubt_is_settled_once_for_its_context() {
    let mut hands = in_part(PeoplePart::Settle);
    let rose = add(&mut hands, "Rose Penhallow");
    let review = hands.review();
    let (first, second) = (review.sections[0].id, review.sections[1].id);
    fill(
        &mut hands,
        Field::Section(first),
        "Rose bushes stood there. Rose told nobody.",
    );
    fill(
        &mut hands,
        Field::Section(second),
        "Rose bushes again. Rose garden walls.",
    );
    show(&mut hands, PeoplePart::Settle);
    let bushes = ("bushes".to_owned(), 2);
    let garden = ("garden".to_owned(), 1);
    assert_eq!(doubts(&hands, "Rose"), [bushes, garden.clone()]);
    assert!(hands.sees("Words that may be names"));

    hands.scroll_to_and_press_first("An ordinary word: “Rose bushes”");
    hands.wait();
    assert_eq!(doubts(&hands, "Rose"), [garden], "once for both places");
    hands.scroll_to_and_press_first("A name: Rose Penhallow: “again Rose garden”");
    hands.wait();
    assert_eq!(doubts(&hands, "Rose"), []);
    let rulings = hands.review().publishing.rulings;
    let rulings: Vec<_> = rulings.iter().rev().take(2).rev().collect();
    assert_eq!((rulings[0].person, rulings[1].person), (None, Some(rose)));
    let disguised = lantern::identities::disguised(&hands.review()).review;
    assert!(disguised.sections[1].text.starts_with("Rose bushes again."));
    assert!(!disguised.sections[1].text.contains("Rose garden"));

    hands.scroll_to_and_press_first("Take back “Rose bushes”");
    hands.wait();
    assert_eq!(doubts(&hands, "Rose").len(), 1, "asked again");
}

#[test]
fn a_pseudonym_that_gives_away_warns_at_its_field_and_where_it_is_settled() {
    let mut hands = in_part(PeoplePart::People);
    let id = add(&mut hands, "Nkechi Adeyemi-Ross");
    show(&mut hands, PeoplePart::Settle);
    assert!(hands.sees("People without a pseudonym"));
    hands.write("Pseudonym of Nkechi Adeyemi-Ross", "Catarina");
    hands.press_part("To settle");
    hands.wait();
    let warned = |hands: &Hands| {
        let open = hands.app().state.open.as_ref().expect("open");
        let found = open.people.found.found().expect("looked").clone();
        let of = lantern::identities::IdentityOf::Person(id);
        let warnings: Vec<_> = found.warnings_of(of).cloned().collect();
        warnings
    };
    let warnings = warned(&hands);
    let gives_away = |kind| warnings.iter().any(|warning| warning.kind == kind);
    assert!(gives_away(WarningKind::HoldsARealName) && !gives_away(WarningKind::NotChosen));
    let words = warnings[0].words.clone();
    assert!(hands.sees(&words), "where it is settled: {words}");
    hands.act(PeopleAction::Show(id).into());
    hands.wait();
    assert!(hands.sees(&words), "at the field: {words}");
    fill(
        &mut hands,
        Field::Person(id, PersonPart::Pseudonym),
        "Folasade",
    );
    assert!(!hands.sees(&words));
}

#[test]
fn a_misspelt_name_becomes_a_form_or_is_remembered_as_another_word() {
    let mut hands = in_part(PeoplePart::Settle);
    let id = add(&mut hands, "Zsófia Varkonyi");
    let section = hands.review().sections[0].id;
    let text = "Varkony was seen on Tuesday. Varkony rang. The Varkonik account was another.";
    fill(&mut hands, Field::Section(section), text);
    show(&mut hands, PeoplePart::Settle);
    hands.scroll_to_and_press_first("Yes, “Varkony” is Varkonyi");
    hands.wait();
    assert_eq!(person(&hands, "Zsófia Varkonyi").aliases, ["Varkony"]);
    assert!(!hands.sees_part("“Varkony”, "));
    hands.scroll_to_and_press_first("No, “Varkonik” is another word");
    hands.wait();
    assert!(!hands.sees_part("“Varkonik”, "));
    let allowed = hands.review().publishing.allowed;
    assert!(allowed.iter().any(|one| one.words == "Varkonik"));
    assert_eq!(
        hands.review().person(id).map(|one| one.aliases.len()),
        Some(1)
    );
    hands.scroll_to_and_press_first("Take back “Varkonik”");
    hands.wait();
    assert!(hands.sees_part("“Varkonik”, "), "asked again");
}
