//! What women’s safety work sees: all.

use super::{MaySee, Partner, View, Walled, What, WomensSafety};
use crate::model::ManId;
use crate::model::programme::{Assessment, Factor, InformationSource, Programme};

impl<'a> View<'a, WomensSafety> {
    pub fn programme(&self) -> &'a Programme {
        &self.file.programme
    }

    /// His current and former partners, each apart.
    pub fn partners(&self, man: ManId) -> Vec<&'a Partner> {
        self.note(What::Partners(man));
        self.file
            .partners
            .iter()
            .filter(|partner| partner.man == man)
            .collect()
    }

    /// Every partner of every man, in order of id.
    pub fn all_partners(&self) -> &'a [Partner] {
        self.note(What::AllPartners);
        &self.file.partners
    }

    pub fn open<'b, A: super::Audience, T>(&self, walled: &'b Walled<A, T>) -> &'b T
    where
        WomensSafety: MaySee<A>,
    {
        walled.open(self.clearance)
    }

    /// His risk assessments with what she added to them.
    pub fn assessments(&self, man: ManId) -> Walled<WomensSafety, Vec<Assessment>> {
        self.note(What::Assessments(man));
        Walled::new(joined(&self.file.programme, &self.file.partners, man))
    }
}

/// His assessments, each with the factors that his partners told of added.
pub(super) fn joined(programme: &Programme, partners: &[Partner], man: ManId) -> Vec<Assessment> {
    let Some(his) = programme.man(man) else {
        return Vec::new();
    };
    let mut assessments = his.assessments.clone();
    let hers = partners
        .iter()
        .filter(|partner| partner.man == man)
        .flat_map(|partner| &partner.factors);
    for factor in hers {
        let assessment = assessments
            .iter_mut()
            .find(|assessment| assessment.id == factor.assessment);
        if let Some(assessment) = assessment {
            assessment.factors.push(Factor {
                key: factor.key.clone(),
                present: factor.present,
                sources: vec![InformationSource::Partner],
            });
        }
    }
    assessments
}
