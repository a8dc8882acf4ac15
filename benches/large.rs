//! A large review at work: 5,000 comments of 40 members in six rounds on a draft of 200 paragraphs, and 100,000 entries.
//!
//! Targets: a frame in 16 ms, an edit's share in 0.1 s. `LANTERN_BENCH_ENTRIES` sets another number of entries. Run it with
//! `cargo bench --bench large`.

mod support;

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use egui::{Event, Pos2, RawInput, Rect, Vec2, pos2};
use lantern::app::{
    Action, AnalysisAction, AnalysisPart, Beside, DraftAction, PanelAction, Room, Settings,
    ShellAction, StartAction,
};
use lantern::checks;
use lantern::drafting::{self, Place};
use lantern::edits::{self, Dispatch};
use lantern::model::{
    CommentKind, Member, MemberId, Reply, Returned, Review, Round, RoundId, Sees, Sending,
    SendingId,
};
use lantern::store::{Passphrase, Store};
use lantern::ui::LanternWindow;
use support::{filled, median, quantile, row, timed, told};

const FRAMES: usize = 40;
const FRAME: (&str, f64) = ("a frame", 0.016);
const EDIT: (&str, f64) = ("an edit", 0.1);
const SIZE: Vec2 = Vec2::new(1280.0, 800.0);
const POINTER: Pos2 = pos2(500.0, 500.0);
const MEMBERS: usize = 40;
const ROUNDS: usize = 6;
const COMMENTS: usize = 5_000;
const PARAGRAPHS: usize = 200;
const LONG_SECTION_WORDS: usize = 60_000;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("large.lantern");
    let words = "four unrelated words here";
    let entries = support::entries();
    let mut store = filled(&path, &Passphrase::new(words.to_owned()), entries)?;
    write_draft(&mut store)?;
    collect_comments(&mut store)?;
    let review = store.load()?;
    drop(store);
    println!(
        "{entries} entries, {} comments, {} rounds",
        review.comments.len(),
        review.rounds.len()
    );
    in_each_edit(&review);

    let ctx = egui::Context::default();
    let today = chrono::NaiveDate::from_ymd_opt(2022, 11, 30).ok_or("a date")?;
    let mut window = LanternWindow::new(&ctx, Settings::default(), None, today);
    window.app.act(Action::Start(StartAction::Open {
        path,
        passphrase: words.to_owned(),
    }));
    window.app.settle_all();
    panel(&ctx, &mut window, &review);
    draft(&ctx, &mut window, &review)?;
    analysis(&ctx, &mut window);
    long_section(&ctx, &mut window)?;
    Ok(())
}

/// What is computed in each edit, apart from the window.
fn in_each_edit(review: &Review) {
    let times = |work: &dyn Fn()| -> Vec<Duration> { (0..5).map(|_| timed(work).1).collect() };
    let ledger = times(&|| drop(drafting::ledger(review)));
    told("the ledger", median(&ledger), &[EDIT]);
    let not_heard = times(&|| drop(checks::not_heard(review)));
    told("objections not heard", median(&not_heard), &[EDIT]);
}

fn panel(ctx: &egui::Context, window: &mut LanternWindow, review: &Review) {
    let (_, opening) = timed(|| go(window, Room::Panel));
    told("opening Panel", opening, &[EDIT]);
    settle(ctx, window);
    measure(ctx, window, "Panel, still", |_| Vec::new());
    measure(ctx, window, "Panel, scrolled", |_| {
        vec![Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: Vec2::new(0.0, -500.0),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
            modifiers: egui::Modifiers::NONE,
        }]
    });
    if let Some(last) = review.comments.iter().rev().find(|one| one.objection) {
        window.app.act(PanelAction::Show(last.id).into());
        settle(ctx, window);
        measure(ctx, window, "Panel, an objection in hand", |_| Vec::new());
    }
    let (_, marking) = timed(|| {
        let first = review.comments[0].id;
        window
            .app
            .act(PanelAction::MarkObjection(first, true).into());
        frame(ctx, window, Vec::new());
    });
    told("Panel, marking an objection", marking, &[EDIT]);
}

