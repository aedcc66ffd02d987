//! A document on its way to a file.

use crate::custom::{Markers, Unclosed, append_custom_content, custom_content};

/// What becomes of a file that is already there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Claim {
    /// The document replaces it, as the Kubernetes generator does.
    Always,
    /// The document replaces it where it was generated before, which its custom content block shows. What
    /// people wrote by hand is left alone.
    Generated,
    /// It stays: a draft that people have written on since.
    New,
}

/// A generated document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Document {
    /// Where it belongs, from the repository's root.
    pub path: String,
    /// What the template gave.
    pub generated: Vec<u8>,
    /// The custom content block it ends in, where it has one.
    pub markers: Option<Markers>,
    /// What becomes of a file that is already there.
    pub claim: Claim,
}

/// What belongs into the file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Finished {
    /// These bytes.
    Bytes(Vec<u8>),
    /// What is there: people wrote it. The document is given back.
    HandWritten(Document),
    /// What is there: it was made before, and is people's since. The document is given back.
    Draft(Document),
}

impl Document {
    /// What belongs into the file, whose bytes are now `existing`.
    ///
    /// # Errors
    /// Where a block of custom content is opened and never closed.
    pub fn finish(self, existing: Option<&[u8]>) -> Result<Finished, Unclosed> {
        let blank = existing.is_none_or(|existing| existing.trim_ascii().is_empty());
        if self.claim == Claim::New && !blank {
            return Ok(Finished::Draft(self));
        }
        let Some(markers) = self.markers else { return Ok(Finished::Bytes(self.generated)) };
        let content = custom_content(existing.unwrap_or_default(), markers)?;
        if self.claim == Claim::Generated && !blank && content.is_none() {
            return Ok(Finished::HandWritten(self));
        }
        Ok(Finished::Bytes(self.with_custom_content(&content.unwrap_or_default(), markers)))
    }

    /// The document with everything that is in the file now as its custom content: a hand-written page taken
    /// over without a word lost.
    pub fn adopt(self, existing: &[u8]) -> Vec<u8> {
        match self.markers {
            Some(markers) => self.with_custom_content(existing.trim_ascii_end(), markers),
            None => self.generated,
        }
    }

    fn with_custom_content(self, content: &[u8], markers: Markers) -> Vec<u8> {
        let mut bytes = self.generated;
        append_custom_content(&mut bytes, content, markers);
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(claim: Claim) -> Document {
        let path = "sig-docs/README.md".to_owned();
        Document { path, generated: b"# Docs\n".to_vec(), markers: Some(Markers::MARKDOWN), claim }
    }

    const EMPTY: &[u8] = b"# Docs\n<!-- BEGIN CUSTOM CONTENT -->\n\n<!-- END CUSTOM CONTENT -->\n";

    #[test]
    fn a_hand_written_page_is_left_alone() {
        assert_eq!(
            page(Claim::Generated).finish(Some(b"Mine")),
            Ok(Finished::HandWritten(page(Claim::Generated)))
        );
        assert_eq!(page(Claim::Generated).finish(Some(b" \n")), Ok(Finished::Bytes(EMPTY.to_vec())));
        assert_eq!(page(Claim::Generated).finish(None), Ok(Finished::Bytes(EMPTY.to_vec())));
        assert_eq!(page(Claim::Always).finish(Some(b"Mine")), Ok(Finished::Bytes(EMPTY.to_vec())));
    }

    #[test]
    fn an_adopted_page_keeps_every_word() {
        let adopted = page(Claim::Generated).adopt(b"Mine\nand ours\n");
        let text = "# Docs\n<!-- BEGIN CUSTOM CONTENT -->\nMine\nand ours\n<!-- END CUSTOM CONTENT -->\n";
        assert_eq!(String::from_utf8_lossy(&adopted), text);
        assert_eq!(page(Claim::Generated).finish(Some(&adopted)), Ok(Finished::Bytes(adopted.clone())));
    }

    #[test]
    fn a_draft_is_made_once() {
        let draft = || Document { markers: None, ..page(Claim::New) };
        assert_eq!(draft().finish(None), Ok(Finished::Bytes(b"# Docs\n".to_vec())));
        assert_eq!(draft().finish(Some(b"# Docs\nours")), Ok(Finished::Draft(draft())));
    }
}
