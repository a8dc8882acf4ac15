//! Which published figures do not follow from each other. What hangs together is described in a `Relations`, not here, so that
//! any programme's tables can be looked at.

mod figures;
mod pattern;
mod relations;
mod rules;
mod spoken;

pub use figures::{Figure, NotFigures, Published};
pub use relations::{
    Mean, Most, NotRelations, Percentage, Product, Relations, Subset, Total, Unit,
};

/// A printed figure that cannot be so, if the figures it hangs together with are.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Inconsistency {
    /// Its place in the published tables, or the places of what is added up, joined by “ + ”.
    pub figure: String,
    pub printed: String,
    /// What it would be by the others.
    pub follows: String,
    /// A sentence for the reader.
    pub why: String,
}

/// A relation that speaks of figures which are not there, so that it would look at nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” names no published figure, or not together with the other figures of its relation")]
pub struct Unfound(pub String);

/// In the order of the relations, by kind: percentages, totals, subsets, products, most, units, means.
pub fn inconsistencies(
    published: &Published,
    relations: &Relations,
) -> Result<Vec<Inconsistency>, Unfound> {
    let mut found = Vec::new();
    for relation in &relations.percentage {
        found.extend(rules::percentages(published, relation)?);
    }
    for relation in &relations.total {
        found.extend(rules::totals(published, relation)?);
    }
    for relation in &relations.subset {
        found.extend(rules::subsets(published, relation)?);
    }
    for relation in &relations.product {
        found.extend(rules::products(published, relation)?);
    }
    for relation in &relations.most {
        found.extend(rules::most(published, relation)?);
    }
    for relation in &relations.unit {
        found.extend(rules::units(published, relation)?);
    }
    for relation in &relations.mean {
        found.extend(rules::means(published, relation)?);
    }
    Ok(found)
}
