//! A second coder codes blind, the coding is closed, and the disagreements are talked through.

use egui::{Key, Modifiers};
use lantern::app::{
    Action, AgreementAction, AnalysisAction, AnalysisPart, ChronologyAction, CodesFile,
    OverviewAction, Room, Screen,
};
use lantern::chronology::Filter;
use lantern::model::{Coding, EntryId, Settlement};
use lantern::overview::Waiting;

use super::hands::{Hands, with_sample};

/// By the window's own user; the chair of the sample is another.
const WHO: &str = "Dr R. Amankwah";

fn shown() -> Hands {
    let mut hands = with_sample();
    show(&mut hands);
    hands
}

fn show(hands: &mut Hands) {
    hands.go(Room::Analysis);
    hands.act(Action::Analysis(AnalysisAction::Show(
        AnalysisPart::Agreement,
    )));
    hands.wait();
}

fn newest(hands: &Hands) -> Coding {
    hands.review().codings.last().expect("a coding").clone()
}

#[test]
fn the_samples_coding_shows_its_figures_and_a_disagreement_is_settled() {
    let mut hands = shown();
    assert!(hands.sees("Police records, second coder") && hands.sees("Over all"));
    assert!(hands.sees_part("Cohen’s kappa 0.") && hands.sees_part("Krippendorff’s alpha 0."));
    let before = hands.review();
    let open = hands.app().state.open.as_ref().expect("open");
    let state = &open.analysis.agreement;
    let coding = state.coding(&open.review).expect("a coding").id;
    let agreed = state.agreed(coding).expect("found").clone();
    let first = agreed
        .disagreements
        .iter()
        .find(|one| one.settled.is_none());
    let first = first.expect("one to talk through").clone();

    hands.scroll_to_and_press("Settle disagreement 1");
    hands.press_last(Settlement::Tagged.words());
    hands.wait();
    let now = hands.review();
    let settled = now.codings[0].settlement(first.entry, &first.weakness);
    assert_eq!(settled, Some(Settlement::Tagged));
    for coder in &now.codings[0].coders {
        assert!(now.taggings.iter().any(|one| {
            (one.entry, &one.weakness, &one.coder) == (first.entry, &first.weakness, coder)
        }));
    }
    let open = hands.app().state.open.as_ref().expect("open");
    let after = open.analysis.agreement.agreed(coding).expect("found");
    assert_eq!(
        (&after.all, &after.rows),
        (&agreed.all, &agreed.rows),
        "as before they talked"
    );
    hands.press("Undo");
    hands.wait();
    assert_eq!(hands.review(), before);

    let row = agreed
        .rows
        .iter()
        .find(|row| row.weakness == first.weakness);
    let apart = row.expect("a row").apart.clone();
    let title = format!("{}, tagged differently", before.tag_name(&first.weakness));
    hands.scroll_to_and_press(&format!("{title}: {} records", apart.len()));
    let open = hands.app().state.open.as_ref().expect("open");
    let opened = open.analysis.opened.as_ref().expect("records beside");
    assert_eq!((&opened.title, &opened.entries), (&title, &apart));

    hands.scroll_to_and_press("Open their records beside");
    let open = hands.app().state.open.as_ref().expect("open");
    let opened = open.analysis.opened.as_ref().expect("records beside");
    assert!(opened.entries.contains(&first.entry));
}

/// Three entries that the chair has tagged, shown alone.
fn three_tagged(hands: &mut Hands) -> Vec<EntryId> {
    let review = hands.review();
    let mut entries: Vec<EntryId> = review
        .taggings
        .iter()
        .filter(|one| one.weakness == "no_enquiry")
        .map(|one| one.entry)
        .take(3)
        .collect();
    entries.sort_unstable();
    let filter = Filter::of_records(&review, "Three".to_owned(), entries.clone());
    hands.act(Action::Chronology(ChronologyAction::SetFilter(Box::new(
        filter,
    ))));
    entries
}

