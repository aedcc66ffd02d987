//! Opens the repository that a command works on.
