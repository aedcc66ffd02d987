//! Compressed forms of an answer: which one a reader takes, and how it is made.

use std::io::Write;

use axum::body::Bytes;
use axum::http::header::HeaderValue;

/// How bytes go over the wire.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Encoding {
    /// As they are.
    Identity,
    /// RFC 1952.
    Gzip,
    /// RFC 7932.
    Brotli,
}

/// What is smaller fits a packet as it is.
pub(crate) const WORTH_IT: usize = 860;

impl Encoding {
    /// The best form that an `Accept-Encoding` allows (RFC 9110, section 12.5.3): Brotli is smaller than gzip.
    pub(crate) fn preferred(header: Option<&HeaderValue>) -> Self {
        let Some(header) = header.and_then(|value| value.to_str().ok()) else { return Self::Identity };
        let (mut gzip, mut brotli, mut any) = (None, None, None);
        // More of them than that no browser sends.
        for entry in header.split(',').take(32) {
            let mut parts = entry.split(';').map(str::trim);
            let name = parts.next().unwrap_or_default();
            let quality = parts.find_map(|part| part.strip_prefix("q="));
            let taken =
                quality.is_none_or(|quality| quality.parse::<f32>().is_ok_and(|quality| quality > 0.0));
            match name.to_ascii_lowercase().as_str() {
                "br" => brotli = Some(taken),
                "gzip" | "x-gzip" => gzip = Some(taken),
                "*" => any = Some(taken),
                _ => {}
            }
        }
        let any = any.unwrap_or(false);
        match (brotli.unwrap_or(any), gzip.unwrap_or(any)) {
            (true, _) => Self::Brotli,
            (false, true) => Self::Gzip,
            (false, false) => Self::Identity,
        }
    }

    /// Its name in `Content-Encoding` and in entity tags.
    pub(crate) fn name(self) -> Option<&'static str> {
        match self {
            Self::Identity => None,
            Self::Gzip => Some("gzip"),
            Self::Brotli => Some("br"),
        }
    }

    /// `bytes` in this form. `lasting` ones are made once a change of the record and earn more effort.
    pub(crate) fn encode(self, bytes: &Bytes, lasting: bool) -> Bytes {
        let encoded = match self {
            Self::Identity => return bytes.clone(),
            Self::Gzip => gzip(bytes, if lasting { 9 } else { 6 }),
            Self::Brotli => brotli(bytes, if lasting { 9 } else { 5 }),
        };
        // Writing into memory does not fail; if it did, the bytes as they are would be wrong under this name.
        Bytes::from(encoded.unwrap_or_default())
    }
}

fn gzip(bytes: &[u8], level: u32) -> std::io::Result<Vec<u8>> {
    let mut encoder =
        flate2::write::GzEncoder::new(Vec::with_capacity(bytes.len() / 4), flate2::Compression::new(level));
    encoder.write_all(bytes)?;
    encoder.finish()
}

fn brotli(bytes: &[u8], quality: i32) -> std::io::Result<Vec<u8>> {
    // A window of 256 KiB holds nearly every page whole; larger ones only cost memory.
    let parameters = brotli::enc::BrotliEncoderParams { quality, lgwin: 18, ..Default::default() };
    let mut out = Vec::with_capacity(bytes.len() / 4);
    brotli::BrotliCompress(&mut &*bytes, &mut out, &parameters)?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn preferred(header: &str) -> Encoding {
        Encoding::preferred(Some(&HeaderValue::from_str(header).expect("printable")))
    }

    #[test]
    fn the_smallest_form_that_is_taken_is_sent() {
        assert_eq!(preferred("gzip, deflate, br, zstd"), Encoding::Brotli);
        assert_eq!(preferred("gzip;q=1.0, br;q=0"), Encoding::Gzip);
        assert_eq!(preferred("*"), Encoding::Brotli);
        assert_eq!(preferred("*, br;q=0"), Encoding::Gzip);
        assert_eq!(preferred("identity, deflate"), Encoding::Identity);
        assert_eq!(preferred("gzip;q=nonsense"), Encoding::Identity);
        assert_eq!(Encoding::preferred(None), Encoding::Identity);
    }

    #[test]
    fn what_is_encoded_reads_back() {
        use std::io::Read;
        let bytes = Bytes::from("many words, many words, ".repeat(500));
        let mut text = Vec::new();
        let gzip = Encoding::Gzip.encode(&bytes, false);
        flate2::read::GzDecoder::new(&gzip[..]).read_to_end(&mut text).expect("gzip");
        assert_eq!(text, bytes);
        let mut text = Vec::new();
        let brotli = Encoding::Brotli.encode(&bytes, true);
        brotli::BrotliDecompress(&mut &brotli[..], &mut text).expect("brotli");
        assert_eq!(text, bytes);
        assert!(brotli.len() < gzip.len() && gzip.len() < bytes.len() / 10);
    }
}