#[test]
fn a_second_coder_sees_only_their_own_tags_until_the_coding_is_closed() {
    let mut hands = with_sample();
    let entries = three_tagged(&mut hands);
    let others = hands.review().taggings;
    let of_chair = |hands: &Hands| {
        let taggings = hands.review().taggings;
        let on_them = taggings.iter().filter(|one| entries.contains(&one.entry));
        on_them.filter(|one| one.coder != WHO).count()
    };
    assert!(of_chair(&hands) >= 3);
    show(&mut hands);
    hands.press("Begin a blind coding…");
    assert!(hands.sees("All 3 entries shown"));
    hands.write("Name of this coding", "Blind check");
    hands.press("Begin the coding");
    hands.wait();
    let coding = newest(&hands);
    assert_eq!(
        (coding.entries.clone(), coding.coders.len()),
        (entries.clone(), 2)
    );
    assert_eq!(coding.name, "Blind check");
    assert_eq!(
        coding.done_by("R. Amankwah, chair"),
        3,
        "has tagged them already"
    );
    assert_eq!(of_chair(&hands), 0, "nobody else’s tags are in the window");
    assert_eq!(
        hands.review().taggings.len(),
        others.len()
            - others
                .iter()
                .filter(|one| entries.contains(&one.entry))
                .count()
    );
    assert!(hands.sees_part("no figure is shown"));
    hands.go(Room::Overview);
    assert!(hands.sees_part("1 blind coding is not closed"));
    let waits = Waiting::OpenCodings(vec![coding.id]);
    hands.act(Action::Overview(OverviewAction::Attend(waits)));
    hands.wait();

    hands.press("Code on: 3 left");
    assert_eq!(hands.app().state.screen(), Screen::Room(Room::Chronology));
    assert!(hands.sees_part("In the open coding “Blind check”"));
    assert_eq!(hands.tags_of(hands.current_entry()), Vec::<String>::new());
    let first = hands.current_entry();
    hands.key(Modifiers::NONE, Key::Num1);
    assert_eq!(hands.tags_of(first).len(), 1);
    for left in [2, 1, 0] {
        hands.key(Modifiers::NONE, Key::Enter);
        assert_eq!(3 - newest(&hands).done_by(WHO), left);
    }
    hands.scroll_to_and_press("I have finished this entry");
    assert_eq!(newest(&hands).done_by(WHO), 2, "gone back to it");
    hands.scroll_to_and_press("I have finished this entry");

    show(&mut hands);
    assert!(hands.sees(&format!("{WHO} (you): 3 of 3 finished")));
    hands.press("Close the coding");
    hands.wait();
    assert!(
        newest(&hands).closed && of_chair(&hands) >= 3,
        "everybody sees all again"
    );
    assert!(hands.sees_part("3 of 3 entries were finished by two coders"));
    let words = ["Too few entries", "Not reliable", "Too rare to tell"];
    assert!(words.into_iter().any(|word| hands.sees(word)));
    let closed = hands.review();
    hands.press("Undo");
    hands.wait();
    assert_eq!(of_chair(&hands), 0, "open again, and blind again");
    hands.press("Redo");
    hands.wait();
    assert_eq!(hands.review(), closed);
}

#[test]
fn entries_are_drawn_with_a_stated_seed_and_what_does_not_fit_is_said() {
    let mut hands = shown();
    hands.press("Begin a blind coding…");
    let name = "How many entries are drawn";
    hands.write(name, "many");
    hands.press("Begin the coding");
    assert!(hands.sees_part("“many” is no whole number"));
    assert_eq!(hands.review().codings.len(), 1);
    hands.write(name, "5");
    hands.write("Seed of the draw", "1847");
    hands.press("Another coder");
    hands.write("Name of coder 3", "Li Wei");
    hands.press("Begin the coding");
    let coding = newest(&hands);
    assert_eq!((coding.entries.len(), coding.coders.len()), (5, 3));
    assert!(
        coding.drawn.contains("drawn at random with the seed 1847"),
        "{}",
        coding.drawn
    );
    let drawn = coding.entries;
    hands.press("Remove this coding");
    hands.press("Begin a blind coding…");
    hands.write(name, "5");
    hands.write("Seed of the draw", "1847");
    hands.press("Begin the coding");
    assert_eq!(newest(&hands).entries, drawn, "the same again");
}

#[test]
fn codes_are_written_and_taken_in() {
    let mut hands = shown();
    let before = hands.review();
    for what in [CodesFile::Codebook, CodesFile::Project] {
        let path = hands.folder().join(format!("codes.{}", what.extension()));
        hands.act(AgreementAction::Write(what, path.clone()).into());
        hands.wait();
        assert!(path.exists());
        assert!(hands.sees_part("written."));
        hands.act(AgreementAction::Take(path).into());
        hands.wait();
        assert!(hands.sees_part("Nothing was changed."));
    }
    let path = hands.folder().join("letter.qdc");
    std::fs::write(&path, "Dear chair").expect("written");
    hands.act(AgreementAction::Take(path).into());
    hands.wait();
    assert!(hands.sees_part("neither a codebook"));
    assert_eq!(hands.review(), before);
}
