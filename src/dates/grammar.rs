//! Points joined into ranges, open ends, either-or and lists.

use super::clock::{Clock, Expecting};
use super::cursor::Cursor;
use super::partial::Form;
use super::point::{Base, Point};
use super::words::{Unit, Word};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    At,
    /// From the first point to the second.
    Range,
    /// One of the two.
    Either,
    /// From the point on, it included.
    From,
    /// From the day after the point on.
    After,
    /// Up to the point, it included.
    Until,
    /// Up to the day before the point.
    Before,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    pub shape: Shape,
    pub first: Point,
    pub second: Option<Point>,
    pub from: usize,
    pub to: usize,
}

/// Tokens that belong to no date, as ranges.
pub type LeftOver = Vec<(usize, usize)>;

pub fn items(cursor: &mut Cursor<'_>) -> (Vec<Item>, LeftOver) {
    let mut items = Vec::new();
    let mut left: LeftOver = Vec::new();
    loop {
        cursor.skip_between_items();
        if cursor.is_at_end() {
            return (items, left);
        }
        if let Some(item) = cursor.item() {
            items.push(item);
            continue;
        }
        match left.last_mut() {
            Some(last) if last.1 == cursor.at => last.1 += 1,
            _ => left.push((cursor.at, cursor.at + 1)),
        }
        cursor.at += 1;
    }
}

fn is_one_time(first: &Point, second: &Point, tight: bool) -> bool {
    let (Some(one), Some(other)) = (first.partial(), second.partial()) else {
        return false;
    };
    let units = matches!(
        (one.form, other.form),
        (Form::Month(_), Form::Month(_)) | (Form::Season(_), Form::Season(_))
    );
    (units && (tight || one.year.is_none())) || (one.portion.is_some() && other.portion.is_some())
}

