//! One file a check: a Community in, diagnostics out.
