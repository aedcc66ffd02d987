//! Finds text in the shape of known credentials.
//!
//! Shapes are those that issuers document for their tokens: a fixed prefix, an alphabet, a length. Words that
//! merely name a secret are not looked at. Placeholders (`ghp_xxxxxxxx…`, `AKIAIOSFODNN7EXAMPLE`) are passed
//! over, and so are invitation links to chats and meetings: those are public on purpose.

use std::ops::Range;

/// Text that looks like a credential.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Secret {
    /// Where it stands.
    pub(crate) range: Range<usize>,
    /// What it seems to be, with its article: `a GitHub token`.
    pub(crate) what: &'static str,
}

/// A prefix, what follows it, and what that is.
struct Shape {
    prefix: &'static str,
    what: &'static str,
    /// Which bytes follow the prefix.
    alphabet: fn(u8) -> bool,
    /// How many at least.
    least: usize,
    /// How many at most.
    most: usize,
}

const fn shape(
    prefix: &'static str,
    what: &'static str,
    alphabet: fn(u8) -> bool,
    least: usize,
    most: usize,
) -> Shape {
    Shape { prefix, what, alphabet, least, most }
}

fn alnum(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
}

fn upper(byte: u8) -> bool {
    byte.is_ascii_uppercase() || byte.is_ascii_digit()
}

fn hex(byte: u8) -> bool {
    byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte)
}

fn word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

fn url_safe(byte: u8) -> bool {
    word(byte) || byte == b'-'
}

fn path(byte: u8) -> bool {
    url_safe(byte) || byte == b'/'
}

/// Any byte of a token: what every alphabet and prefix here is made of.
fn path_or_dot(byte: u8) -> bool {
    IN_TOKENS[usize::from(byte)]
}

static IN_TOKENS: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        table[byte as usize] =
            matches!(byte, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | b'-' | b'/' | b'.');
        byte += 1;
    }
    table
};

fn dotted(byte: u8) -> bool {
    url_safe(byte) || byte == b'.'
}

static SHAPES: &[Shape] = &[
    shape("ghp_", "a GitHub token", alnum, 36, 255),
    shape("gho_", "a GitHub token", alnum, 36, 255),
    shape("ghu_", "a GitHub token", alnum, 36, 255),
    shape("ghs_", "a GitHub token", alnum, 36, 255),
    shape("ghr_", "a GitHub token", alnum, 36, 255),
    shape("github_pat_", "a GitHub token", word, 60, 255),
    shape("glpat-", "a GitLab token", url_safe, 20, 64),
    shape("xoxb-", "a Slack token", url_safe, 40, 255),
    shape("xoxp-", "a Slack token", url_safe, 40, 255),
    shape("xoxa-", "a Slack token", url_safe, 40, 255),
    shape("xoxr-", "a Slack token", url_safe, 40, 255),
    shape("xoxs-", "a Slack token", url_safe, 40, 255),
    shape("xapp-1-", "a Slack token", url_safe, 60, 255),
    shape("hooks.slack.com/services/T", "the address of a Slack webhook", path, 40, 80),
    shape("discord.com/api/webhooks/", "the address of a Discord webhook", path, 70, 120),
    shape("discordapp.com/api/webhooks/", "the address of a Discord webhook", path, 70, 120),
    shape("AKIA", "an AWS access key", upper, 16, 16),
    shape("ASIA", "an AWS access key", upper, 16, 16),
    shape("AIza", "a Google API key", url_safe, 35, 35),
    shape("GOCSPX-", "a Google client secret", url_safe, 28, 28),
    shape("npm_", "an npm token", alnum, 36, 36),
    shape("pypi-AgEIcHlwaS5vcmc", "a PyPI token", url_safe, 50, 255),
    shape("sk_live_", "a Stripe key", alnum, 24, 255),
    shape("SG.", "a SendGrid key", dotted, 66, 66),
    shape("dckr_pat_", "a Docker token", url_safe, 27, 27),
    shape("dop_v1_", "a DigitalOcean token", hex, 64, 64),
    shape("eyJ", "a JSON web token", dotted, 60, 8192),
];

