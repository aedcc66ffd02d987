//! The report for a terminal.

use std::fmt::Write;

use crate::report::{Claim, Conflict, Entry, Fact, InputReport, Report, Status};

/// Characters of a text shown on one line.
const WIDTH: usize = 96;

impl Report {
    /// The report as text: for every page what was read, guessed and left, then where pages disagree. With
    /// `every_line` each line that was read is shown, else those are counted by what they said.
    pub fn to_text(&self, every_line: bool) -> String {
        let mut out = String::new();
        for page in &self.pages {
            page_text(&mut out, page, every_line);
            out.push('\n');
        }
        conflicts(&mut out, &self.conflicts);
        out
    }
}

fn page_text(out: &mut String, page: &InputReport, every_line: bool) {
    let count = |status| page.count(status);
    let _ = writeln!(
        out,
        "{}: {}; {} with text: {} read, {} guessed, {} left",
        page.page,
        page.taken_as,
        plural(page.lines, "line"),
        count(Status::Read),
        count(Status::Guessed),
        count(Status::Left)
    );
    repairs(out, page);
    if every_line {
        for entry in page.entries.iter().filter(|entry| !entry.read.is_empty()) {
            let said: Vec<String> = entry.read.iter().map(said).collect();
            let _ = writeln!(out, "  read     {}: {}", lines(entry), shorten(&said.join("; ")));
        }
    } else {
        read_summary(out, page);
    }
    guesses(out, page);
    leftovers(out, page);
}

/// Broken letters, those that were broken alike together.
fn repairs(out: &mut String, page: &InputReport) {
    let mut sorts: Vec<(&str, &str, Vec<String>)> = Vec::new();
    for repair in &page.repairs {
        match sorts.iter_mut().find(|(was, now, _)| *was == repair.was && *now == repair.now) {
            Some((.., lines)) => lines.push(repair.line.to_string()),
            None => sorts.push((&repair.was, &repair.now, vec![repair.line.to_string()])),
        }
    }
    for (was, now, lines) in sorts {
        let was = shorten(was);
        let place =
            format!("{} {}", if lines.len() == 1 { "line" } else { "lines" }, shorten(&lines.join(", ")));
        let _ = match now {
            "" => writeln!(out, "  letters  {place}: `{was}` cannot be restored for certain; type it anew"),
            now => writeln!(out, "  letters  {place}: `{was}` was broken and is read as `{now}`"),
        };
    }
}

/// Guesses, those of one sort and reason together: a column's rows are all guessed alike.
fn guesses(out: &mut String, page: &InputReport) {
    let mut sorts: Vec<(usize, usize, &str, &str, Vec<&Fact>)> = Vec::new();
    for entry in &page.entries {
        for guess in &entry.guessed {
            let what = guess.fact.what.as_str();
            match sorts.iter_mut().find(|sort| sort.2 == what && sort.3 == guess.because) {
                Some(sort) => {
                    sort.1 = entry.last;
                    sort.4.push(&guess.fact);
                }
                None => sorts.push((entry.first, entry.last, what, &guess.because, vec![&guess.fact])),
            }
        }
    }
    for (first, last, what, because, facts) in sorts {
        let _ = match facts.as_slice() {
            [one] => writeln!(out, "  guessed  {}: {} ({because})", range(first, last), shorten(&said(one))),
            many => {
                let values: Vec<&str> = many.iter().map(|fact| fact.value.as_str()).collect();
                let values = shorten(&values.join(", "));
                writeln!(
                    out,
                    "  guessed  {}: {} times {what} ({because}): {values}",
                    range(first, last),
                    many.len()
                )
            }
        };
    }
}

/// What was left: whole lines one by one, pieces of lines that were otherwise taken by their reason.
fn leftovers(out: &mut String, page: &InputReport) {
    let mut pieces: Vec<(usize, usize, &str, Vec<String>)> = Vec::new();
    for entry in &page.entries {
        for left in &entry.left {
            let text = left.text.replace('\n', " ");
            if entry.status == Status::Left {
                let _ = writeln!(out, "  left     {}: {} ({})", lines(entry), left.because, shorten(&text));
                continue;
            }
            match pieces.iter_mut().find(|(.., because, _)| *because == left.because) {
                Some((_, last, _, texts)) => {
                    *last = entry.last;
                    texts.push(text);
                }
                None => pieces.push((entry.first, entry.last, &left.because, vec![text])),
            }
        }
    }
    for (first, last, because, texts) in pieces {
        let times = if texts.len() == 1 { String::new() } else { format!("{} times ", texts.len()) };
        let texts = shorten(&texts.join("; "));
        let _ = writeln!(out, "  left     {}, in part: {times}{because} ({texts})", range(first, last));
    }
}

/// How often each key was read, a line for the community and one for the groups.
fn read_summary(out: &mut String, page: &InputReport) {
    let mut groups: Vec<&str> = Vec::new();
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for fact in page.entries.iter().flat_map(|entry| &entry.read).filter(|fact| fact.about != "page") {
        if fact.about != "community" && !groups.contains(&fact.about.as_str()) {
            groups.push(&fact.about);
        }
        match counts.iter_mut().find(|(what, _)| *what == fact.what) {
            Some((_, count)) => *count += 1,
            None => counts.push((&fact.what, 1)),
        }
    }
    if counts.is_empty() {
        return;
    }
    let listed: Vec<String> = counts.iter().map(|(what, count)| format!("{count} {what}")).collect();
    let about =
        if groups.is_empty() { String::new() } else { format!("of {}: ", plural(groups.len(), "group")) };
    let _ = writeln!(out, "  read     {about}{}", listed.join(", "));
}

fn conflicts(out: &mut String, conflicts: &[Conflict]) {
    if conflicts.is_empty() {
        return;
    }
    let place = |claim: &Claim| format!("{}:{}", claim.place.page, claim.place.line);
    let (words, facts): (Vec<&Conflict>, Vec<&Conflict>) =
        conflicts.iter().partition(|conflict| conflict.what == "mission_statement");
    if !facts.is_empty() {
        let _ = writeln!(out, "Pages disagree in {}:", plural(facts.len(), "place"));
    }
    for conflict in facts {
        let _ = writeln!(out, "  {} {}: {}", conflict.about, conflict.what, conflict.because);
        let _ = writeln!(out, "    kept       {} ({})", shorten(&conflict.kept.value), place(&conflict.kept));
        let _ = writeln!(
            out,
            "    set aside  {} ({})",
            shorten(&conflict.set_aside.value),
            place(&conflict.set_aside)
        );
    }
    // Two ways to describe a group are seldom a contradiction: one line each is enough.
    if !words.is_empty() {
        let _ = writeln!(out, "Of two descriptions one was kept, {}:", plural(words.len(), "time"));
    }
    for conflict in words {
        let _ = writeln!(
            out,
            "  {}: {} over {}",
            conflict.about,
            place(&conflict.kept),
            place(&conflict.set_aside)
        );
    }
    out.push('\n');
}

fn said(fact: &Fact) -> String {
    match fact.about.as_str() {
        "page" => format!("{} {}", fact.what, fact.value),
        about => format!("{about} {}: {}", fact.what, fact.value),
    }
}

fn lines(entry: &Entry) -> String {
    range(entry.first, entry.last)
}

fn range(first: usize, last: usize) -> String {
    if first == last { format!("line {first}") } else { format!("lines {first}-{last}") }
}

fn plural(count: usize, word: &str) -> String {
    if count == 1 { format!("1 {word}") } else { format!("{count} {word}s") }
}

fn shorten(text: &str) -> String {
    match text.char_indices().nth(WIDTH) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}
