//! The community's accent colour, made readable in both themes.
//!
//! A community gives one colour. Text, buttons and tints are derived from it so that each pair of colours
//! keeps the contrast WCAG 2.2 asks of level AA (4.5 : 1 for text), whatever the colour is.

/// An sRGB colour.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Colour([u8; 3]);

/// The accent of communities that name none: a calm blue-green.
const DEFAULT: Colour = Colour([0x0b, 0x6b, 0x74]);
const BLACK: Colour = Colour([0, 0, 0]);
const WHITE: Colour = Colour([255, 255, 255]);
/// Level AA for text, with a little to spare for rounding.
const TEXT_CONTRAST: f64 = 4.6;

impl Colour {
    /// Reads `#rgb` and `#rrggbb`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let hex = text.trim().strip_prefix('#')?;
        let digits: Vec<u8> =
            hex.chars().map(|c| c.to_digit(16).and_then(|n| u8::try_from(n).ok())).collect::<Option<_>>()?;
        match digits[..] {
            [r, g, b] => Some(Self([r * 17, g * 17, b * 17])),
            [a, b, c, d, e, f] => Some(Self([a * 16 + b, c * 16 + d, e * 16 + f])),
            _ => None,
        }
    }

    /// Red, green and blue.
    pub(crate) fn channels(self) -> [u8; 3] {
        self.0
    }

    /// `part` of `self` (0 to 1), the rest of `other`.
    fn mix(self, other: Self, part: f64) -> Self {
        let channel = |i: usize| {
            let mixed = f64::from(self.0[i]) * part + f64::from(other.0[i]) * (1.0 - part);
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let byte = mixed.round().clamp(0.0, 255.0) as u8;
            byte
        };
        Self([channel(0), channel(1), channel(2)])
    }

    /// Relative luminance (WCAG 2.2).
    fn luminance(self) -> f64 {
        let linear = |byte: u8| {
            let c = f64::from(byte) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0[0]) + 0.7152 * linear(self.0[1]) + 0.0722 * linear(self.0[2])
    }

    /// Contrast ratio, 1 to 21 (WCAG 2.2).
    fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// `self`, moved towards `towards` just far enough to be read on `ground`.
    fn readable_on(self, ground: Self, towards: Self) -> Self {
        (0..=20)
            .map(|step| self.mix(towards, 1.0 - f64::from(step) / 20.0))
            .find(|colour| colour.contrast(ground) >= TEXT_CONTRAST)
            .unwrap_or(towards)
    }

    fn hex(self) -> String {
        let [r, g, b] = self.0;
        format!("#{r:02x}{g:02x}{b:02x}")
    }
}

/// One theme's colours.
struct Theme {
    ground: Colour,
    raised: Colour,
    ink: Colour,
    muted: Colour,
    line: Colour,
    strong_line: Colour,
    towards: Colour,
    tint: f64,
}

const LIGHT: Theme = Theme {
    ground: Colour([0xfa, 0xfa, 0xf8]),
    raised: WHITE,
    ink: Colour([0x1a, 0x1d, 0x21]),
    muted: Colour([0x56, 0x5d, 0x66]),
    line: Colour([0xe4, 0xe4, 0xdf]),
    strong_line: Colour([0x85, 0x8a, 0x90]),
    towards: BLACK,
    tint: 0.08,
};

const DARK: Theme = Theme {
    ground: Colour([0x12, 0x15, 0x18]),
    raised: Colour([0x1a, 0x1e, 0x22]),
    ink: Colour([0xe7, 0xe9, 0xea]),
    muted: Colour([0xa3, 0xab, 0xb3]),
    line: Colour([0x2c, 0x32, 0x38]),
    strong_line: Colour([0x74, 0x7d, 0x86]),
    towards: WHITE,
    tint: 0.16,
};

impl Theme {
    /// The custom properties that the stylesheet builds on.
    fn properties(&self, accent: Colour, scheme: &str) -> String {
        // Muted text stands on tinted ground too: a bright accent tints less in the dark.
        let tint = (0..=8)
            .map(|step| accent.mix(self.raised, self.tint * (1.0 - f64::from(step) / 8.0)))
            .find(|tint| self.muted.contrast(*tint) >= TEXT_CONTRAST)
            .unwrap_or(self.raised);
        // Accent text also stands on tinted ground, so it must be readable there as well.
        let text = accent.readable_on(self.ground, self.towards).readable_on(tint, self.towards);
        let button = accent.readable_on(WHITE, BLACK);
        format!(
            "color-scheme:{scheme};--ground:{};--raised:{};--ink:{};--muted:{};--line:{};--strong-line:{};\
             --accent:{};--button:{};--tint:{};--tint-line:{}",
            self.ground.hex(),
            self.raised.hex(),
            self.ink.hex(),
            self.muted.hex(),
            self.line.hex(),
            self.strong_line.hex(),
            text.hex(),
            button.hex(),
            tint.hex(),
            accent.mix(self.raised, self.tint * 3.0).hex(),
        )
    }
}

/// The accent, dark enough for white beside it.
pub(crate) fn button_colour(accent: &str) -> String {
    Colour::parse(accent).unwrap_or(DEFAULT).readable_on(WHITE, BLACK).hex()
}

/// The rules that set both themes' colours: dark where the reader's system says so, unless they chose.
pub(crate) fn theme_rules(accent: &str) -> String {
    let accent = Colour::parse(accent).unwrap_or(DEFAULT);
    let light = LIGHT.properties(accent, "light");
    let dark = DARK.properties(accent, "dark");
    format!(
        ":root{{{light}}}\n@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}\n\
         :root[data-theme=dark]{{{dark}}}\n@media print{{:root:root:root{{{light}}}}}\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_read_in_both_lengths() {
        assert_eq!(Colour::parse("#0a7d4f"), Some(Colour([0x0a, 0x7d, 0x4f])));
        assert_eq!(Colour::parse(" #fff"), Some(WHITE));
        for bad in ["", "#", "red", "#12", "#12345", "#gggggg", "#ffffff;}", "#ü"] {
            assert_eq!(Colour::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn black_on_white_has_the_greatest_contrast() {
        assert!((BLACK.contrast(WHITE) - 21.0).abs() < 0.01);
    }

    #[test]
    fn every_accent_is_readable_in_both_themes() {
        let steps = [0u8, 51, 102, 153, 204, 255];
        for r in steps {
            for g in steps {
                for b in steps {
                    let accent = Colour([r, g, b]);
                    for theme in [&LIGHT, &DARK] {
                        let css = theme.properties(accent, "x");
                        let read = |name: &str| {
                            let from = css.find(name).expect("property is set") + name.len();
                            Colour::parse(&css[from..from + 7]).expect("a colour")
                        };
                        let (text, tint) = (read("--accent:"), read("--tint:"));
                        for ground in [theme.ground, theme.raised, tint] {
                            assert!(text.contrast(ground) >= 4.5, "{accent:?}: {}", text.contrast(ground));
                            assert!(theme.muted.contrast(ground) >= 4.5, "muted on {ground:?}");
                        }
                        assert!(read("--button:").contrast(WHITE) >= 4.5);
                    }
                }
            }
        }
    }

    #[test]
    fn a_hostile_accent_never_reaches_the_stylesheet() {
        assert!(!theme_rules("red}body{display:none").contains("display"));
    }
}
