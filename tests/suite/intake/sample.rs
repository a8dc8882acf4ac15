use lantern::jobs::Silent;
use lantern::sample;

use super::told;

#[test]
fn look() {
    let understood = sample::understood_programme(&Silent).expect("the sample");
    println!("{}", told(&understood));
}
