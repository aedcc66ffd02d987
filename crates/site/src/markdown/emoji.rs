//! Emoji by their short names, `:tada:`, as forges show them: those that people write in documents.

use super::escape::escape;

/// Names, sorted bytewise, with what they stand for.
const NAMES: [(&str, &str); 227] = [
    ("+1", "👍"),
    ("-1", "👎"),
    ("100", "💯"),
    ("alarm_clock", "⏰"),
    ("arrow_down", "⬇️"),
    ("arrow_left", "⬅️"),
    ("arrow_right", "➡️"),
    ("arrow_up", "⬆️"),
    ("art", "🎨"),
    ("astonished", "😲"),
    ("balance_scale", "⚖️"),
    ("bar_chart", "📊"),
    ("beers", "🍻"),
    ("beetle", "🐞"),
    ("bell", "🔔"),
    ("bike", "🚲"),
    ("blue_book", "📘"),
    ("blue_heart", "💙"),
    ("blush", "😊"),
    ("bomb", "💣"),
    ("book", "📖"),
    ("bookmark", "🔖"),
    ("bookmark_tabs", "📑"),
    ("books", "📚"),
    ("boom", "💥"),
    ("brain", "🧠"),
    ("bridge_at_night", "🌉"),
    ("broken_heart", "💔"),
    ("bug", "🐛"),
    ("building_construction", "🏗️"),
    ("bulb", "💡"),
    ("bullettrain_side", "🚄"),
    ("cake", "🍰"),
    ("calendar", "📆"),
    ("camera", "📷"),
    ("card_file_box", "🗃️"),
    ("chart_with_downwards_trend", "📉"),
    ("chart_with_upwards_trend", "📈"),
    ("checkered_flag", "🏁"),
    ("clap", "👏"),
    ("clipboard", "📋"),
    ("clock1", "🕐"),
    ("closed_book", "📕"),
    ("cloud", "☁️"),
    ("cn", "🇨🇳"),
    ("coffee", "☕"),
    ("collision", "💥"),
    ("computer", "💻"),
    ("confetti_ball", "🎊"),
    ("construction", "🚧"),
    ("construction_worker", "👷"),
    ("cop", "👮"),
    ("cry", "😢"),
    ("crystal_ball", "🔮"),
    ("dart", "🎯"),
    ("dash", "💨"),
    ("date", "📅"),
    ("desktop_computer", "🖥️"),
    ("dizzy", "💫"),
    ("dog", "🐶"),
    ("exclamation", "❗"),
    ("eyes", "👀"),
    ("facepunch", "👊"),
    ("family", "👪"),
    ("file_folder", "📁"),
    ("fire", "🔥"),
    ("fist", "✊"),
    ("flags", "🎏"),
    ("floppy_disk", "💾"),
    ("game_die", "🎲"),
    ("gear", "⚙️"),
    ("gem", "💎"),
    ("gift", "🎁"),
    ("globe_with_meridians", "🌐"),
    ("green_book", "📗"),
    ("green_heart", "💚"),
    ("grey_question", "❔"),
    ("grin", "😁"),
    ("grinning", "😀"),
    ("guitar", "🎸"),
    ("hammer", "🔨"),
    ("hammer_and_wrench", "🛠️"),
    ("handshake", "🤝"),
    ("heart", "❤️"),
    ("heart_eyes", "😍"),
    ("heavy_check_mark", "✔️"),
    ("heavy_exclamation_mark", "❗"),
    ("heavy_minus_sign", "➖"),
    ("heavy_multiplication_x", "✖️"),
    ("heavy_plus_sign", "➕"),
    ("herb", "🌿"),
    ("hourglass", "⌛"),
    ("house", "🏠"),
    ("hugs", "🤗"),
    ("inbox_tray", "📥"),
    ("information_source", "ℹ️"),
    ("jack_o_lantern", "🎃"),
    ("joy", "😂"),
    ("key", "🔑"),
    ("keyboard", "⌨️"),
    ("label", "🏷️"),
    ("laptop", "💻"),
    ("large_blue_circle", "🔵"),
    ("laughing", "😆"),
    ("ledger", "📒"),
    ("link", "🔗"),
    ("lipstick", "💄"),
    ("lock", "🔒"),
    ("loud_sound", "🔊"),
    ("loudspeaker", "📢"),
    ("mag", "🔍"),
    ("mag_right", "🔎"),
    ("mailbox", "📫"),
    ("man_teacher", "👨‍🏫"),
    ("mega", "📣"),
    ("memo", "📝"),
    ("microphone", "🎤"),
    ("microscope", "🔬"),
    ("moneybag", "💰"),
    ("mortar_board", "🎓"),
    ("muscle", "💪"),
    ("musical_note", "🎵"),
    ("new", "🆕"),
    ("newspaper", "📰"),
    ("no_entry", "⛔"),
    ("no_entry_sign", "🚫"),
    ("notebook", "📓"),
    ("office", "🏢"),
    ("ok", "✅"),
    ("ok_hand", "👌"),
    ("open_book", "📖"),
    ("open_file_folder", "📂"),
    ("open_hands", "👐"),
    ("orange_book", "📙"),
    ("package", "📦"),
    ("page_facing_up", "📄"),
    ("page_with_curl", "📃"),
    ("paperclip", "📎"),
    ("partying_face", "🥳"),
    ("pencil", "📝"),
    ("pencil2", "✏️"),
    ("people_holding_hands", "🧑‍🤝‍🧑"),
    ("phone", "☎️"),
    ("point_down", "👇"),
    ("point_left", "👈"),
    ("point_right", "👉"),
    ("point_up", "☝️"),
    ("pray", "🙏"),
    ("purple_heart", "💜"),
    ("pushpin", "📌"),
    ("question", "❓"),
    ("rainbow", "🌈"),
    ("raised_hand", "✋"),
    ("raised_hands", "🙌"),
    ("raising_hand", "🙋"),
    ("recycle", "♻️"),
    ("red_circle", "🔴"),
    ("robot", "🤖"),
    ("rocket", "🚀"),
    ("rotating_light", "🚨"),
    ("round_pushpin", "📍"),
    ("running", "🏃"),
    ("sad", "😞"),
    ("satellite", "📡"),
    ("scissors", "✂️"),
    ("scream", "😱"),
    ("scroll", "📜"),
    ("see_no_evil", "🙈"),
    ("seedling", "🌱"),
    ("shield", "🛡️"),
    ("ship", "🚢"),
    ("shrug", "🤷"),
    ("slightly_smiling_face", "🙂"),
    ("smile", "😄"),
    ("smiley", "😃"),
    ("smirk", "😏"),
    ("snake", "🐍"),
    ("sob", "😭"),
    ("sparkler", "🎇"),
    ("sparkles", "✨"),
    ("sparkling_heart", "💖"),
    ("speaker", "🔈"),
    ("speech_balloon", "💬"),
    ("spider_web", "🕸️"),
    ("star", "⭐"),
    ("star2", "🌟"),
    ("sunglasses", "😎"),
    ("sunny", "☀️"),
    ("sweat_smile", "😅"),
    ("tada", "🎉"),
    ("telephone", "☎️"),
    ("telescope", "🔭"),
    ("test_tube", "🧪"),
    ("thinking", "🤔"),
    ("thought_balloon", "💭"),
    ("thumbsdown", "👎"),
    ("thumbsup", "👍"),
    ("toolbox", "🧰"),
    ("tools", "🛠️"),
    ("top", "🔝"),
    ("tr", "🇹🇷"),
    ("triangular_flag_on_post", "🚩"),
    ("trophy", "🏆"),
    ("truck", "🚚"),
    ("tv", "📺"),
    ("umbrella", "☔"),
    ("unlock", "🔓"),
    ("us", "🇺🇸"),
    ("v", "✌️"),
    ("vertical_traffic_light", "🚦"),
    ("video_camera", "📹"),
    ("warning", "⚠️"),
    ("watch", "⌚"),
    ("wave", "👋"),
    ("whale", "🐳"),
    ("wheelchair", "♿"),
    ("white_check_mark", "✅"),
    ("white_large_square", "⬜"),
    ("wink", "😉"),
    ("world_map", "🗺️"),
    ("wrench", "🔧"),
    ("writing_hand", "✍️"),
    ("x", "❌"),
    ("yellow_heart", "💛"),
    ("yum", "😋"),
    ("zap", "⚡"),
    ("zzz", "💤"),
];

