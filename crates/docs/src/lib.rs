//! Generated documents: Go templates over the model, custom content kept.
