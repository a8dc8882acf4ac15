use serde::Deserialize;

/// Which published figures hang together. Figures are named by their places; `*` stands for all there, which are added up, and
/// `{name}` for each in turn, the same throughout one relation. A list of places is added up.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Relations {
    pub percentage: Vec<Percentage>,
    pub total: Vec<Total>,
    pub subset: Vec<Subset>,
    pub product: Vec<Product>,
    pub most: Vec<Most>,
    pub unit: Vec<Unit>,
    pub mean: Vec<Mean>,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("this does not tell which figures hang together: {0}")]
pub struct NotRelations(String);

impl Relations {
    /// Reads them from TOML; a word that is not known is a fault.
    pub fn read(text: &str) -> Result<Self, NotRelations> {
        toml::from_str(text).map_err(|fault| NotRelations(format!("{fault}")))
    }
}

/// `printed` is the percentage of `count` in `whole`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Percentage {
    pub count: Vec<String>,
    pub whole: Vec<String>,
    pub printed: String,
}

/// `parts`, which exclude each other and leave nothing out, make `total`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Total {
    pub parts: Vec<String>,
    pub total: String,
}

/// `part` cannot be more than `whole`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subset {
    pub part: Vec<String>,
    pub whole: Vec<String>,
}

/// `printed` is the product of `factors` and of `times`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Product {
    pub factors: Vec<String>,
    pub times: f64,
    pub printed: String,
}

/// `printed` is the product of `factors` at most.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Most {
    pub printed: String,
    pub factors: Vec<String>,
}

/// `printed` is `cost` divided by a whole number that lies between the least and the greatest of `for_each_of`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    pub cost: Vec<String>,
    pub for_each_of: String,
    pub printed: String,
}

/// `printed` is the mean over all who are `among`, where `mean` is that over those who are `of`, and the others count as 0.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mean {
    pub mean: String,
    pub of: Vec<String>,
    pub among: Vec<String>,
    pub printed: String,
}
