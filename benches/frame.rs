//! One frame of the chronology at 100,000 entries: still, scrolled, walked through by keyboard, its timeline moved; then grouped
//! and with every column; and the timeline's geometry alone.
//!
//! Target: 4 ms of this thread's time. Everything but the graphics card's part is measured: layout, painting, tessellation.
//! `LANTERN_BENCH_ENTRIES` sets another number of entries, such as a million.
//! Run it with `cargo bench --bench frame`.

mod support;

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use egui::{
    Event, Key, Modifiers, MouseWheelUnit, Pos2, RawInput, Rect, TouchPhase, Vec2, pos2, vec2,
};
use lantern::app::{Action, ChronologyAction, Room, Settings, ShellAction, StartAction};
use lantern::chronology::{Column, Grouping, Sorting, lanes};
use lantern::store::Passphrase;
use lantern::ui::LanternWindow;
use support::{filled, median, quantile, timed, told};

const FRAMES: usize = 300;
const TARGET: (&str, f64) = ("target", 0.004);
const SIZE: Vec2 = Vec2::new(1280.0, 800.0);
const OVER_THE_TABLE: Pos2 = pos2(600.0, 600.0);
const OVER_THE_TIMELINE: Pos2 = pos2(700.0, 200.0);

fn main() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("large.lantern");
    let words = "four unrelated words here";
    let entries = support::entries();
    drop(filled(&path, &Passphrase::new(words.to_owned()), entries)?);
    let ctx = egui::Context::default();
    let today = chrono::NaiveDate::from_ymd_opt(2022, 11, 30).ok_or("a date")?;
    let mut window = LanternWindow::new(&ctx, Settings::default(), None, today);
    window.app.act(Action::Start(StartAction::Open {
        path,
        passphrase: words.to_owned(),
    }));
    window.app.settle_all();
    window
        .app
        .act(Action::Shell(ShellAction::GoTo(Room::Chronology)));
    for _ in 0..5 {
        frame(&ctx, &mut window, OVER_THE_TABLE, Vec::new());
    }
    geometry(&window)?;
    println!("the chronology of {entries} entries, {FRAMES} frames each");
    let roll = |delta: Vec2| {
        vec![Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta,
            phase: TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
            modifiers: Modifiers::NONE,
        }]
    };
    let key = |key| {
        vec![Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: Modifiers::NONE,
        }]
    };
    let wheel = |points: f32| roll(vec2(0.0, -points));
    let kinds = [
        ("still", OVER_THE_TABLE, Vec::new()),
        ("scrolled", OVER_THE_TABLE, wheel(120.0)),
        ("flung through", OVER_THE_TABLE, wheel(20_000.0)),
        (
            "walked by the arrow key",
            OVER_THE_TABLE,
            key(Key::ArrowDown),
        ),
        ("timeline moved", OVER_THE_TIMELINE, roll(vec2(2.0, 0.0))),
        ("timeline looked at closer", OVER_THE_TIMELINE, wheel(-4.0)),
    ];
    for (name, pointer, events) in &kinds {
        measure(&ctx, &mut window, name, *pointer, events);
    }
    let (_, grouping) = timed(|| {
        let action = ChronologyAction::Group(Grouping::Year);
        window.app.act(Action::Chronology(action));
    });
    told("grouping by year", grouping, &[]);
    let (_, sorting) = timed(|| {
        let action = ChronologyAction::Sort(Sorting {
            by: Column::Text,
            descending: false,
        });
        window.app.act(Action::Chronology(action));
    });
    told("sorting by what was recorded", sorting, &[]);
    for column in Column::ALL {
        let action = ChronologyAction::ShowColumn(column, true);
        window.app.act(Action::Chronology(action));
    }
    for (name, pointer, events) in &kinds {
        measure(
            &ctx,
            &mut window,
            &format!("grouped, every column, {name}"),
            *pointer,
            events,
        );
    }
    Ok(())
}

/// The timeline's layout alone, anew each time; a frame in which it does not move takes the last one.
fn geometry(window: &LanternWindow) -> Result<(), Box<dyn Error>> {
    let open = window.app.state.open.as_deref().ok_or("an open review")?;
    let whole = open.chronology.whole.ok_or("dated entries")?;
    let middle = f64::midpoint(whole.from(), whole.until());
    println!("the timeline's geometry of {FRAMES} times each");
    for (name, factor) in [("all of it", 1.0), ("a year", 6.0), ("a day", 2_190.0)] {
        let range = whole.zoomed(middle, factor);
        let times: Vec<Duration> = (0..FRAMES)
            .map(|_| timed(|| lanes(&open.chronology.timeline, range, 600.0)).1)
            .collect();
        told(
            &format!("{name}, median"),
            median(&times),
            &[("target", 0.002)],
        );
    }
    Ok(())
}

fn measure(
    ctx: &egui::Context,
    window: &mut LanternWindow,
    name: &str,
    pointer: Pos2,
    events: &[Event],
) {
    let times: Vec<Duration> = (0..FRAMES)
        .map(|_| timed(|| frame(ctx, window, pointer, events.to_vec())).1)
        .collect();
    told(&format!("{name}, median"), median(&times), &[TARGET]);
    told(
        &format!("{name}, 99th percentile"),
        quantile(&times, 0.99),
        &[TARGET],
    );
}

/// One frame as the window draws it, up to the triangles that a graphics card would get.
fn frame(ctx: &egui::Context, window: &mut LanternWindow, pointer: Pos2, mut events: Vec<Event>) {
    events.insert(0, Event::PointerMoved(pointer));
    let input = RawInput {
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE)),
        events,
        ..RawInput::default()
    };
    let output = ctx.run_ui(input, |ui| window.frame(ui));
    let triangles = ctx.tessellate(output.shapes, output.pixels_per_point);
    std::hint::black_box(Arc::new(triangles));
}
