//! A phrase as words that are taken one part after another.

/// One word and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// Lower case, without punctuation around it.
    pub(super) text: String,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) taken: bool,
}

/// The words of a phrase.
pub(super) struct Words<'a> {
    source: &'a str,
    pub(super) all: Vec<Word>,
}

impl<'a> Words<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        let mut all = Vec::new();
        let mut push = |start: usize, end: usize| {
            let raw = &source[start..end];
            let trimmed = raw.trim_matches(|c: char| !c.is_alphanumeric() && !"+~–—-".contains(c));
            if !trimmed.is_empty() {
                let at = start
                    + (raw.len()
                        - raw
                            .trim_start_matches(|c: char| !c.is_alphanumeric() && !"+~–—-".contains(c))
                            .len());
                all.push(Word {
                    text: trimmed.to_lowercase(),
                    start: at,
                    end: at + trimmed.len(),
                    taken: false,
                });
            }
        };
        let mut start = None;
        for (at, c) in source.char_indices() {
            let splits = c.is_whitespace()
                || matches!(c, '(' | ')' | '[' | ']' | ',' | ';' | '，' | '（' | '）' | '*' | '|');
            match (splits, start) {
                (true, Some(from)) => {
                    push(from, at);
                    start = None;
                }
                (false, None) => start = Some(at),
                _ => {}
            }
        }
        if let Some(from) = start {
            push(from, source.len());
        }
        Self { source, all }
    }

    /// The text of word `index`, where it is there and free.
    pub(super) fn free(&self, index: usize) -> Option<&str> {
        self.all.get(index).filter(|word| !word.taken).map(|word| word.text.as_str())
    }

    /// Marks words as taken and gives the source under them.
    pub(super) fn take(&mut self, first: usize, last: usize) -> &'a str {
        for word in &mut self.all[first..=last] {
            word.taken = true;
        }
        &self.source[self.all[first].start..self.all[last].end]
    }

    /// The source from word `first` to word `last`, and the closing bracket behind it.
    pub(super) fn slice(&self, first: usize, last: usize) -> &'a str {
        let (start, end) = (self.all[first].start, self.all[last].end);
        let text = &self.source[start..end];
        let open = text.matches('(').count() > text.matches(')').count();
        let close = open && self.source[end..].starts_with(')');
        &self.source[start..end + usize::from(close)]
    }

    /// Takes every weekday: their English names, each once.
    pub(super) fn take_days(&mut self) -> Vec<&'static str> {
        let mut days = Vec::new();
        for word in &mut self.all {
            if let Some(day) = weekday(&word.text).filter(|_| !word.taken) {
                word.taken = true;
                if !days.contains(&day) {
                    days.push(day);
                }
            }
        }
        days
    }

    /// Words nobody took, punctuation aside.
    pub(super) fn rest(&self) -> impl Iterator<Item = String> {
        self.all
            .iter()
            .filter(|word| !word.taken && word.text.contains(char::is_alphanumeric))
            .map(|word| word.text.clone())
    }
}

/// The weekday that a word names: `thurs`, `Mondays`.
pub(super) fn weekday(word: &str) -> Option<&'static str> {
    let word = word.to_lowercase();
    let word = word.trim_end_matches('.');
    let found = match word.strip_suffix("'s").unwrap_or(word) {
        "monday" | "mondays" | "mon" => "Monday",
        "tuesday" | "tuesdays" | "tue" | "tues" => "Tuesday",
        "wednesday" | "wednesdays" | "wed" | "weds" => "Wednesday",
        "thursday" | "thursdays" | "thu" | "thur" | "thurs" => "Thursday",
        "friday" | "fridays" | "fri" => "Friday",
        "saturday" | "saturdays" | "sat" => "Saturday",
        "sunday" | "sundays" | "sun" => "Sunday",
        _ => return None,
    };
    Some(found)
}
