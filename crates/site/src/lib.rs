//! Pages and JSON documents as values.