const KEY: &str = "-----BEGIN ";

/// No token is shorter than this, prefix included.
const SHORTEST: usize = 20;

/// Every credential in `text`, in order.
pub(crate) fn find(text: &str) -> Vec<Secret> {
    let bytes = text.as_bytes();
    let mut out: Vec<Secret> = Vec::new();
    // A token is one long run of its alphabet, so it covers every twentieth byte: between two such bytes
    // that are no part of one, nothing needs to be read.
    let mut probe = SHORTEST - 1;
    while probe < bytes.len() {
        if !path_or_dot(bytes[probe]) {
            probe += SHORTEST;
            continue;
        }
        let start = bytes[..probe].iter().rposition(|&byte| !path_or_dot(byte)).map_or(0, |at| at + 1);
        let length = bytes[probe..].iter().position(|&byte| !path_or_dot(byte));
        let end = length.map_or(bytes.len(), |length| probe + length);
        if end - start >= SHORTEST {
            find_in_run(text, start..end, &mut out);
        }
        probe = end + SHORTEST;
    }
    for at in memchr::memmem::find_iter(bytes, KEY) {
        out.extend(private_key(text, at));
    }
    out.sort_unstable_by_key(|secret| secret.range.start);
    out
}

fn find_in_run(text: &str, run: Range<usize>, out: &mut Vec<Secret>) {
    let bytes = text.as_bytes();
    let mut at = run.start;
    while at + SHORTEST <= run.end {
        let pair = usize::from(bytes[at]) << 8 | usize::from(bytes[at + 1]);
        let known = FIRST_PAIRS[pair >> 6] & (1 << (pair & 63)) != 0;
        match known.then(|| SHAPES.iter().find_map(|shape| shape.at(text, at))).flatten() {
            Some(secret) => {
                at = secret.range.end;
                out.push(secret);
            }
            None => at += 1,
        }
    }
}

/// A bit for every pair of bytes that some shape begins with: the text is passed over once.
static FIRST_PAIRS: [u64; 1024] = {
    let mut bits = [0; 1024];
    let mut i = 0;
    while i < SHAPES.len() {
        let prefix = SHAPES[i].prefix.as_bytes();
        let pair = (prefix[0] as usize) << 8 | prefix[1] as usize;
        bits[pair >> 6] |= 1 << (pair & 63);
        i += 1;
    }
    bits
};

impl Shape {
    fn at(&self, text: &str, at: usize) -> Option<Secret> {
        let bytes = text.as_bytes();
        let rest = bytes[at..].strip_prefix(self.prefix.as_bytes())?;
        // A token stands alone: it does not begin inside a word.
        if at > 0 && word(bytes[at - 1]) {
            return None;
        }
        let length = rest.iter().take(self.most + 1).take_while(|&&byte| (self.alphabet)(byte)).count();
        if !(self.least..=self.most).contains(&length) {
            return None;
        }
        let end = at + self.prefix.len() + length;
        let body = &text[at + self.prefix.len()..end];
        let plausible = match self.prefix {
            "eyJ" => is_web_token(body),
            "SG." => body.find('.') == Some(22),
            _ => true,
        };
        (plausible && !is_placeholder(body)).then_some(Secret { range: at..end, what: self.what })
    }
}

/// Three parts, of which the second is a JSON object too (`eyJ` is `{"` in Base64).
fn is_web_token(body: &str) -> bool {
    let mut parts = body.trim_end_matches('.').split('.');
    let (Some(header), Some(claims), Some(signature), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return false;
    };
    header.len() >= 10 && claims.starts_with("eyJ") && claims.len() >= 20 && signature.len() >= 20
}

