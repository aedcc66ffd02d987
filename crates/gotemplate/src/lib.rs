//! Go text/template: parse and execute over a typed value trait.
