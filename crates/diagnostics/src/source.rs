//! Files that were read, and places in them.

use std::fmt;
use std::sync::{Arc, Mutex, OnceLock};

/// Names one file of a [`Sources`]. Cheap to copy; meaningless with another `Sources`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FileId(u32);

/// A byte range of one file: `start..end`, `end` excluded.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// Offset of the first byte.
    pub start: u32,
    /// Offset after the last byte.
    pub end: u32,
}

impl Span {
    /// `start..end` of `file`, in bytes.
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { file, start: clamp(start), end: clamp(end) }
    }

    /// The place before the first byte of `file`: for what concerns the file as a whole.
    pub fn file_start(file: FileId) -> Self {
        Self { file, start: 0, end: 0 }
    }

    /// The range as `usize`, to index the file's text with.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The smallest span that covers both, which must be of one file; else `self`.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        if self.file != other.file {
            return self;
        }
        Self { file: self.file, start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}..{}", self.file.0, self.start, self.end)
    }
}

/// A line and a column, both counted from 1; the column counts characters (Unicode scalar values).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// Bytes of a text that are counted together.
const BLOCK: usize = 1024;

/// Characters that begin in `bytes`: every byte that does not continue one.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count()
}

/// One file's repository path and text.
#[derive(Debug)]
pub struct SourceFile {
    path: String,
    text: String,
    line_starts: OnceLock<Vec<u32>>,
    /// Characters before each block of the text.
    character_counts: OnceLock<Vec<u32>>,
}

impl SourceFile {
    /// Path from the repository's root, with `/`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    fn line_starts(&self) -> &[u32] {
        self.line_starts.get_or_init(|| {
            let after_newline = |(i, _)| u32::try_from(i + 1).unwrap_or(u32::MAX);
            std::iter::once(0).chain(self.text.match_indices('\n').map(after_newline)).collect()
        })
    }

    /// Characters before `offset`: those of whole blocks are counted once, so that a file of one huge line does
    /// not cost its length for every place in it.
    fn characters_before(&self, offset: usize) -> usize {
        let bytes = self.text.as_bytes();
        let whole = self.character_counts.get_or_init(|| {
            let mut total = 0;
            let ends = bytes.chunks(BLOCK).map(|block| {
                total += characters(block);
                u32::try_from(total).unwrap_or(u32::MAX)
            });
            std::iter::once(0).chain(ends).collect()
        });
        let block = offset / BLOCK;
        whole[block] as usize + characters(bytes.get(block * BLOCK..offset).unwrap_or_default())
    }

    /// How many lines the text has; text after the last newline counts as one, an empty file has one.
    pub fn line_count(&self) -> usize {
        self.line_starts().len()
    }

    /// Where byte `offset` is. An offset past the end gives the end.
    pub fn position(&self, offset: usize) -> Position {
        let offset = offset.min(self.text.len());
        let line = self.line_starts().partition_point(|&start| start as usize <= offset).max(1);
        let start = self.line_starts()[line - 1] as usize;
        let before = match self.text.as_bytes().get(start..offset) {
            Some(short) if short.len() <= BLOCK => characters(short),
            _ => self.characters_before(offset) - self.characters_before(start),
        };
        let column = before + 1;
        Position { line, column }
    }

    /// Byte range of line `line` (from 1) without its newline, or `None` past the end.
    pub fn line_range(&self, line: usize) -> Option<std::ops::Range<usize>> {
        let starts = self.line_starts();
        let start = *starts.get(line.checked_sub(1)?)? as usize;
        let end = starts.get(line).map_or(self.text.len(), |&next| next as usize - 1);
        Some(start..end)
    }
}

/// Every file read so far. Grows while reading and can be shared between threads.
#[derive(Debug, Default)]
pub struct Sources {
    files: Mutex<Vec<Arc<SourceFile>>>,
}

impl Sources {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes in a file and gives its name. The same path twice gives two files.
    pub fn add(&self, path: impl Into<String>, text: impl Into<String>) -> FileId {
        let mut files = self.files.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let id = FileId(u32::try_from(files.len()).unwrap_or(u32::MAX));
        files.push(Arc::new(SourceFile {
            path: path.into(),
            text: text.into(),
            line_starts: OnceLock::new(),
            character_counts: OnceLock::new(),
        }));
        id
    }

    /// The file of that name.
    ///
    /// # Panics
    /// When `id` is of another `Sources`: a bug.
    pub fn get(&self, id: FileId) -> Arc<SourceFile> {
        let files = self.files.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        files.get(id.0 as usize).cloned().expect("invariant: a file id is used with the sources that gave it")
    }

    /// The file last added under `path`.
    pub fn find(&self, path: &str) -> Option<FileId> {
        let files = self.files.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let index = files.iter().rposition(|file| file.path == path)?;
        u32::try_from(index).ok().map(FileId)
    }

    /// Every file with its name, in the order they were added.
    pub fn all(&self) -> Vec<(FileId, Arc<SourceFile>)> {
        let files = self.files.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let ids = (0..=u32::MAX).map(FileId);
        ids.zip(files.iter().cloned()).collect()
    }

    /// The text under `span`, shortened to whole characters where the span is off.
    pub fn snippet(&self, span: Span) -> String {
        let file = self.get(span.file);
        let bytes = file.text.as_bytes().get(span.range()).unwrap_or_default();
        String::from_utf8_lossy(bytes).into_owned()
    }

    /// `path:line:column` of the span's start.
    pub fn locate(&self, span: Span) -> String {
        let file = self.get(span.file);
        let at = file.position(span.start as usize);
        format!("{}:{}:{}", file.path, at.line, at.column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_counts_characters_not_bytes() {
        let sources = Sources::new();
        let id = sources.add("a.yaml", "a\nZięba x\n");
        let file = sources.get(id);
        assert_eq!(file.position(2), Position { line: 2, column: 1 });
        let x = file.text().find('x').expect("x is in the text");
        assert_eq!(file.position(x), Position { line: 2, column: 7 });
        assert_eq!(file.position(999), Position { line: 3, column: 1 });
    }

    #[test]
    fn a_column_far_into_a_huge_line_is_counted_right() {
        let sources = Sources::new();
        let file = sources.get(sources.add("a", format!("x\n{}!", "ż".repeat(5_000))));
        let offset = file.text().find('!').expect("it is there");
        assert_eq!(file.position(offset), Position { line: 2, column: 5_001 });
        assert_eq!(file.position(2 + 2 * 1_500), Position { line: 2, column: 1_501 });
        assert_eq!(file.position(file.text().len()).column, 5_002);
    }

    #[test]
    fn a_line_range_leaves_the_newline_out() {
        let sources = Sources::new();
        let file = sources.get(sources.add("a", "one\ntwo"));
        assert_eq!(file.line_range(1), Some(0..3));
        assert_eq!(file.line_range(2), Some(4..7));
        assert_eq!(file.line_range(3), None);
        assert_eq!(file.line_range(0), None);
    }
}
