//! What sort of event a record tells of, and whose information it passes on, by the words that casework uses for it.

/// Kinds of event and their words, parted by spaces. A word ending in `*` stands for all that begin so.
pub(super) const KINDS: [(&str, &str); 25] = [
    (
        "violence",
        "assault* attack* punch* kick* slap* hit hitting push* grab* shov* beat beaten struck stamp* \
        headbutt* threw throw* drag* spat spit violen* abh gbh",
    ),
    (
        "strangulation",
        "strang* chok* throat neck suffocat* throttl*",
    ),
    (
        "injury",
        "injur* bruis* fractur* wound* cut cuts lacerat* bleed* blood* swell* swollen sprain* burn burns \
        scald* scratch* concuss* stitch* sutur* rib ribs",
    ),
    (
        "damage",
        "damag* smash* broke broken break* glass windscreen window* tyre* vandal*",
    ),
    (
        "fire",
        "fire arson burnt alight flame* smoke petrol accelerant",
    ),
    (
        "weapon",
        "knife knives hammer weapon* blade axe gun firearm* machete screwdriver bat",
    ),
    (
        "shouting",
        "shout* scream* argu* row rowing verbal noise bang banging disturbance altercation swear* yell*",
    ),
    (
        "locked in",
        "barricad* imprison* lock locked trapped blocked prevent*",
    ),
    ("threats", "threat* kill kills killing"),
    (
        "messages",
        "text texts texted message* messaging email* whatsapp facebook instagram malicious",
    ),
    (
        "watching",
        "stalk* follow* track tracker* tracking device* watch* loiter* hanging opposite surveill* spy* \
        airtag* gps",
    ),
    ("money", "arrears debt* money rent bank benefit*"),
    ("taken things", "took taken stole* theft passport"),
    (
        "leaving",
        "left leav* separat* homeless* refuge fled flee* moved rehous*",
    ),
    ("conference", "marac conference* mappa strategy multi"),
    (
        "court",
        "court order injunction solicitor* hearing molestation convict* sentenc* bail* magistrate*",
    ),
    ("arrest", "arrest* custody charged interview* detain*"),
    (
        "pregnancy and birth",
        "pregnan* birth labour antenatal fetal foetal fetus contraction* midwi* miscarr* newborn",
    ),
    (
        "self-harm",
        "overdos* suicid* harm paracetamol ligature tablets",
    ),
    (
        "drink and drugs",
        "alcohol* drunk* intoxicat* drink* cannabis cocaine heroin methadone",
    ),
    (
        "death",
        "death died dead deceas* murder* homicid* resuscitat* extinct fatal*",
    ),
    ("fall", "fell fall falls slip slipped tripped stairs"),
    ("missed appointment", "dna missed cancel* rebook*"),
    (
        "treatment",
        "medicat* prescri* dose vaccin* immunis* smear bloods contracept* fever cough cold",
    ),
    (
        "speech and school",
        "attendance lessons teacher* homework speech",
    ),
];

/// Sectors of the templates, what they are called in a sentence, and the words by which others name them, parted by commas.
pub(super) const SECTORS: [(&str, &str, &str); 14] = [
    (
        "police",
        "the police",
        "police, officer, officers, constabulary, 999, pc, cad",
    ),
    (
        "ambulance",
        "the ambulance service",
        "ambulance, paramedic*, crew",
    ),
    ("gp", "the GP", "gp, surgery, doctor"),
    (
        "hospital",
        "the hospital",
        "hospital, ed, casualty, infirmary, ward, a e",
    ),
    (
        "maternity_and_health_visiting",
        "maternity or the health visitor",
        "midwi*, maternity, health visitor, health visiting",
    ),
    (
        "mental_health",
        "mental health services",
        "crisis team, mental health, psychiatr*, talking therapies",
    ),
    (
        "substance_misuse",
        "the drug and alcohol service",
        "alcohol service, drug service, keyworker",
    ),
    (
        "childrens_social_care",
        "children’s services",
        "social worker, children services, social care, duty line, social services",
    ),
    (
        "adult_social_care",
        "adult social care",
        "adult services, adult safeguarding",
    ),
    ("housing", "housing", "housing, landlord"),
    (
        "education",
        "the school",
        "school, nursery, teacher, headteacher, college",
    ),
    ("probation", "probation", "probation, offender manager"),
    ("court_and_cafcass", "the court", "court, cafcass"),
    (
        "specialist_domestic_abuse",
        "the specialist service",
        "idva, specialist service, refuge, abuse service, women aid, helpline",
    ),
];

/// Words of a record that passes on what another has seen.
const PASSES_ON: &str = "told informed notification notified referral referred report reports reported letter copy form \
    information shared advised describes says discharge";

/// What single words and pairs of words say about a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Signs {
    /// One bit for each of [`KINDS`].
    pub kinds: u32,
    /// One bit for each of [`SECTORS`].
    pub sectors: u32,
    pub passes_on: bool,
}

impl Signs {
    pub(super) fn add(&mut self, other: Self) {
        self.kinds |= other.kinds;
        self.sectors |= other.sectors;
        self.passes_on |= other.passes_on;
    }
}

/// What one word says, in small letters.
pub(super) fn of_word(word: &str) -> Signs {
    let fits = |known: &str| match known.strip_suffix('*') {
        Some(beginning) => word.starts_with(beginning),
        None => known == word,
    };
    let mut signs = Signs {
        passes_on: PASSES_ON.split(' ').any(fits),
        ..Signs::default()
    };
    for (bit, (_, words)) in KINDS.iter().enumerate() {
        signs.kinds |= u32::from(words.split(' ').any(fits)) << bit;
    }
    for (bit, (_, _, words)) in SECTORS.iter().enumerate() {
        signs.sectors |= u32::from(words.split(", ").any(fits)) << bit;
    }
    signs
}

/// Two words beside each other that name a sector, and its bit.
#[derive(Debug, Clone, Copy)]
pub(super) struct NamingPair {
    pub first: &'static str,
    pub second: &'static str,
    pub sector: u32,
}

pub(super) fn naming_pairs() -> Vec<NamingPair> {
    let mut pairs = Vec::new();
    for (bit, (_, _, words)) in SECTORS.iter().enumerate() {
        let named = words.split(", ").filter_map(|known| known.split_once(' '));
        pairs.extend(named.map(|(first, second)| NamingPair {
            first,
            second,
            sector: 1 << bit,
        }));
    }
    pairs
}

/// The bit of a sector by its key in the template; none for sectors that others name by no common word.
pub(super) fn bit_of(sector: &str) -> u32 {
    SECTORS
        .iter()
        .position(|(key, _, _)| *key == sector)
        .map_or(0, |bit| 1 << bit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_tell_the_kind_of_event() {
        let cases = [
            ("assaulted", "violence"),
            ("throat", "strangulation"),
            ("bruising", "injury"),
            ("stalking", "watching"),
            ("marac", "conference"),
            ("kitchen", ""),
        ];
        for (word, expected) in cases {
            let kinds = of_word(word).kinds;
            let names: Vec<&str> = (0..KINDS.len())
                .filter(|bit| kinds >> bit & 1 == 1)
                .map(|bit| KINDS[bit].0)
                .collect();
            assert_eq!(names.join(" "), expected, "{word}");
        }
    }
}
