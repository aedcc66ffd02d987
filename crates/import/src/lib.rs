//! Hand-written Markdown pages read into a community repository, with a report of every line.
