//! How large an image is, from its first bytes: a page that knows keeps its place while images load.

/// Width and height in pixels.
pub(super) fn of(bytes: &[u8]) -> Option<(u32, u32)> {
    let found = png(bytes).or_else(|| gif(bytes)).or_else(|| webp(bytes)).or_else(|| jpeg(bytes));
    found.or_else(|| svg(bytes)).filter(|&(width, height)| {
        let sane = 1..=20_000;
        sane.contains(&width) && sane.contains(&height)
    })
}

fn big(bytes: &[u8], at: usize, length: usize) -> Option<u32> {
    bytes.get(at..at + length).map(|part| part.iter().fold(0, |sum, &byte| sum << 8 | u32::from(byte)))
}

fn little(bytes: &[u8], at: usize, length: usize) -> Option<u32> {
    bytes.get(at..at + length).map(|part| part.iter().rev().fold(0, |sum, &byte| sum << 8 | u32::from(byte)))
}

/// PNG (third edition), section 11.2.1: the header comes first.
fn png(bytes: &[u8]) -> Option<(u32, u32)> {
    let is_png = bytes.starts_with(b"\x89PNG\r\n\x1a\n") && bytes.get(12..16) == Some(b"IHDR");
    is_png.then_some(())?;
    Some((big(bytes, 16, 4)?, big(bytes, 20, 4)?))
}

fn gif(bytes: &[u8]) -> Option<(u32, u32)> {
    bytes.starts_with(b"GIF8").then_some(())?;
    Some((little(bytes, 6, 2)?, little(bytes, 8, 2)?))
}

/// RFC 9649, sections 2.5 to 2.7.
fn webp(bytes: &[u8]) -> Option<(u32, u32)> {
    (bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP")).then_some(())?;
    match bytes.get(12..16)? {
        b"VP8X" => Some((little(bytes, 24, 3)? + 1, little(bytes, 27, 3)? + 1)),
        b"VP8L" => {
            let packed = little(bytes, 21, 4)?;
            Some(((packed & 0x3fff) + 1, (packed >> 14 & 0x3fff) + 1))
        }
        b"VP8 " => Some((little(bytes, 26, 2)? & 0x3fff, little(bytes, 28, 2)? & 0x3fff)),
        _ => None,
    }
}

/// The first frame header of a JPEG (ITU T.81, annex B).
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    bytes.starts_with(b"\xff\xd8").then_some(())?;
    let mut at = 2;
    loop {
        if bytes.get(at) != Some(&0xff) {
            return None;
        }
        let marker = *bytes.get(at + 1)?;
        match marker {
            0xff => at += 1,
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                return Some((big(bytes, at + 7, 2)?, big(bytes, at + 5, 2)?));
            }
            0xd0..=0xd9 | 0x01 => at += 2,
            _ => at += 2 + usize::try_from(big(bytes, at + 2, 2)?.max(2)).ok()?,
        }
    }
}

/// The `width` and `height` of an SVG in pixels, else those of its `viewBox`.
fn svg(bytes: &[u8]) -> Option<(u32, u32)> {
    let head = bytes.get(..bytes.len().min(4096))?;
    let head = String::from_utf8_lossy(head);
    let tag = head.split_once("<svg")?.1.split('>').next()?;
    let attribute = |name: &str| {
        let (_, after) =
            tag.split_once(&format!(" {name}=")).or_else(|| tag.split_once(&format!("\n{name}=")))?;
        let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        after[1..].split(quote).next()
    };
    let pixels = |text: &str| -> Option<f64> { text.trim().trim_end_matches("px").parse().ok() };
    let given = attribute("width").and_then(pixels).zip(attribute("height").and_then(pixels));
    let (width, height) = given.or_else(|| {
        let parts: Vec<f64> = attribute("viewBox")?
            .split([' ', ',', '\n', '\t'])
            .filter(|part| !part.is_empty())
            .map(|part| part.parse().ok())
            .collect::<Option<_>>()?;
        parts.get(2).copied().zip(parts.get(3).copied())
    })?;
    let whole = |number: f64| {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded on the line")]
        (1.0..=20_000.0).contains(&number).then(|| number.round() as u32)
    };
    Some((whole(width)?, whole(height)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_format_says_its_size() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\x80\0\0\x01\xe0";
        assert_eq!(of(png), Some((640, 480)));
        assert_eq!(of(b"GIF89a\x10\0\x08\0"), Some((16, 8)));
        let jpeg = b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x11\x08\0\x20\0\x40\x03";
        assert_eq!(of(jpeg), Some((64, 32)));
        let webp = b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x0f\0\0\x07\0\0";
        assert_eq!(of(webp), Some((16, 8)));
        assert_eq!(of(b"<svg width=\"20px\" height='10'>"), Some((20, 10)));
        assert_eq!(of(b"<?xml version=\"1.0\"?>\n<svg\nviewBox=\"0 0 30.4 15\">"), Some((30, 15)));
    }

    #[test]
    fn what_is_cut_short_or_too_large_has_no_size() {
        for bytes in
            [&b""[..], b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"\xff\xd8\xff\xe0\0\0", b"RIFF", b"<svg"]
        {
            assert_eq!(of(bytes), None);
        }
        assert_eq!(of(b"<svg width=\"1e9\" height=\"1\">"), None);
    }
}
