//! One frame of the chronology at 100,000 entries: still, scrolled, walked through by keyboard.
//!
//! Target: 4 ms of this thread's time. Everything but the graphics card's part is measured: layout, painting, tessellation.
//! Run it with `cargo bench --bench frame`.

mod support;

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use egui::{
    Event, Key, Modifiers, MouseWheelUnit, Pos2, RawInput, Rect, TouchPhase, Vec2, pos2, vec2,
};
use lantern::app::{Action, Room, Settings, ShellAction, StartAction};
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
    drop(filled(&path, &Passphrase::new(words.to_owned()), ENTRIES)?);
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
    println!("the chronology of {ENTRIES} entries, {FRAMES} frames each");
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
    for (name, events) in kinds {
        let times: Vec<Duration> = (0..FRAMES)
            .map(|_| timed(|| frame(&ctx, &mut window, events.clone())).1)
            .collect();
        told(&format!("{name}, median"), median(&times), &[TARGET]);
        told(
            &format!("{name}, 99th percentile"),
            quantile(&times, 0.99),
            &[TARGET],
        );
    }
    Ok(())
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