/// Appends `text`, escaped, with names as emoji.
pub(super) fn write(out: &mut String, text: &str) {
    split(text, |part, emoji| {
        escape(out, part);
        out.push_str(emoji);
    });
}

/// `text` with names as emoji.
pub(super) fn replaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    split(text, |part, emoji| {
        out.push_str(part);
        out.push_str(emoji);
    });
    out
}

/// Gives every stretch of text with the emoji that follows it, which is empty at the end.
fn split(text: &str, mut give: impl FnMut(&str, &str)) {
    let mut done = 0;
    let mut at = 0;
    while let Some(open) = text[at..].find(':').map(|found| at + found) {
        let name = text[open + 1..].split(':').next().unwrap_or_default();
        let close = open + 1 + name.len();
        let found = NAMES.binary_search_by(|(known, _)| (*known).cmp(name));
        match found {
            Ok(index) if text[close..].starts_with(':') => {
                give(&text[done..open], NAMES[index].1);
                done = close + 1;
                at = done;
            }
            _ => at = open + 1,
        }
    }
    give(&text[done..], "");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_emoji_and_other_colons_stay() {
        assert_eq!(replaced("a :tada: b :+1::wave:"), "a 🎉 b 👍👋");
        for text in ["at 10:30:00", ":nosuchname:", ":", "::", ":tada", "a::b"] {
            assert_eq!(replaced(text), text);
        }
    }

    #[test]
    fn names_are_sorted() {
        assert!(NAMES.is_sorted_by(|a, b| a.0 < b.0));
    }
}
