//! The vocabulary of written dates: one spelling list a meaning.

use chrono::Weekday;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// Early, mid or late in a month, year or decade.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Portion {
    Early,
    Mid,
    Late,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartOfDay {
    EarlyHours,
    /// “am” without an hour.
    BeforeNoon,
    /// “pm” without an hour.
    AfterNoon,
    Morning,
    Afternoon,
    Lunchtime,
    Teatime,
    Evening,
    Night,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

/// What a word can say in a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    Month(u32),
    Weekday(Weekday),
    Season(Season),
    Portion(Portion),
    PartOfDay(PartOfDay),
    Unit(Unit),
    /// `two`, `eighteen`.
    Count(u32),
    /// `first`, `twenty-first` (as a day of the month or a quarter).
    Ordinal(u32),
    /// `st`, `nd`, `rd`, `th` after a number.
    Suffix,
    /// `s` after a number: `1990s`.
    Plural,
    A,
    Couple,
    Few,
    Several,
    Half,
    Quarter,
    /// `about`, `circa`, `approximately`.
    Circa,
    /// `possibly`, `believed`, a question mark.
    Doubt,
    Before,
    After,
    Prior,
    Since,
    Until,
    From,
    By,
    To,
    Between,
    And,
    Or,
    Onwards,
    Within,
    During,
    Later,
    Earlier,
    Next,
    Last,
    Same,
    That,
    Ditto,
    Ago,
    /// `now`, `present`, `ongoing` as the end of a range.
    Present,
    Commencing,
    Ending,
    The,
    Of,
    On,
    In,
    At,
    Than,
    Not,
    No,
    Possessive,
    Age,
    Am,
    Pm,
    Hours,
    Oclock,
    Noon,
    Midnight,
    T,
    /// `GMT`, `BST`: local time here.
    LocalZone,
    /// `UTC`, `Z`.
    Utc,
    /// A part blacked out before it was sent: `REDACTED`, `XX`, `██`.
    Withheld,
    /// `weekend`
    Weekend,
    /// `fortnight`: fourteen days, as a count and unit in one.
    Fortnight,
    /// `nineties`
    Tens(u32),
    /// `financial`, `fiscal`, `FY` before a year.
    Financial,
    /// `past` between minutes and an hour.
    Past,
    /// “about”, said after what it belongs to: `9ish`, `or thereabouts`.
    Ish,
    /// `DOB`: what follows is a date of birth.
    Born,
    /// A word that says nothing about the date: `dated`, `updated`, `again`.
    Label,
    Unknown,
}

/// Longest word of the vocabulary.
const LONGEST: usize = 16;

/// The meaning of a word in any case; typographic apostrophes count as plain ones.
pub fn meaning(text: &str) -> Word {
    let mut buffer = [0u8; LONGEST];
    let mut length = 0;
    for character in text.chars() {
        let byte = match character {
            '’' | '‘' => b'\'',
            _ if character.is_ascii() => character.to_ascii_lowercase() as u8,
            _ => return Word::Unknown,
        };
        if length == LONGEST {
            return Word::Unknown;
        }
        buffer[length] = byte;
        length += 1;
    }
    std::str::from_utf8(&buffer[..length]).map_or(Word::Unknown, lower)
}

fn lower(text: &str) -> Word {
    calendar_word(text)
        .or_else(|| counting_word(text))
        .or_else(|| clock_word(text))
        .unwrap_or_else(|| relation_word(text))
}

fn calendar_word(text: &str) -> Option<Word> {
    Some(match text {
        "january" | "jan" => Word::Month(1),
        "february" | "feb" | "febr" => Word::Month(2),
        "march" | "mar" => Word::Month(3),
        "april" | "apr" => Word::Month(4),
        "may" => Word::Month(5),
        "june" | "jun" => Word::Month(6),
        "july" | "jul" => Word::Month(7),
        "august" | "aug" => Word::Month(8),
        "september" | "sept" | "sep" => Word::Month(9),
        "october" | "oct" => Word::Month(10),
        "november" | "nov" => Word::Month(11),
        "december" | "dec" => Word::Month(12),
        "monday" | "mon" => Word::Weekday(Weekday::Mon),
        "tuesday" | "tue" | "tues" => Word::Weekday(Weekday::Tue),
        "wednesday" | "wed" | "weds" => Word::Weekday(Weekday::Wed),
        "thursday" | "thu" | "thur" | "thurs" => Word::Weekday(Weekday::Thu),
        "friday" | "fri" => Word::Weekday(Weekday::Fri),
        "saturday" | "sat" => Word::Weekday(Weekday::Sat),
        "sunday" | "sun" => Word::Weekday(Weekday::Sun),
        "weekend" => Word::Weekend,
        "fortnight" => Word::Fortnight,
        "financial" | "fiscal" | "fy" => Word::Financial,
        "spring" => Word::Season(Season::Spring),
        "summer" => Word::Season(Season::Summer),
        "autumn" | "fall" => Word::Season(Season::Autumn),
        "winter" => Word::Season(Season::Winter),
        "early" | "beginning" | "start" => Word::Portion(Portion::Early),
        "mid" | "middle" | "midway" | "halfway" => Word::Portion(Portion::Mid),
        "late" | "end" | "latter" => Word::Portion(Portion::Late),
        "redacted" | "withheld" | "x" | "xx" | "xxx" | "xxxx" | "xth" | "xxth" | "dd" | "mm" => {
            Word::Withheld
        }
        "commencing" | "comm" | "beg" | "wc" => Word::Commencing,
        "ending" => Word::Ending,
        _ => return None,
    })
}

