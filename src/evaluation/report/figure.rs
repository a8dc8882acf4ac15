//! Figures: what is drawn, and in words what it shows.

use std::collections::BTreeSet;

use serde::Serialize;

use super::table::FEWEST_FOR_PERCENT;
use crate::evaluation::counts::{LeftOut, Told};
use crate::stats::{Curve, Observation};

/// Something to look at. `alt` says in words what it shows; its table stands beside it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Figure {
    /// Shares of one whole, with what each leaves open.
    Bars {
        key: String,
        title: String,
        alt: String,
        bars: Vec<Bar>,
    },
    /// How many stayed how long.
    Curve {
        key: String,
        title: String,
        alt: String,
        weeks: u32,
        /// From each week on.
        line: Vec<Dot>,
        /// Weeks in which somebody was last seen who had not parted, with the share left then.
        marks: Vec<Dot>,
        /// Week, and how many were still followed.
        at_risk: Vec<(u32, u64)>,
        /// Weeks are put together, so that no one man can be seen.
        rounded: bool,
    },
    /// Wholes in parts.
    Parts {
        key: String,
        title: String,
        alt: String,
        legend: Vec<String>,
        rows: Vec<Part>,
    },
    /// Each person’s value before and after; internal only.
    Change {
        key: String,
        title: String,
        alt: String,
        lowest: u32,
        highest: u32,
        lines: Vec<Line>,
    },
    /// Each man’s sessions: `a` attended, `u` made up, `m` missed, `-` not registered; internal only.
    Calendar {
        key: String,
        title: String,
        alt: String,
        sessions: usize,
        men: Vec<(String, String)>,
    },
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Bar {
    pub name: String,
    /// Its count, by name.
    #[serde(skip)]
    pub counts: String,
    pub said: String,
    /// `None`: left out.
    pub share: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Dot {
    pub week: u32,
    pub share: f64,
    pub low: Option<f64>,
    pub high: Option<f64>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Part {
    pub name: String,
    /// What each part counts, by name.
    #[serde(skip)]
    pub names: Vec<String>,
    /// In the order of the legend.
    pub counts: Vec<u64>,
}

/// People with the same two values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Line {
    pub before: i32,
    pub after: i32,
    pub people: u64,
}

/// A figure before it is known what may be told.
pub(super) enum Drawn {
    Bars {
        key: &'static str,
        title: &'static str,
        /// Name, count, whole.
        bars: Vec<(String, String, String)>,
    },
    Curve {
        key: &'static str,
        title: &'static str,
        /// Weeks that the programme has.
        course: u32,
        stays: Vec<Observation>,
        /// The stays by periods, with the counts that tell them.
        coarse: Vec<Observation>,
        coarse_names: Vec<String>,
    },
    Parts {
        key: &'static str,
        title: &'static str,
        legend: Vec<String>,
        rows: Vec<(String, Vec<String>)>,
    },
    Change {
        key: String,
        title: String,
        lowest: u32,
        highest: u32,
        lines: Vec<Line>,
    },
    Calendar {
        sessions: usize,
        men: Vec<(String, String)>,
    },
}

impl Line {
    /// What those of whom it tells are counted as, where the figure’s key is `figure`.
    pub fn name(&self, figure: &str) -> String {
        format!("{figure}.from_{}_to_{}", self.before, self.after)
    }
}

impl Drawn {
    pub(super) fn prints(&self, into: &mut BTreeSet<String>) {
        match self {
            Self::Bars { bars, .. } => {
                for (_, count, whole) in bars {
                    into.extend([count.clone(), whole.clone()]);
                }
            }
            Self::Curve { coarse_names, .. } => into.extend(coarse_names.iter().cloned()),
            Self::Parts { rows, .. } => {
                into.extend(rows.iter().flat_map(|(_, names)| names.clone()))
            }
            Self::Change { .. } | Self::Calendar { .. } => {}
        }
    }

    /// Or why it is not drawn, as a sentence.
    pub(super) fn told(&self, told: &Told<'_>) -> Result<Figure, String> {
        let of_each = "shows each person, and so stands in the internal edition only.";
        match self {
            Self::Bars { key, title, bars } => Ok(bars_told(key, title, bars, told)),
            Self::Curve {
                key,
                title,
                course,
                stays,
                coarse,
                coarse_names,
            } => {
                let rounded = told.is_protected();
                if rounded && (!told.all(coarse_names) || coarse_names.len() < 4) {
                    return Err(format!(
                        "The figure “{title}” is left out: too few men left in any period for it to be drawn without showing one of them."
                    ));
                }
                let shown = if rounded { coarse } else { stays };
                Ok(curve((key, title), &Curve::of(shown), *course, rounded))
            }
            Self::Parts {
                key,
                title,
                legend,
                rows,
            } => parts(key, title, legend, rows, told),
            Self::Change { title, .. } if told.is_protected() => {
                Err(format!("The figure “{title}” {of_each}"))
            }
            Self::Calendar { .. } if told.is_protected() => {
                Err(format!("The figure “{CALENDAR}” {of_each}"))
            }
            Self::Change {
                key,
                title,
                lowest,
                highest,
                lines,
            } => Ok(Figure::Change {
                key: key.clone(),
                title: title.clone(),
                alt: change_in_words(title, lines),
                lowest: *lowest,
                highest: *highest,
                lines: lines.clone(),
            }),
            Self::Calendar { sessions, men } => Ok(Figure::Calendar {
                key: "calendar".to_owned(),
                title: CALENDAR.to_owned(),
                alt: format!(
                    "A line for each of {} men and a square for each of up to {sessions} sessions, in the order in which they were his: attended, made up, missed, or not registered. The table of attendance has the same in numbers.",
                    men.len()
                ),
                sessions: *sessions,
                men: men.clone(),
            }),
        }
    }
}

const CALENDAR: &str = "Calendar of attendance";

fn bars_told(key: &str, title: &str, bars: &[(String, String, String)], told: &Told<'_>) -> Figure {
    let bar = |(name, count, whole): &(String, String, String)| {
        let share = told.share(count, whole);
        let interval = share.ok().and_then(|share| share.interval());
        let said = match (share, told.count(count), told.threshold()) {
            (Ok(share), ..) => share.spoken(FEWEST_FOR_PERCENT),
            (Err(_), Ok(count), _) => count.to_string(),
            (Err(_), Err(LeftOut::Small), Some(threshold)) => format!("under {threshold}"),
            _ => "left out".to_owned(),
        };
        Bar {
            name: name.clone(),
            counts: count.clone(),
            said,
            share: share.ok().and_then(|share| share.share()),
            low: interval.map(|it| it.low),
            high: interval.map(|it| it.high),
        }
    };
    let bars: Vec<Bar> = bars.iter().map(bar).collect();
    let words: Vec<String> = bars
        .iter()
        .map(|bar| match (bar.low, bar.high) {
            (Some(low), Some(high)) => format!(
                "{} {}, interval {:.0} to {:.0} %",
                bar.name,
                bar.said,
                100.0 * low,
                100.0 * high
            ),
            _ => format!("{} {}", bar.name, bar.said),
        })
        .collect();
    Figure::Bars {
        key: key.to_owned(),
        title: title.to_owned(),
        alt: format!("Bars. {}.", words.join("; ")),
        bars,
    }
}

/// The last week that is worth drawing: half as many again as the programme has, more where somebody left later, and none in which nobody was followed.
pub fn last_week_drawn(curve: &Curve, course: u32) -> u32 {
    let last = curve.steps.last().map_or(0, |step| step.time);
    let left = curve.steps.iter().filter(|step| step.ended > 0);
    let left = left.map(|step| step.time).max().unwrap_or(0);
    last.min(left.max(course + course / 2))
}

fn curve((key, title): (&str, &str), curve: &Curve, course: u32, rounded: bool) -> Figure {
    let weeks = last_week_drawn(curve, course);
    let start = Dot {
        week: 0,
        share: 1.0,
        low: None,
        high: None,
    };
    let dot = |step: &crate::stats::Step| Dot {
        week: step.time,
        share: step.estimate.share,
        low: step.estimate.interval.map(|it| it.low),
        high: step.estimate.interval.map(|it| it.high),
    };
    let mut line = vec![start];
    line.extend(curve.steps.iter().filter(|step| step.ended > 0).map(dot));
    if let Some(last) = curve.steps.iter().rfind(|step| step.time <= weeks) {
        line.push(Dot {
            week: weeks,
            ..dot(last)
        });
    }
    let every = match weeks {
        0..=12 => 3,
        13..=40 => 6,
        _ => 12,
    };
    let at: Vec<u32> = if rounded {
        let times = curve.steps.iter().map(|step| step.time);
        let times = times.filter(|week| *week <= weeks);
        std::iter::once(0).chain(times).collect()
    } else {
        (0..=weeks).step_by(every).collect()
    };
    let left = |week: u32| curve.at(week).map_or(0.0, |it| 100.0 * it.share);
    let words: Vec<String> = at
        .iter()
        .filter(|week| **week > 0)
        .map(|week| format!("week {week}: {:.0} %", left(*week)))
        .collect();
    let beyond = match curve.at_risk(weeks.saturating_add(1)) {
        0 => String::new(),
        _ if rounded => format!(" After week {weeks} nobody left early."),
        1 => {
            format!(" One man was followed for longer than {weeks} weeks and did not leave early.")
        }
        many => {
            format!(
                " {many} men were followed for longer than {weeks} weeks and did not leave early."
            )
        }
    };
    Figure::Curve {
        key: key.to_owned(),
        title: title.to_owned(),
        alt: format!(
            "A line that falls by steps from all {} men at week 0, with a band for what it leaves open. Still in the programme at {}.{beyond}",
            curve.people(),
            words.join("; ")
        ),
        weeks,
        line,
        marks: curve
            .steps
            .iter()
            .filter(|step| step.censored > 0 && step.time <= weeks)
            .map(dot)
            .collect(),
        at_risk: at
            .into_iter()
            .map(|week| (week, curve.at_risk(week) as u64))
            .collect(),
        rounded,
    }
}

fn parts(
    key: &str,
    title: &str,
    legend: &[String],
    rows: &[(String, Vec<String>)],
    told: &Told<'_>,
) -> Result<Figure, String> {
    let counts = |names: &Vec<String>| {
        let counts: Result<Vec<u64>, LeftOut> = names.iter().map(|name| told.count(name)).collect();
        counts.ok().filter(|counts| counts.iter().sum::<u64>() > 0)
    };
    let shown: Vec<Part> = rows
        .iter()
        .filter_map(|(name, names)| {
            Some(Part {
                name: name.clone(),
                names: names.clone(),
                counts: counts(names)?,
            })
        })
        .collect();
    if shown.is_empty() {
        return Err(format!(
            "The figure “{title}” is left out: none of its lines can be told whole."
        ));
    }
    let words: Vec<String> = shown
        .iter()
        .map(|part| {
            let each = part.counts.iter().zip(legend);
            let each: Vec<String> = each
                .map(|(count, name)| format!("{name} {count}"))
                .collect();
            format!("{}: {}", part.name, each.join(", "))
        })
        .collect();
    Ok(Figure::Parts {
        key: key.to_owned(),
        title: title.to_owned(),
        alt: format!("Bars in parts. {}.", words.join("; ")),
        legend: legend.to_vec(),
        rows: shown,
    })
}

fn change_in_words(title: &str, lines: &[Line]) -> String {
    let people = |is: &dyn Fn(&Line) -> bool| -> u64 {
        lines
            .iter()
            .filter(|line| is(line))
            .map(|line| line.people)
            .sum()
    };
    format!(
        "{title}: a line from before to after for each. {} rose, {} stayed, {} fell.",
        people(&|line| line.after > line.before),
        people(&|line| line.after == line.before),
        people(&|line| line.after < line.before)
    )
}