impl Cursor<'_> {
    fn skip_between_items(&mut self) {
        loop {
            let start = self.at;
            if matches!(
                self.mark(0),
                Some(',' | ';' | '/' | '-' | '.' | ':' | '|' | '•' | '\\')
            ) {
                self.at += 1;
            }
            if self.word(0) == Some(Word::And) {
                self.at += 1;
            }
            if self.word(0) == Some(Word::Label) {
                self.at += 1;
            }
            if self.at == start {
                return;
            }
        }
    }

    fn item(&mut self) -> Option<Item> {
        let from = self.at;
        let (shape, first, second) = self
            .attempt(Self::between_two)
            .or_else(|| self.attempt(Self::opened))
            .or_else(|| self.attempt(Self::starting_with_a_point))?;
        Some(Item {
            shape,
            first,
            second,
            from,
            to: self.at,
        })
    }

    /// “between 01:37hrs and 01:54hrs”
    fn between_two(&mut self) -> Option<(Shape, Point, Option<Point>)> {
        self.skip_fillers();
        let from = self.at;
        // “between Christmas and New Year” is one name.
        if self.word(0) == Some(Word::Between)
            && let Some(period) = self.attempt(Self::named_period)
        {
            let named = Point {
                base: Some(Base::Date(Box::new(period))),
                from,
                to: self.at,
                ..Point::default()
            };
            return Some((Shape::At, named, None));
        }
        if !self.eat(Word::Between) {
            return None;
        }
        let from = self.at;
        if let Some(age) = self.attempt(Self::ages_between) {
            let ages = Point {
                base: Some(Base::Age(Box::new(age))),
                from,
                to: self.at,
                ..Point::default()
            };
            return Some((Shape::At, ages, None));
        }
        let first = self.point()?;
        if !self.eat(Word::And) && !self.eat(Word::To) && !self.eat_mark('-') && !self.eat_mark('/')
        {
            return None;
        }
        Some((Shape::Range, first, Some(self.point()?)))
    }

    fn opened(&mut self) -> Option<(Shape, Point, Option<Point>)> {
        self.skip_fillers();
        // “seen by her GP” and “told to the school” name nobody’s date.
        let may_name_any = !matches!(self.word(0), Some(Word::By | Word::To));
        let shape = self.opening()?;
        let from = self.at;
        let event = self.any_event.filter(|_| may_name_any);
        let first = match (self.point(), event) {
            (Some(first), _) => first,
            (None, Some(index)) => {
                self.skip_named_event();
                Point {
                    base: Some(Base::Anchor(index)),
                    from,
                    to: self.at,
                    ..Point::default()
                }
            }
            (None, None) => return None,
        };
        if matches!(shape, Shape::From | Shape::After)
            && let Some(second) = self.attempt(|cursor| cursor.end_of_range(&first))
        {
            return Some((Shape::Range, first, Some(second)));
        }
        if shape == Shape::From {
            self.eat(Word::Onwards);
            self.attempt(|cursor| cursor.eat_present().then_some(()));
        }
        Some((shape, first, None))
    }

    /// “in the months leading up to”, “the weeks before”: how many is not said.
    fn uncounted(&mut self) -> Option<Shape> {
        while matches!(self.word(0), Some(Word::In | Word::During | Word::The)) {
            self.at += 1;
        }
        let is_plural =
            matches!(self.word(0), Some(Word::Unit(_))) && self.written(0).ends_with('s');
        if !is_plural {
            return None;
        }
        self.at += 1;
        if self.written(0).eq_ignore_ascii_case("leading") {
            self.at += 1;
            return (self.eat(Word::Until) && self.eat(Word::To)).then_some(Shape::Until);
        }
        if self.eat_all(&[Word::Prior, Word::To]) || self.eat(Word::Before) {
            return Some(Shape::Before);
        }
        self.eat(Word::After).then_some(Shape::After)
    }

    fn opening(&mut self) -> Option<Shape> {
        if let Some(shape) = self.attempt(Self::uncounted) {
            return Some(shape);
        }
        if self.word(0) == Some(Word::Present)
            && matches!(self.word(1), Some(Word::Since | Word::From))
        {
            self.at += 1;
        }
        let names_a_day = matches!(
            self.word(1),
            Some(Word::Unit(_) | Word::Weekday(_) | Word::PartOfDay(_))
        );
        if self.written(0).eq_ignore_ascii_case("following") && !names_a_day {
            self.at += 1;
            return Some(Shape::After);
        }
        for (words, shape) in [
            (&[Word::On, Word::Or, Word::Before] as &[Word], Shape::Until),
            (&[Word::Or, Word::Before], Shape::Until),
            (&[Word::Or, Word::After], Shape::From),
            (&[Word::No, Word::Later, Word::Than], Shape::Until),
            (&[Word::Not, Word::Later, Word::Than], Shape::Until),
            (&[Word::No, Word::Earlier, Word::Than], Shape::From),
            (&[Word::Not, Word::Earlier, Word::Than], Shape::From),
            (&[Word::Not, Word::Before], Shape::From),
            (&[Word::Not, Word::After], Shape::Until),
            (&[Word::Prior, Word::To], Shape::Before),
            (&[Word::Earlier, Word::Than], Shape::Before),
            (&[Word::Later, Word::Than], Shape::After),
            (&[Word::Until, Word::To], Shape::Until),
            (&[Word::Until, Word::Until], Shape::Until),
            (&[Word::Onwards, Word::From], Shape::From),
            (&[Word::From], Shape::From),
            (&[Word::Since], Shape::From),
            (&[Word::After], Shape::After),
            (&[Word::Before], Shape::Before),
            (&[Word::Until], Shape::Until),
            (&[Word::By], Shape::Until),
            (&[Word::To], Shape::Until),
        ] {
            // “through 2013” is no end.
            let is_through = words == [Word::To] && !self.written(0).eq_ignore_ascii_case("to");
            if !is_through && self.eat_all(words) {
                self.eat_mark('-');
                return Some(shape);
            }
        }
        None
    }

    fn starting_with_a_point(&mut self) -> Option<(Shape, Point, Option<Point>)> {
        if matches!(self.word(0), Some(Word::During | Word::Within))
            && self.offset_ahead().is_none()
        {
            self.at += 1;
        }
        let first = self.point()?;
        if let Some(second) = self.attempt(|cursor| cursor.end_of_range(&first)) {
            return Some((Shape::Range, first, Some(second)));
        }
        if self.eat(Word::Onwards) || self.eat_present() {
            return Some((Shape::From, first, None));
        }
        for (words, shape) in [
            ([Word::Or, Word::Before], Shape::Until),
            ([Word::Or, Word::Earlier], Shape::Until),
            ([Word::Or, Word::After], Shape::From),
            ([Word::Or, Word::Later], Shape::From),
        ] {
            if self.eat_all(&words) {
                return Some((shape, first, None));
            }
        }
        let either = self.attempt(|cursor| {
            if cursor.eat(Word::Or) {
                return cursor.point();
            }
            // “March/April 2014” and “late 2012/early 2013” are one time, not two.
            let tight = cursor.joined(0) && cursor.joined(1);
            let second = if cursor.eat_mark('/') {
                cursor.point()
            } else {
                None
            };
            second.filter(|second| is_one_time(&first, second, tight))
        });
        Some(match either {
            Some(second) => (Shape::Either, first, Some(second)),
            None => (Shape::At, first, None),
        })
    }

    fn offset_ahead(&self) -> Option<super::relative::Offset> {
        let mut ahead = *self;
        ahead.offset()
    }

    /// “– 31st June 2013”, “to 5 June”, “until 22:30”.
    fn end_of_range(&mut self, first: &Point) -> Option<Point> {
        self.eat_mark(',');
        if matches!(first.clock, Some(Clock::At(_) | Clock::EitherHalf(_)))
            && let Some(end) = self.attempt(Self::end_of_times)
        {
            return Some(end);
        }
        let is_interval = self.mark(0) == Some('/')
            && self.joined(0)
            && self.joined(1)
            && matches!(self.number(1), Some((_, 4)));
        self.at += usize::from(is_interval);
        let joined =
            is_interval || (self.eat_mark('-') | self.eat(Word::To) | self.eat(Word::Until));
        self.eat(Word::To);
        joined.then(|| self.point()).flatten()
    }

    /// The second time of “18.30 – 19.15”, “0900-1700”, “1830/1900”; a date may follow it.
    fn end_of_times(&mut self) -> Option<Point> {
        let from = self.at;
        let tight = self.joined(0) && self.joined(1);
        let joined = self.eat_mark('-')
            || self.eat(Word::To)
            || self.eat(Word::Until)
            || (tight && self.eat_mark('/'));
        if !joined {
            return None;
        }
        self.skip_fillers();
        let start = self.at;
        let clock = self.eat_clock(Expecting::Time)?;
        let bare = self.said_of_bare_time(start, &clock);
        self.eat_zone();
        let mut point = Point {
            from,
            assumed: bare.into_iter().collect(),
            clock: Some(clock),
            ..Point::default()
        };
        let date = self.attempt(|cursor| {
            cursor.eat_mark(',');
            cursor.point().filter(|date| date.clock.is_none())
        });
        if let Some(date) = date {
            point.base = date.base;
            point.weekday = date.weekday;
        }
        point.to = self.at;
        Some(point)
    }

    /// “to present”, “– ongoing”, “until now”.
    fn eat_present(&mut self) -> bool {
        self.attempt(|cursor| {
            let joined = cursor.eat_mark('-') | cursor.eat(Word::To) | cursor.eat(Word::Until);
            if joined && cursor.written(0).eq_ignore_ascii_case("date") {
                cursor.at += 1;
                return Some(());
            }
            cursor.skip_fillers();
            (joined && cursor.eat(Word::Present)).then(|| {
                cursor.eat(Word::Unit(Unit::Day));
            })
        })
        .is_some()
    }
}
