//! The words by which notes say what a part of them is.

/// A part of a record, told by its heading or by the word before a colon.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Part {
    Attendees,
    /// Those who said that they would not come.
    Regrets,
    Agenda,
    Notes,
    Decisions,
    Actions,
    Recording,
    Chair,
    NotesBy,
}

/// A part with words that name it: in lower case, whole words, the first that fits wins.
const NAMES: [(Part, &[&str]); 9] = [
    (
        Part::NotesBy,
        &[
            "note taker",
            "notetaker",
            "note takers",
            "notetakers",
            "note-taker",
            "scribe",
            "scribes",
            "notes by",
            "minutes by",
            "minute taker",
            "minutes taken by",
            "记录人",
            "记录者",
            "not tutan",
        ],
    ),
    (
        Part::Chair,
        &[
            "chair",
            "chaired by",
            "facilitator",
            "moderator",
            "host",
            "hosts",
            "meeting lead",
            "meeting chair",
            "主持人",
            "主持",
            "yöneten",
        ],
    ),
    (
        Part::Regrets,
        &["regrets", "apologies", "absent", "absentees", "not present", "请假", "缺席", "katılamayanlar"],
    ),
    (
        Part::Recording,
        &[
            "recording",
            "recordings",
            "video",
            "video recording",
            "audio recording",
            "meeting recording",
            "youtube",
            "public youtube feed",
            "recording link",
            "会议录像",
            "录像",
            "视频",
            "回放",
            "kayıt",
        ],
    ),
    (
        Part::Actions,
        &[
            "action items",
            "action item",
            "actions",
            "action points",
            "ais",
            "ai",
            "todo",
            "todos",
            "to do",
            "to-do",
            "next steps",
            "follow up",
            "follow ups",
            "follow-up",
            "follow-ups",
            "待办",
            "待办事项",
            "行动项",
            "下一步",
            "yapılacaklar",
        ],
    ),
    (
        Part::Decisions,
        &[
            "decisions",
            "decision",
            "decided",
            "resolutions",
            "resolution",
            "resolved",
            "agreed",
            "agreements",
            "consensus",
            "决议",
            "决定",
            "kararlar",
            "karar",
        ],
    ),
    (
        Part::Attendees,
        &[
            "attendees",
            "attendance",
            "attending",
            "present",
            "participants",
            "participant",
            "attendee",
            "in attendance",
            "who is here",
            "roll call",
            "observers",
            "guests",
            "members present",
            "参会人员",
            "参会人",
            "与会者",
            "出席",
            "katılanlar",
        ],
    ),
    (
        Part::Agenda,
        &[
            "agenda",
            "agenda items",
            "topics",
            "topic",
            "agenda and notes",
            "agenda/notes",
            "议程",
            "议题",
            "gündem",
        ],
    ),
    (
        Part::Notes,
        &[
            "minutes",
            "notes",
            "discussion",
            "discussion notes",
            "meeting notes",
            "summary",
            "review of last meeting",
            "links",
            "q&a",
            "q/a",
            "announcements",
            "会议纪要",
            "纪要",
            "notlar",
        ],
    ),
];

/// The part that a heading names: `👥 Attendees:`, `Agenda and Notes`, `Action items (from last time)`.
pub(crate) fn of_heading(text: &str) -> Option<Part> {
    let text = bare(text);
    NAMES.iter().find(|(_, names)| names.iter().any(|name| is_or_begins(&text, name))).map(|(part, _)| *part)
}

/// The part that a line names before a colon, with what follows: `Recording: https://…`.
pub(crate) fn of_line(text: &str) -> Option<(Part, &str)> {
    let at = text.find([':', '：']).filter(|at| *at <= 60)?;
    let colon = text[at..].chars().next()?;
    let label = bare(&text[..at]);
    let part =
        NAMES.iter().find(|(_, names)| names.iter().any(|name| label == *name)).map(|(part, _)| *part)?;
    Some((part, text[at + colon.len_utf8()..].trim()))
}

/// Whether a heading divides people: `Voting members`, `Guests from Example Works`.
pub(crate) fn is_of_people(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words = [
        "member",
        "voting",
        "guest",
        "observer",
        "present",
        "remote",
        "invited",
        "committer",
        "maintainer",
        "others",
        "成员",
    ];
    words.iter().any(|word| lower.contains(word))
}

/// What somebody in a list of attendees did: `@ana, host`, `Bo (note taker)`.
pub(crate) fn of_role(text: &str) -> Option<Part> {
    let said = text.rsplit([',', '(', '（', '，']).next().filter(|said| said.len() < text.len())?;
    let said = bare(said.trim_end_matches([')', '）']));
    let plays = |part: Part| NAMES.iter().any(|(of, names)| *of == part && names.contains(&said.as_str()));
    [Part::Chair, Part::NotesBy].into_iter().find(|part| plays(*part))
}

/// Whether a heading or a status says that a meeting did not take place.
pub(crate) fn says_cancelled(text: &str) -> bool {
    let lower = text.to_lowercase();
    ["cancelled", "canceled", "no meeting", "取消", "iptal"].iter().any(|word| lower.contains(word))
}

/// In lower case, without emoji, numbering and marks around it, and without what stands in brackets behind.
fn bare(text: &str) -> String {
    let lower = text.to_lowercase();
    let lower = lower.split(['(', '[', '{']).next().unwrap_or(&lower);
    lower.trim_matches(|c: char| !c.is_alphabetic()).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `action items from last week` begins with `action items`; `presentation` does not begin with `present`.
fn is_or_begins(text: &str, name: &str) -> bool {
    text.strip_prefix(name).is_some_and(|rest| rest.is_empty() || !rest.starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_name_their_part() {
        assert_eq!(of_heading("👥 Attendees:"), Some(Part::Attendees));
        assert_eq!(of_heading("Agenda and Notes:"), Some(Part::Agenda));
        assert_eq!(of_heading("Action Items (open)"), Some(Part::Actions));
        assert_eq!(of_heading("2. Decisions"), Some(Part::Decisions));
        assert_eq!(of_heading("参会人员"), Some(Part::Attendees));
        assert_eq!(of_heading("Presentation of the roadmap"), None);
        assert_eq!(of_heading("nodejs/node"), None);
    }

    #[test]
    fn lines_name_their_part_before_a_colon() {
        assert_eq!(of_line("Recording: https://x"), Some((Part::Recording, "https://x")));
        assert_eq!(of_line("Audio Recording : "), Some((Part::Recording, "")));
        assert_eq!(of_line("主持人：张三"), Some((Part::Chair, "张三")));
        assert_eq!(of_line("We talked: a lot"), None);
    }

    #[test]
    fn a_heading_says_that_nothing_took_place() {
        assert!(says_cancelled("Dec 27th [Canceled for holidays]"));
        assert!(!says_cancelled("Dec 27th"));
    }
}
