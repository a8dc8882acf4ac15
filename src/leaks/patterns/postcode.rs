use std::ops::Range;

use super::plain::{before, byte, is_word};

const AREAS: &str = " AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE ";

/// A postcode whose inward digit stands at `at` (“1” in “SW1A 1AA”).
pub(super) fn around(bytes: &[u8], at: usize) -> Option<Range<usize>> {
    // “SW12AB”: the run of digits ends with the inward one.
    let mut inward = at;
    while byte(bytes, inward + 1).is_ascii_digit() {
        inward += 1;
    }
    let unit = [byte(bytes, inward + 1), byte(bytes, inward + 2)];
    let given = |letter: u8| {
        letter.is_ascii_alphabetic()
            && !matches!(
                letter.to_ascii_uppercase(),
                b'C' | b'I' | b'K' | b'M' | b'O' | b'V'
            )
    };
    if !unit.into_iter().all(given) || is_word(byte(bytes, inward + 3)) {
        return None;
    }
    let mut end_of_outward = inward;
    while matches!(before(bytes, end_of_outward), b' ' | b'\n' | b'\r' | b'-')
        && inward - end_of_outward < 3
    {
        end_of_outward -= 1;
    }
    let apart = end_of_outward < inward;
    if apart && inward != at {
        return None;
    }
    let mut start = end_of_outward;
    while is_word(before(bytes, start)) && end_of_outward - start < 5 {
        start -= 1;
    }
    let outward = &bytes[start..end_of_outward];
    let small = outward
        .iter()
        .chain(&unit)
        .filter(|byte| byte.is_ascii_lowercase())
        .count();
    let letters = outward
        .iter()
        .chain(&unit)
        .filter(|byte| byte.is_ascii_alphabetic())
        .count();
    let ordinal = matches!(&unit, b"st" | b"nd" | b"rd" | b"th");
    let one_case = small == 0 || small == letters && apart && !ordinal;
    (one_case && is_outward(outward)).then_some(start..inward + 3)
}

fn is_outward(outward: &[u8]) -> bool {
    let upper = outward.to_ascii_uppercase();
    let letters = upper
        .iter()
        .take_while(|byte| byte.is_ascii_alphabetic())
        .count();
    let (area, district) = upper.split_at(letters);
    let Ok(area) = std::str::from_utf8(area) else {
        return false;
    };
    if area.is_empty() || !AREAS.contains(&format!(" {area} ")) {
        return false;
    }
    match district {
        [b'0'..=b'9'] => true,
        [b'1'..=b'9', b'0'..=b'9'] => true,
        [b'0'..=b'9', letter] if letter.is_ascii_alphabetic() => {
            matches!(area, "E" | "N" | "NW" | "SE" | "SW" | "W" | "EC" | "WC")
        }
        _ => false,
    }
}