/// Random text has many different characters; `xxxxxxxx`, `0000`, `EXAMPLE` are meant for readers.
fn is_placeholder(body: &str) -> bool {
    let lower = body.to_ascii_lowercase();
    let mut seen = [false; 128];
    for byte in lower.bytes() {
        seen[usize::from(byte & 127)] = true;
    }
    let different = seen.iter().filter(|&&seen| seen).count();
    different < 8
        || ["example", "xxxx", "your", "token", "secret", "redacted", "abcdef", "123456"]
            .iter()
            .any(|word| lower.contains(word))
}

/// A key in PEM: the heading, then at least two lines of Base64.
fn private_key(text: &str, at: usize) -> Option<Secret> {
    let rest = &text[at + KEY.len()..];
    let heading = rest.get(..rest.find("-----").filter(|&end| end <= 40)?)?;
    if !heading.ends_with("PRIVATE KEY") && !heading.ends_with("PRIVATE KEY BLOCK") {
        return None;
    }
    let body = &rest[heading.len() + 5..];
    let is_base64 = |byte: u8| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte);
    let full = |line: &&str| line.len() >= 60 && line.bytes().all(is_base64) && !is_placeholder(line);
    let lines = body.lines().skip(1).take(8).map(str::trim).filter(full).count();
    let end = at + KEY.len() + heading.len() + 5;
    (lines >= 2).then_some(Secret { range: at..end, what: "a private key" })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Letters and digits without a pattern; no credential, it was made here.
    fn noise(length: usize) -> String {
        let alphabet = b"q7Zk2mVbX9wLpR4tYs8dNf3hJc6gTa1eUo5iW0rMQzPxKvBn";
        (0..length).map(|i| char::from(alphabet[(i * 29 + i / 7) % alphabet.len()])).collect()
    }

    fn found(text: &str) -> Vec<&'static str> {
        find(text).into_iter().map(|secret| secret.what).collect()
    }

    #[test]
    fn known_shapes_are_found_anywhere() {
        let text = format!("a `ghp_{}` and xoxb-123-456-{} é", noise(36), noise(40));
        assert_eq!(found(&text), ["a GitHub token", "a Slack token"]);
        let range = find(&text)[0].range.clone();
        assert_eq!(&text[range], format!("ghp_{}", noise(36)));
        assert_eq!(found(&format!("AIza{}", noise(35))), ["a Google API key"]);
        assert_eq!(
            found(&format!("AKIA{}", noise(40).to_uppercase().get(..16).expect("long enough"))),
            ["an AWS access key"]
        );
        let jwt = format!("eyJhbGciOi{}.eyJ{}.{}", noise(12), noise(30), noise(40));
        assert_eq!(found(&jwt), ["a JSON web token"]);
    }

    #[test]
    fn a_private_key_needs_a_body() {
        let line = noise(64);
        let key = format!("-----BEGIN RSA PRIVATE KEY-----\n{line}\n{line}\n-----END RSA PRIVATE KEY-----\n");
        assert_eq!(found(&key), ["a private key"]);
        assert!(found("-----BEGIN PRIVATE KEY-----\n...\n").is_empty());
        assert!(found(&format!("-----BEGIN PUBLIC KEY-----\n{line}\n{line}\n")).is_empty());
        assert!(found("---------------------\n-----BEGIN ").is_empty());
    }

    #[test]
    fn placeholders_and_public_invitations_are_none() {
        for text in [
            "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
            "AKIAIOSFODNN7EXAMPLE",
            "https://join.slack.com/t/example/shared_invite/enQtNTE3MDIxNzUxNzQ0LTZkNTdkYWNiYTVkMTM5ZThhODY1",
            "https://zoom.us/j/123456789?pwd=Q0FzZGZhc2RmYXNkZmFzZGZhc2Rm",
            "the token is ghp_ and then letters",
            "eyJ.eyJ.x",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
        let inside = format!("weighp_{}", noise(36));
        assert!(found(&inside).is_empty());
    }
}
