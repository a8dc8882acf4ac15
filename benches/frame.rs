//! One frame of the chronology at 100,000 entries: still, scrolled, walked through by keyboard; then grouped and with every column.
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
use lantern::chronology::{Column, Grouping, Sorting};
use lantern::store::Passphrase;
use lantern::ui::LanternWindow;
use support::{filled, median, quantile, timed, told};

const ENTRIES: usize = 100_000;
const FRAMES: usize = 300;
const TARGET: (&str, f64) = ("target", 0.004);
const SIZE: Vec2 = Vec2::new(1280.0, 800.0);
/// Over the table.
const POINTER: Pos2 = pos2(600.0, 600.0);

fn main() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("large.lantern");
    let words = "four unrelated words here";
    let entries = std::env::var("LANTERN_BENCH_ENTRIES")
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(ENTRIES);
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
        frame(&ctx, &mut window, Vec::new());
    }
    println!("the chronology of {entries} entries, {FRAMES} frames each");
    let wheel = |points: f32| {
        vec![Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: vec2(0.0, -points),
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
    let kinds = [
        ("still", Vec::new()),
        ("scrolled", wheel(120.0)),
        ("flung through", wheel(20_000.0)),
        ("walked by the arrow key", key(Key::ArrowDown)),
    ];
    for (name, events) in &kinds {
        measure(&ctx, &mut window, name, events);
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
    for (name, events) in &kinds {
        measure(
            &ctx,
            &mut window,
            &format!("grouped, every column, {name}"),
            events,
        );
    }
    Ok(())
}

fn measure(ctx: &egui::Context, window: &mut LanternWindow, name: &str, events: &[Event]) {
    let times: Vec<Duration> = (0..FRAMES)
        .map(|_| timed(|| frame(ctx, window, events.to_vec())).1)
        .collect();
    told(&format!("{name}, median"), median(&times), &[TARGET]);
    told(
        &format!("{name}, 99th percentile"),
        quantile(&times, 0.99),
        &[TARGET],
    );
}

/// One frame as the window draws it, up to the triangles that a graphics card would get.
fn frame(ctx: &egui::Context, window: &mut LanternWindow, mut events: Vec<Event>) {
    events.insert(0, Event::PointerMoved(POINTER));
    let input = RawInput {
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE)),
        events,
        ..RawInput::default()
    };
    let output = ctx.run_ui(input, |ui| window.frame(ui));
    let triangles = ctx.tessellate(output.shapes, output.pixels_per_point);
    std::hint::black_box(Arc::new(triangles));
}
