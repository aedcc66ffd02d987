//! What a document's headings are called and how deep they stand, known before anything is written.

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use super::anchors::Anchors;
use super::{Heading, emoji};

/// The headings among `events` in order. Takes `{#name}` out of the texts.
///
/// A page has one heading of level one, its title, and leaves out no level on the way down, whatever the
/// document does: those who listen to a page move by its headings.
pub(super) fn plan(events: &mut [Event<'_>], anchors: &mut Anchors) -> Vec<Heading> {
    let mut found: Vec<(u8, String)> = Vec::new();
    let mut plan: Vec<Heading> = Vec::new();
    for start in 0..events.len() {
        let Event::Start(Tag::Heading { level, .. }) = &events[start] else { continue };
        let level = *level as u8;
        let end = events[start..].iter().position(|event| matches!(event, Event::End(TagEnd::Heading(_))));
        let end = end.map_or(events.len(), |length| start + length);
        let given = take_name(&mut events[start..end]);
        let mut words = String::new();
        for event in &events[start..end] {
            match event {
                Event::Text(text) | Event::Code(text) => words.push_str(text),
                Event::SoftBreak => words.push(' '),
                _ => {}
            }
        }
        let id = given.and_then(|name| anchors.chosen(&name)).unwrap_or_else(|| anchors.of_heading(&words));
        found.push((level, id.clone()));
        plan.push(Heading { level, id, words: emoji::replaced(words.trim()) });
    }
    let titles = found.iter().filter(|(level, _)| *level == 1).count();
    let has_title = found.first().is_some_and(|(level, _)| *level == 1);
    let mut before = 1;
    for (index, heading) in plan.iter_mut().enumerate() {
        let is_title = has_title && index == 0;
        // Further titles are parts of the one page, and their parts go down with them.
        let lowered = if titles > usize::from(has_title) { heading.level + 1 } else { heading.level };
        heading.level = if is_title { 1 } else { lowered.clamp(2, before + 1).min(6) };
        before = heading.level;
    }
    plan
}

/// `name` of a heading that ends in `{#name}`.
fn take_name(events: &mut [Event<'_>]) -> Option<String> {
    let Some(Event::Text(text)) = events.last_mut() else { return None };
    let (before, name) = text.trim_end().strip_suffix('}')?.rsplit_once("{#")?;
    let plain = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || "-_.".contains(c));
    let name = plain.then(|| name.to_owned())?;
    *text = CowStr::from(before.trim_end().to_owned());
    Some(name)
}
