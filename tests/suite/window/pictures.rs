//! Pictures of every screen, compared with those kept under `tests/snapshots/`. Whoever changes a screen looks at the
//! new picture before keeping it: `UPDATE_SNAPSHOTS=1 cargo test pictures`.

use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use egui_kittest::{SnapshotOptions, SnapshotResults};
use lantern::app::{
    Action, AnalysisAction, AnalysisPart, ChecksAction, ChronologyAction, ContradictionKey,
    ContradictionsAction, DraftAction, EventsAction, FindingAction, ImportAction, KnowledgeAction,
    MarkKey, PanelAction, PanelPart, PassagesAction, PeoplePart, PlanAction, PlanTab,
    PublishAction, PublishPart, Room, Selecting, Theme, WeaknessListAction,
};
use lantern::drafting::{ChainStep, Place};
use lantern::model::{RecordCell, Standing};
use lantern::publish::Output;

use super::hands::{Hands, new_window_with_pictures, with_sample_and_pictures};

/// Letters and edges differ by a few pixels between drivers.
const MOST_PIXELS_APART: usize = 60;

/// Whether this machine can draw without a display. Where pictures are required (CI), not being able to is a fault;
/// elsewhere it is said, past the test runner's capture, and the test does nothing.
pub(super) fn can_draw() -> bool {
    let drawn = catch_unwind(AssertUnwindSafe(egui_kittest::wgpu::WgpuTestRenderer::new)).is_ok();
    let required = std::env::var_os("LANTERN_PICTURES").is_some_and(|value| value == "required");
    assert!(
        drawn || !required,
        "pictures are required, and this machine has no graphics driver, not even a software one"
    );
    if !drawn {
        let _ = writeln!(
            std::io::stderr(),
            "skipped: pictures of the window, since there is no graphics driver (on Debian: mesa-vulkan-drivers)"
        );
    }
    drawn
}

pub(super) fn keep(hands: &mut Hands, name: &str, results: &mut SnapshotResults) {
    hands.harness().remove_cursor();
    hands.settle();
    let options = SnapshotOptions::new().max_failed_pixels(MOST_PIXELS_APART);
    hands.harness().snapshot_options(name, &options);
    results.extend_harness(hands.harness());
}

#[test]
fn pictures_of_every_room() {
    if !can_draw() {
        return;
    }
    let mut results = SnapshotResults::new();
    for (theme, name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let mut start = new_window_with_pictures();
        start.app_mut().state.settings.theme = theme;
        start.settle();
        keep(&mut start, &format!("start_{name}"), &mut results);

        let mut member = super::pack::commented();
        member.app_mut().state.settings.theme = theme;
        keep(&mut member, &format!("pack_{name}"), &mut results);

        let mut hands = with_sample_and_pictures();
        hands.app_mut().state.settings.theme = theme;
        hands.go(Room::Analysis);
        let joined = AnalysisPart::Contradictions;
        for part in AnalysisPart::ALL.into_iter().filter(|part| *part != joined) {
            hands.act(Action::Analysis(AnalysisAction::Show(part)));
            hands.wait();
            if part == AnalysisPart::WeaknessList {
                let second = hands.review().weaknesses[1].id;
                hands.act(WeaknessListAction::Choose(Some(second)).into());
            }
            if part == AnalysisPart::Danger {
                hands.press("Strangulation or suffocation, at any time: 8 records");
            }
            let part = part.words().to_lowercase().replace(' ', "_");
            keep(&mut hands, &format!("analysis_{part}_{name}"), &mut results);
        }
        let mut with_events = contradictions_of_joined_events(theme);
        keep(
            &mut with_events,
            &format!("analysis_contradictions_{name}"),
            &mut results,
        );
        who_knew(&mut hands, name, &mut results);
        marked_words(&mut hands, name, &mut results);
        for room in Room::ALL.into_iter().filter(|room| *room != Room::Analysis) {
            hands.go(room);
            prepare(&mut hands, room);
            keep(
                &mut hands,
                &format!("{}_{name}", file_name(room)),
                &mut results,
            );
        }
        rounds_and_members(&mut hands, name, &mut results);
    }
}

#[test]
fn pictures_of_identities() {
    if !can_draw() {
        return;
    }
    let mut results = SnapshotResults::new();
    for (theme, name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let mut hands = with_sample_and_pictures();
        hands.app_mut().state.settings.theme = theme;
        super::identities::with_questions(&mut hands);
        for part in PeoplePart::ALL {
            super::identities::show(&mut hands, part);
            let part = part.words().to_lowercase().replace(' ', "_");
            keep(
                &mut hands,
                &format!("identities_{part}_{name}"),
                &mut results,
            );
        }
        hands.go(Room::Chronology);
        hands.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
        keep(&mut hands, &format!("pseudonymised_{name}"), &mut results);
    }
}

