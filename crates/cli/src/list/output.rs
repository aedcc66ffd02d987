//! A list written as a table, JSON or CSV.

use std::io::{self, ErrorKind, IsTerminal, Write};

use anyhow::{Context, Result};
use comfy_table::{ContentArrangement, Table, presets};
use folkmoot_diagnostics::render::visible;
use serde::Serialize;

use super::Format;

/// An entry of a list. As JSON it is its `Serialize`.
pub(crate) trait Listed: Serialize {
    /// What an empty list has none of: `meetings`.
    const PLURAL: &'static str;
    /// Headings of the table.
    const TABLE: &'static [&'static str];
    /// Headings of the CSV file: stable, snake case.
    const CSV: &'static [&'static str];

    /// A row of the table.
    fn row(&self) -> Vec<String>;
    /// A record of the CSV file; several values in one field are joined with `; `.
    fn record(&self) -> Vec<String>;
}

/// Writes the list to the standard output. A reader that has seen enough (`| head`) ends it quietly.
pub(crate) fn print<T: Listed>(format: Format, list: &[T]) -> Result<()> {
    let text = match format {
        Format::Table if list.is_empty() => {
            anstream::eprintln!("no {}", T::PLURAL);
            return Ok(());
        }
        Format::Table => table(list, terminal_width()),
        Format::Json => {
            let mut text = serde_json::to_string_pretty(list).context("cannot write JSON")?;
            text.push('\n');
            text
        }
        Format::Csv => csv(list)?,
    };
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        done => done.context("cannot write to the standard output"),
    }
}

/// Columns of the terminal that the standard output is.
fn terminal_width() -> Option<u16> {
    let out = io::stdout();
    let size = out.is_terminal().then(|| terminal_size::terminal_size_of(&out)).flatten();
    size.map(|(width, _)| width.0)
}

/// The list as a table: wrapped to `width`, or a line an entry where there is none.
fn table<T: Listed>(list: &[T], width: Option<u16>) -> String {
    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    table.set_header(T::TABLE);
    match width {
        Some(width) => {
            table.set_content_arrangement(ContentArrangement::Dynamic);
            table.set_width(width);
        }
        None => {
            table.set_content_arrangement(ContentArrangement::Disabled);
        }
    }
    for entry in list {
        // What people wrote may hold anything, line breaks and commands to the terminal included.
        table.add_row(entry.row().iter().map(|cell| visible(&one_line(cell)).into_owned()));
    }
    for column in table.column_iter_mut() {
        column.set_padding((0, 2));
    }
    let lines = table.lines().map(|line| format!("{}\n", line.trim_end()));
    lines.collect()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn csv<T: Listed>(list: &[T]) -> Result<String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(T::CSV).context("cannot write CSV")?;
    for entry in list {
        // Lines within a field are well-formed CSV; escape sequences would reach the terminal.
        let shown = |field: String| field.split('\n').map(visible).collect::<Vec<_>>().join("\n");
        writer.write_record(entry.record().into_iter().map(shown)).context("cannot write CSV")?;
    }
    let bytes = writer.into_inner().context("cannot write CSV")?;
    String::from_utf8(bytes).context("cannot write CSV")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize)]
    struct Entry(&'static str, &'static str);

    impl Listed for Entry {
        const PLURAL: &'static str = "entries";
        const TABLE: &'static [&'static str] = &["NAME", "TEXT"];
        const CSV: &'static [&'static str] = &["name", "text"];

        fn row(&self) -> Vec<String> {
            vec![self.0.to_owned(), self.1.to_owned()]
        }

        fn record(&self) -> Vec<String> {
            self.row()
        }
    }

    #[test]
    fn a_table_in_a_pipe_has_a_line_an_entry() {
        let list = [Entry("a", "two\nlines"), Entry("longer", "")];
        assert_eq!(table(&list, None), "NAME    TEXT\na       two lines\nlonger\n");
    }

    #[test]
    fn a_table_fits_the_terminal() {
        let list = [Entry("a", "words that go on and on until they meet the edge of the window")];
        let table = table(&list, Some(40));
        assert!(table.lines().count() > 2 && table.lines().all(|line| line.len() <= 40), "{table}");
    }

    #[test]
    fn what_a_terminal_would_obey_is_shown() {
        assert!(table(&[Entry("\u{1b}[2J", "")], None).contains("\\u{1b}[2J"));
    }

    #[test]
    fn csv_quotes_what_it_must() {
        assert_eq!(csv(&[Entry("a,b", "c\"d")]).unwrap(), "name,text\n\"a,b\",\"c\"\"d\"\n");
    }
}