fn draft(
    ctx: &egui::Context,
    window: &mut LanternWindow,
    review: &Review,
) -> Result<(), Box<dyn Error>> {
    let section = &review.sections[0];
    let (_, opening) = timed(|| {
        go(window, Room::Draft);
        frame(ctx, window, Vec::new());
    });
    told("opening Draft", opening, &[EDIT]);
    settle(ctx, window);
    let middle = section.text.floor_char_boundary(section.text.len() / 2);
    let place = Place {
        section: section.id,
        range: middle..middle,
    };
    window.app.act(Action::Draft(DraftAction::ShowPlace(place)));
    settle(ctx, window);
    measure(ctx, window, "Draft, evidence beside it", |_| Vec::new());
    let beside = Action::Draft(DraftAction::Beside(Beside::Comments));
    window.app.act(beside);
    settle(ctx, window);
    measure(ctx, window, "Draft, comments beside it", |_| Vec::new());
    measure(ctx, window, "Draft, typing", |_| typed("a"));
    for asked in ["@", "Wexmoor", " shouting", " zeb", " 12"] {
        let (_, time) = timed(|| frame(ctx, window, typed(asked)));
        told(&format!("“{asked}” typed, to its offers"), time, &[FRAME]);
        settle(ctx, window);
    }
    Ok(())
}

fn analysis(ctx: &egui::Context, window: &mut LanternWindow) {
    go(window, Room::Analysis);
    for part in [
        AnalysisPart::Weaknesses,
        AnalysisPart::Suggestions,
        AnalysisPart::WeaknessList,
        AnalysisPart::Agreement,
    ] {
        let (_, acting) = timed(|| {
            window.app.act(Action::Analysis(AnalysisAction::Show(part)));
        });
        let (_, finding) = timed(|| window.app.settle_all());
        settle(ctx, window);
        told(&format!("{}, shown", part.words()), acting, &[FRAME]);
        told(&format!("{}, found in a task", part.words()), finding, &[]);
        measure(ctx, window, part.words(), |_| Vec::new());
    }
    if let Some(open) = window.app.state.open.as_deref() {
        println!("{} suggestions left", open.analysis.suggestions.left.len());
    }
}

fn long_section(ctx: &egui::Context, window: &mut LanternWindow) -> Result<(), Box<dyn Error>> {
    go(window, Room::Draft);
    settle(ctx, window);
    let open = window.app.state.open.as_deref().ok_or("an open review")?;
    let section = open.review.sections[1].id;
    let text = paragraphs(LONG_SECTION_WORDS / 60).join("\n\n");
    let middle = text.floor_char_boundary(text.len() / 2);
    window.app.act(Action::Draft(DraftAction::Show(section)));
    let field = lantern::app::Field::Section(section);
    let type_it = lantern::app::FieldAction::Type(field, text);
    window.app.act(Action::Field(type_it));
    let leave = lantern::app::FieldAction::Leave(field);
    window.app.act(Action::Field(leave));
    window.app.settle_all();
    let place = Place {
        section,
        range: middle..middle,
    };
    window.app.act(Action::Draft(DraftAction::ShowPlace(place)));
    settle(ctx, window);
    println!("a section of {LONG_SECTION_WORDS} words");
    measure(ctx, window, "long section, still", |_| Vec::new());
    measure(ctx, window, "long section, typing", |_| typed("a"));
    Ok(())
}

fn typed(text: &str) -> Vec<Event> {
    vec![Event::Text(text.to_owned())]
}

fn go(window: &mut LanternWindow, room: Room) {
    window.app.act(Action::Shell(ShellAction::GoTo(room)));
}

/// Until nothing is under way, and every figure of a letter is painted.
fn settle(ctx: &egui::Context, window: &mut LanternWindow) {
    for _ in 0..3 {
        frame(ctx, window, Vec::new());
        window.app.settle_all();
    }
}

fn measure(
    ctx: &egui::Context,
    window: &mut LanternWindow,
    name: &str,
    events: impl Fn(usize) -> Vec<Event>,
) {
    let times: Vec<Duration> = (0..FRAMES)
        .map(|at| timed(|| frame(ctx, window, events(at))).1)
        .collect();
    told(&format!("{name}, median"), median(&times), &[FRAME]);
    told(
        &format!("{name}, nine of ten"),
        quantile(&times, 0.9),
        &[FRAME],
    );
}