/// The surest events of the sample joined; of what their records contradict each other in, two settled and one kept open.
fn contradictions_of_joined_events(theme: Theme) -> Hands {
    let mut hands = with_sample_and_pictures();
    hands.app_mut().state.settings.theme = theme;
    hands.act(EventsAction::Look.into());
    hands.wait();
    hands.act(EventsAction::AcceptSure.into());
    hands.go(Room::Analysis);
    let part = AnalysisPart::Contradictions;
    hands.act(Action::Analysis(AnalysisAction::Show(part)));
    hands.wait();
    let open = hands.app().state.open.as_ref().expect("open");
    let lines = open.analysis.contradictions.lines.iter();
    let keys: Vec<ContradictionKey> = lines.map(|line| line.key).collect();
    let standings = [Standing::Open, Standing::Resolved, Standing::Disputed];
    for (key, standing) in keys.into_iter().zip(standings) {
        hands.act(ContradictionsAction::Settle(key, standing).into());
    }
    hands.wait();
    hands
}

/// The other parts of the room Panel: a round that is being prepared, and who is on the panel.
fn rounds_and_members(hands: &mut Hands, theme: &str, results: &mut SnapshotResults) {
    hands.go(Room::Panel);
    for part in [PanelPart::Members, PanelPart::Rounds] {
        hands.act(PanelAction::ShowPart(part).into());
        let name = part.words().to_lowercase();
        keep(hands, &format!("panel_{name}_{theme}"), results);
    }
    hands.act(PanelAction::BeginRound.into());
    keep(hands, &format!("panel_next_round_{theme}"), results);
}

/// The drawing below the matrix, and what is entered of one cell.
fn who_knew(hands: &mut Hands, theme: &str, results: &mut SnapshotResults) {
    let part = AnalysisPart::Knowledge;
    hands.act(Action::Analysis(AnalysisAction::Show(part)));
    let review = hands.review();
    let fact = |name: &str| {
        let mut facts = review.facts.iter();
        facts.find(|fact| fact.name.contains(name)).expect(name).id
    };
    let mut agencies = review.agencies.iter();
    let police = agencies.find(|agency| agency.sector == "police");
    let police = police.expect("the police").id;
    hands.act(KnowledgeAction::Choose(fact("Strangulation"), Some(police)).into());
    hands.wait();
    let name = format!("analysis_who_knew_what_beside_{theme}");
    keep(hands, &name, results);
    hands.act(KnowledgeAction::Close.into());
    hands.harness().get_by_label("Copy as text").scroll_to_me();
    hands.settle();
    let name = format!("analysis_who_knew_what_drawn_{theme}");
    keep(hands, &name, results);
}

/// The tags of an entry with the words in which they show, and words in hand.
fn marked_words(hands: &mut Hands, theme: &str, results: &mut SnapshotResults) {
    let review = hands.review();
    let entry = review
        .entries
        .iter()
        .find(|one| one.text.contains("reddening to neck"));
    let entry = entry.expect("the evening of 12 April 2019").id;
    hands.act(Action::Shell(lantern::app::ShellAction::ShowEntry(entry)));
    let cell = RecordCell::Text;
    let mark = PassagesAction::Mark {
        entry,
        cell,
        from: 0,
        until: 32,
    };
    hands.act(mark.into());
    keep(hands, &format!("marked_words_{theme}"), results);
    let memo = "Memo on Policies not followed, tagged by R. Amankwah, chair";
    hands.harness().get_by_label(memo).scroll_to_me();
    hands.settle();
    keep(hands, &format!("marked_words_below_{theme}"), results);
    let nothing = PassagesAction::Mark {
        entry,
        cell,
        from: 0,
        until: 0,
    };
    hands.act(nothing.into());
}

fn file_name(room: Room) -> String {
    room.words().to_lowercase().replace(" & ", "_and_")
}

