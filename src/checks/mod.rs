//! What must hold before something leaves the house: one file a rule, each a plain function over the read model.