fn counting_word(text: &str) -> Option<Word> {
    const COUNTS: [&str; 20] = [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];
    const ORDINALS: [&str; 20] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
    ];
    let place = |list: &[&str]| list.iter().position(|word| *word == text);
    if let Some(index) = place(&COUNTS) {
        return Some(Word::Count(index as u32 + 1));
    }
    if let Some(index) = place(&ORDINALS) {
        return Some(Word::Ordinal(index as u32 + 1));
    }
    Some(match text {
        "thirty" => Word::Count(30),
        "noughties" => Word::Tens(0),
        "twenties" => Word::Tens(20),
        "thirties" => Word::Tens(30),
        "forties" => Word::Tens(40),
        "fifties" => Word::Tens(50),
        "sixties" => Word::Tens(60),
        "seventies" => Word::Tens(70),
        "eighties" => Word::Tens(80),
        "nineties" => Word::Tens(90),
        "a" | "an" => Word::A,
        "couple" => Word::Couple,
        "few" => Word::Few,
        "several" => Word::Several,
        "half" => Word::Half,
        "quarter" | "q" | "qtr" => Word::Quarter,
        "day" | "days" | "day's" => Word::Unit(Unit::Day),
        "week" | "weeks" | "wk" | "wks" => Word::Unit(Unit::Week),
        "month" | "months" | "mth" | "mths" => Word::Unit(Unit::Month),
        "year" | "years" | "year's" | "yr" | "yrs" => Word::Unit(Unit::Year),
        "minute" | "minutes" | "min" | "mins" => Word::Unit(Unit::Minute),
        "hour" => Word::Unit(Unit::Hour),
        "st" | "nd" | "rd" | "th" => Word::Suffix,
        "s" | "'s" => Word::Plural,
        _ => return None,
    })
}

fn clock_word(text: &str) -> Option<Word> {
    Some(match text {
        "am" => Word::Am,
        "pm" => Word::Pm,
        "hrs" | "hr" | "h" | "hours" => Word::Hours,
        "o'clock" | "oclock" => Word::Oclock,
        "noon" | "midday" => Word::Noon,
        "midnight" => Word::Midnight,
        "past" => Word::Past,
        "lunchtime" | "lunch" => Word::PartOfDay(PartOfDay::Lunchtime),
        "teatime" => Word::PartOfDay(PartOfDay::Teatime),
        "morning" => Word::PartOfDay(PartOfDay::Morning),
        "afternoon" => Word::PartOfDay(PartOfDay::Afternoon),
        "evening" => Word::PartOfDay(PartOfDay::Evening),
        "midmorning" => Word::PartOfDay(PartOfDay::Morning),
        "night" | "overnight" | "nighttime" => Word::PartOfDay(PartOfDay::Night),
        "t" => Word::T,
        "gmt" | "bst" => Word::LocalZone,
        "utc" | "z" => Word::Utc,
        _ => return None,
    })
}

fn relation_word(text: &str) -> Word {
    match text {
        "c" | "ca" | "circa" | "about" | "around" | "approx" | "approximately" | "roughly"
        | "nearly" | "almost" | "approximate" | "shortly" | "just" | "immediately" | "soon"
        | "sometime" | "estimated" | "est" | "towards" | "toward" => Word::Circa,
        "ish" | "thereabouts" => Word::Ish,
        "dob" => Word::Born,
        "possibly" | "probably" | "perhaps" | "maybe" | "believed" | "unsure" | "unclear"
        | "unconfirmed" | "uncertain" | "thought" | "tbc" | "reportedly" | "likely" => Word::Doubt,
        "before" | "preceding" | "pre" => Word::Before,
        "after" | "post" => Word::After,
        "prior" | "previous" => Word::Prior,
        "following" => Word::Next,
        "next" => Word::Next,
        "last" => Word::Last,
        "since" => Word::Since,
        "until" | "till" | "til" | "up" => Word::Until,
        "from" | "wef" => Word::From,
        "by" => Word::By,
        "to" | "through" | "thru" => Word::To,
        "between" | "betw" | "btwn" => Word::Between,
        "and" | "plus" => Word::And,
        "or" => Word::Or,
        "onwards" | "onward" | "on-going" => Word::Onwards,
        "within" => Word::Within,
        "during" | "for" | "throughout" | "over" => Word::During,
        "later" => Word::Later,
        "earlier" => Word::Earlier,
        "same" => Word::Same,
        "that" | "this" => Word::That,
        "ditto" => Word::Ditto,
        "ago" | "yesterday" | "tomorrow" | "tonight" | "recently" => Word::Ago,
        "now" | "present" | "ongoing" | "today" | "current" => Word::Present,
        "the" | "le" => Word::The,
        "of" => Word::Of,
        "on" => Word::On,
        "in" => Word::In,
        "at" | "@" => Word::At,
        "than" => Word::Than,
        "not" | "never" | "except" | "unless" | "excluding" | "without" => Word::Not,
        "no" => Word::No,
        "her" | "his" | "their" | "my" => Word::Possessive,
        "age" | "aged" | "ages" => Word::Age,
        "again" | "updated" | "update" | "dated" | "date" | "dates" | "reviewed" | "revised"
        | "also" | "then" | "time" | "timed" | "received" | "recorded" | "various" | "both"
        | "inclusive" | "incl" | "and/or" | "calendar" | "part" | "either" | "once" | "twice" => {
            Word::Label
        }
        _ => Word::Unknown,
    }
}