/// One frame as the window draws it, up to the triangles that a graphics card would get.
fn frame(ctx: &egui::Context, window: &mut LanternWindow, mut events: Vec<Event>) {
    events.insert(0, Event::PointerMoved(POINTER));
    let input = RawInput {
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE)),
        focused: true,
        events,
        ..RawInput::default()
    };
    let output = ctx.run_ui(input, |ui| window.frame(ui));
    let triangles = ctx.tessellate(output.shapes, output.pixels_per_point);
    std::hint::black_box(Arc::new(triangles));
}

/// Of some sixty words each.
fn paragraphs(count: usize) -> Vec<String> {
    (0..count)
        .map(|number| format!("{} {}", row(2 * number).1, row(2 * number + 1).1))
        .collect()
}

/// Two hundred paragraphs in the first four sections.
fn write_draft(store: &mut Store) -> Result<(), Box<dyn Error>> {
    let sections = store.load()?.sections;
    let all = paragraphs(PARAGRAPHS);
    for (section, part) in sections.iter().zip(all.chunks(PARAGRAPHS / 4)) {
        edits::write_section(store, section.id, &part.join("\n\n"))?;
    }
    Ok(())
}

/// Each member says as much in each round; every third is an objection, many of them said before.
fn collect_comments(store: &mut Store) -> Result<(), Box<dyn Error>> {
    for number in 0..MEMBERS {
        let member = Member {
            id: MemberId(0),
            name: format!("Member {number}"),
            agency: None,
            role: String::new(),
            email: String::new(),
            left: false,
            ..Member::default()
        };
        edits::add_member(store, &member)?;
    }
    let mut said = 0;
    for round in 0..ROUNDS {
        let review = store.load()?;
        let sendings = review.members.iter().map(|member| Sending {
            id: SendingId(0),
            member: member.id,
            sees: Sees::FullDraft,
            token: String::new(),
            replied: String::new(),
        });
        let begun = Round {
            id: RoundId(0),
            number: 0,
            deadline: None,
            note: String::new(),
            sections: review.sections.iter().map(|one| one.key.clone()).collect(),
            version: None,
            sent: String::new(),
            overridden: String::new(),
            sendings: sendings.collect(),
        };
        let id = edits::begin_round(store, &begun)?.value;
        let dispatch = Dispatch {
            at: format!("2022-0{}-01T10:00:00Z", round + 1),
            who: "Chair".to_owned(),
            overriding: "The time is short.".to_owned(),
        };
        edits::send_round(store, id, &dispatch)?;
        let review = store.load()?;
        let sent = review.rounds.last().ok_or("a round")?;
        let replies: Vec<Reply> = sent
            .sendings
            .iter()
            .map(|sending| reply(&review, sending, &mut said))
            .collect();
        edits::collect_replies(store, &replies)?;
        let review = store.load()?;
        for comment in &review.comments[review.comments.len() - said / (round + 1)..] {
            if comment.id.0 % 3 == 0 {
                edits::mark_objection(store, comment.id, true)?;
            }
        }
    }
    Ok(())
}

fn reply(review: &Review, sending: &Sending, said: &mut usize) -> Reply {
    let each = COMMENTS.div_ceil(MEMBERS * ROUNDS);
    let paragraphs: Vec<_> = review
        .sections
        .iter()
        .flat_map(|section| section.paragraphs.iter().copied())
        .collect();
    let comments = (0..each).map(|_| {
        *said += 1;
        Returned {
            author: "Member".to_owned(),
            at: String::new(),
            kind: CommentKind::Remark,
            paragraph: Some(paragraphs[*said * 7 % paragraphs.len()]),
            quoted: row(*said + 1).2.to_owned(),
            text: row(*said).1,
            answers: None,
            origin: format!("comment {said}"),
        }
    });
    Reply {
        token: sending.token.clone(),
        file: format!("{}.docx", sending.id.0),
        sha256: format!("{:064}", sending.id.0),
        comments: comments.collect(),
        notes: Vec::new(),
    }
}
