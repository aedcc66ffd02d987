//! A repository on disk: reads that never leave its root, writes that are whole or not at all.
