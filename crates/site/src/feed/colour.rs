//! The community's colour as calendars know it: RFC 7986 (section 5.9) takes names of CSS3 alone.

use crate::accent::Colour;

/// Names of CSS3 that people can tell apart on a calendar: no near-blacks, no near-whites.
const NAMES: [(&str, [u8; 3]); 48] = [
    ("firebrick", [178, 34, 34]),
    ("crimson", [220, 20, 60]),
    ("red", [255, 0, 0]),
    ("maroon", [128, 0, 0]),
    ("indianred", [205, 92, 92]),
    ("salmon", [250, 128, 114]),
    ("tomato", [255, 99, 71]),
    ("orangered", [255, 69, 0]),
    ("coral", [255, 127, 80]),
    ("darkorange", [255, 140, 0]),
    ("orange", [255, 165, 0]),
    ("gold", [255, 215, 0]),
    ("yellow", [255, 255, 0]),
    ("khaki", [240, 230, 140]),
    ("goldenrod", [218, 165, 32]),
    ("chocolate", [210, 105, 30]),
    ("sienna", [160, 82, 45]),
    ("saddlebrown", [139, 69, 19]),
    ("olive", [128, 128, 0]),
    ("olivedrab", [107, 142, 35]),
    ("yellowgreen", [154, 205, 50]),
    ("lime", [0, 255, 0]),
    ("limegreen", [50, 205, 50]),
    ("forestgreen", [34, 139, 34]),
    ("green", [0, 128, 0]),
    ("darkgreen", [0, 100, 0]),
    ("seagreen", [46, 139, 87]),
    ("mediumseagreen", [60, 179, 113]),
    ("lightseagreen", [32, 178, 170]),
    ("teal", [0, 128, 128]),
    ("turquoise", [64, 224, 208]),
    ("cyan", [0, 255, 255]),
    ("deepskyblue", [0, 191, 255]),
    ("steelblue", [70, 130, 180]),
    ("dodgerblue", [30, 144, 255]),
    ("royalblue", [65, 105, 225]),
    ("blue", [0, 0, 255]),
    ("navy", [0, 0, 128]),
    ("slateblue", [106, 90, 205]),
    ("indigo", [75, 0, 130]),
    ("blueviolet", [138, 43, 226]),
    ("purple", [128, 0, 128]),
    ("orchid", [218, 112, 214]),
    ("magenta", [255, 0, 255]),
    ("deeppink", [255, 20, 147]),
    ("hotpink", [255, 105, 180]),
    ("slategray", [112, 128, 144]),
    ("gray", [128, 128, 128]),
];

/// The name nearest to a colour as `community.yaml` writes it (`#0a7d4f`).
pub(super) fn name(accent: &str) -> Option<String> {
    let wanted = Colour::parse(accent)?.channels();
    let nearest = NAMES.iter().min_by_key(|(_, channels)| distance(wanted, *channels))?;
    Some(nearest.0.to_owned())
}

/// How different two colours look: differences of the channels, weighed by the mean red ("redmean").
fn distance(a: [u8; 3], b: [u8; 3]) -> i64 {
    let [r, g, blue] = [0, 1, 2].map(|at| i64::from(a[at]) - i64::from(b[at]));
    let mean = i64::midpoint(i64::from(a[0]), i64::from(b[0]));
    (512 + mean) * r * r + 1024 * g * g + (767 - mean) * blue * blue
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_has_the_name_of_its_neighbour() {
        for (accent, wanted) in
            [("#0a7d4f", "seagreen"), ("#326ce5", "royalblue"), ("#f00", "red"), ("#008080", "teal")]
        {
            assert_eq!(name(accent).as_deref(), Some(wanted), "{accent}");
        }
        assert_eq!(name("green"), None);
    }
}
