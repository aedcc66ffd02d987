//! What the terminal can show, and text for it.

use std::io::{self, IsTerminal, Write};

use anstream::ColorChoice;

/// When to use colours.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, clap::ValueEnum)]
pub(crate) enum Color {
    /// Where standard output is a terminal and nothing (`NO_COLOR`, `TERM=dumb`) speaks against it.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Color {
    /// Whether standard output gets colours.
    pub(crate) fn enabled(self) -> bool {
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::Auto => anstream::AutoStream::choice(&io::stdout()) != ColorChoice::Never,
        }
    }
}

/// ANSI styles, or nothing. Each ends with `reset`.
#[derive(Clone, Copy)]
pub(crate) struct Styles {
    pub(crate) bold: &'static str,
    pub(crate) dim: &'static str,
    pub(crate) red: &'static str,
    pub(crate) yellow: &'static str,
    pub(crate) green: &'static str,
    /// For the present day: reversed.
    pub(crate) today: &'static str,
    pub(crate) reset: &'static str,
}

impl Styles {
    /// Those of a terminal, or none.
    pub(crate) fn new(color: bool) -> Self {
        if color {
            Self {
                bold: "\x1b[1m",
                dim: "\x1b[2m",
                red: "\x1b[31m",
                yellow: "\x1b[33m",
                green: "\x1b[32m",
                today: "\x1b[1;7m",
                reset: "\x1b[0m",
            }
        } else {
            Self { bold: "", dim: "", red: "", yellow: "", green: "", today: "", reset: "" }
        }
    }
}

impl Styles {
    /// `text` in a style; blanks, and where there are no styles, as they are.
    pub(crate) fn paint(&self, style: &str, text: &str) -> String {
        if style.is_empty() || text.trim().is_empty() {
            return text.to_owned();
        }
        // The blanks after a text need no style.
        let end = text.trim_end().len();
        format!("{style}{}{}{}", &text[..end], self.reset, &text[end..])
    }
}

/// Columns of the terminal; 100 where there is none.
pub(crate) fn width() -> usize {
    let of_terminal = || {
        let (width, _) = terminal_size::terminal_size_of(io::stdout())?;
        Some(usize::from(width.0))
    };
    let told = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    told.or_else(|| io::stdout().is_terminal().then(of_terminal).flatten()).unwrap_or(100).clamp(40, 400)
}

/// Writes to standard output. A reader that stopped reading, such as `head`, is no error.
pub(crate) fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        outcome => outcome,
    }
}
