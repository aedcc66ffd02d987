//! What would change in a file, as a unified diff.

use std::io;
use std::time::Duration;

use folkmoot_diagnostics::render::visible;
use similar::{Algorithm, ChangeTag, TextDiff};

/// Bytes beyond which a file's lines are not compared: nobody reads such a diff.
const LARGEST: usize = 8 << 20;

/// Prints the difference between a file as it is and as it would be, as `diff -u` and `git diff` do.
pub(crate) fn print_diff(path: &str, old: Option<&[u8]>, new: &[u8]) -> io::Result<()> {
    let mut out = anstream::stdout().lock();
    match write_diff(&mut out, path, old, new) {
        // `folkmoot generate --check | head` is no error.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        outcome => outcome,
    }
}

fn write_diff(out: &mut impl io::Write, path: &str, old: Option<&[u8]>, new: &[u8]) -> io::Result<()> {
    let path = visible(path);
    match old {
        Some(_) => writeln!(out, "--- a/{path}")?,
        None => writeln!(out, "--- /dev/null")?,
    }
    writeln!(out, "+++ b/{path}")?;
    let old = old.unwrap_or_default();
    if old.len().max(new.len()) > LARGEST {
        return writeln!(out, "@@ {} bytes become {} @@", old.len(), new.len());
    }
    let [old, new] = [old, new].map(String::from_utf8_lossy);
    let diff = TextDiff::configure()
        .algorithm(Algorithm::Myers)
        .timeout(Duration::from_secs(2))
        .diff_lines(&*old, &*new);
    for hunk in diff.unified_diff().context_radius(3).iter_hunks() {
        writeln!(out, "{}", hunk.header())?;
        for change in hunk.iter_changes() {
            let (sign, color) = match change.tag() {
                ChangeTag::Delete => ('-', "\u{1b}[31m"),
                ChangeTag::Insert => ('+', "\u{1b}[32m"),
                ChangeTag::Equal => (' ', ""),
            };
            let reset = if color.is_empty() { "" } else { "\u{1b}[0m" };
            let line = change.value();
            writeln!(out, "{color}{sign}{}{reset}", visible(line.strip_suffix('\n').unwrap_or(line)))?;
            if change.missing_newline() {
                writeln!(out, "\\ No newline at end of file")?;
            }
        }
    }
    Ok(())
}