/// Brings a room into a state worth a picture.
fn prepare(hands: &mut Hands, room: Room) {
    match room {
        Room::Chronology => {
            let open = hands.app().state.open.as_ref().expect("open");
            let told = open
                .review
                .entries
                .iter()
                .find(|entry| entry.text.contains("reddening to neck"));
            let told = told.expect("the evening of 12 April 2019").id;
            hands.act(Action::Chronology(ChronologyAction::Select(
                told,
                Selecting::One,
            )));
            hands.act(Action::Shell(lantern::app::ShellAction::ShowEntry(told)));
        }
        Room::Import => {
            let file = hands.folder().join("housing chronology.docx");
            let bytes =
                lantern::sample::file("housing_chronology_FINAL_v2.docx").expect("embedded");
            std::fs::write(&file, bytes).expect("written");
            hands.act(Action::Import(ImportAction::Add(vec![file])));
            hands.wait();
        }
        Room::Panel => {
            let comments = hands.review().comments;
            let again = comments.iter().find(|one| one.repeats.is_some());
            let again = again.expect("an objection raised again").id;
            hands.act(PanelAction::Show(again).into());
        }
        Room::Draft => {
            let sections = hands.review().sections;
            let analysis = sections.iter().find(|section| section.key == "analysis");
            let (claim, id) = analysis
                .and_then(|section| Some((section.text.find("It begins in January")?, section.id)))
                .expect("the claim");
            hands.act(Action::Draft(DraftAction::ShowPlace(Place {
                section: id,
                range: claim..claim,
            })));
            hands.wait();
        }
        Room::Publish => {
            hands.act(Action::Publish(PublishAction::Preview(Output::PlanPdf)));
            hands.wait();
        }
        _ => {}
    }
    hands.settle();
}

/// The letter, the data record and the set.
#[test]
fn pictures_of_what_goes_out() {
    if !can_draw() {
        return;
    }
    let mut results = SnapshotResults::new();
    for (theme, name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let mut hands = with_sample_and_pictures();
        hands.app_mut().state.settings.theme = theme;
        hands.go(Room::Publish);
        hands.wait();
        for part in [PublishPart::Letter, PublishPart::Record, PublishPart::Set] {
            hands.act(PublishAction::ShowPart(part).into());
            hands.wait();
            let part = part.words().to_lowercase().replace(' ', "_");
            keep(&mut hands, &format!("publish_{part}_{name}"), &mut results);
        }
    }
}

/// The other tabs of Findings & actions; in the chain, one finding with all that it is joined to.
#[test]
fn pictures_of_findings_and_actions() {
    if !can_draw() {
        return;
    }
    let mut results = SnapshotResults::new();
    for (theme, name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let mut hands = with_sample_and_pictures();
        hands.app_mut().state.settings.theme = theme;
        hands.go(Room::Recommendations);
        let finding = hands.review().findings[1].id;
        for tab in [PlanTab::Questions, PlanTab::Findings, PlanTab::Chain] {
            hands.act(Action::Plan(PlanAction::ShowTab(tab)));
            match tab {
                PlanTab::Findings => hands.act(FindingAction::Show(finding).into()),
                PlanTab::Chain => {
                    let step = Some(ChainStep::Finding(finding));
                    hands.act(Action::Plan(PlanAction::LookThrough(step)));
                }
                _ => {}
            }
            let tab = tab.words().to_lowercase().replace(' ', "_");
            let name = format!("findings_and_actions_{tab}_{name}");
            keep(&mut hands, &name, &mut results);
        }
    }
}

/// What stands against publication, one mark with its reason being typed, and a rule’s page beside it.
#[test]
fn pictures_of_the_rules() {
    if !can_draw() {
        return;
    }
    let mut results = SnapshotResults::new();
    for (theme, name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let mut hands = with_sample_and_pictures();
        hands.app_mut().state.settings.theme = theme;
        hands.go(Room::Publish);
        hands.act(Action::Publish(PublishAction::ShowPart(
            PublishPart::Checks,
        )));
        hands.wait();
        let open = hands.app().state.open.as_ref().expect("open");
        let checked = open.publish.checks.found.as_ref().expect("looked at");
        let (of, mark) = checked.found.marks[1].clone();
        let key = MarkKey {
            rule: of.rule.to_owned(),
            subject: mark.subject,
        };
        let decided = "section_empty".to_owned();
        let other = MarkKey {
            rule: decided,
            subject: "dissemination".to_owned(),
        };
        let reason = "The panel decides on 12 May who receives the report.".to_owned();
        hands.act(ChecksAction::LetStand(other, reason).into());
        hands.act(ChecksAction::Ask(Some(key)).into());
        hands.act(ChecksAction::ShowRule(Some("characteristic_not_carried")).into());
        hands.wait();
        keep(&mut hands, &format!("publish_checks_{name}"), &mut results);
    }
}
