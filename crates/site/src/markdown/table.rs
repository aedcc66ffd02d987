//! Tables: tags of their parts, with classes where others write styles.

use pulldown_cmark::Alignment;

/// How far the writer is in a table.
pub(super) struct Table {
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
}

impl Table {
    pub(super) fn new(alignments: Vec<Alignment>) -> Self {
        Self { alignments, column: 0, in_head: true }
    }

    pub(super) fn start_row(&mut self) {
        self.column = 0;
    }

    pub(super) fn end_head(&mut self) {
        self.in_head = false;
    }

    /// The opening and the closing tag of the next cell. A column without a name has no heading.
    pub(super) fn cell(&mut self, is_empty: bool) -> (String, &'static str) {
        let class = match self.alignments.get(self.column) {
            Some(Alignment::Center) => " class=\"centre\"",
            Some(Alignment::Right) => " class=\"end\"",
            _ => "",
        };
        self.column += 1;
        if self.in_head && !is_empty {
            (format!("<th scope=\"col\"{class}>"), "</th>")
        } else {
            (format!("<td{class}>"), "</td>")
        }
    }
}
