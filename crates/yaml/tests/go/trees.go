package main

import "strings"

// texts are strings with something about them that an emitter has to notice.
func texts() []string {
	long := strings.Repeat("several words that go on ", 8)
	return []string{
		// What reads as another type.
		"", "~", "null", "Null", "NULL", "nUll", "true", "True", "TRUE", "tRuE", "false", "y", "Y", "yes", "no", "No", "on",
		"On", "off", "OFF", "n", "N", "yES", "oN",
		"0", "12", "-12", "+12", "012", "089", "0o17", "0o9", "0x1F", "0xG", "0b101", "0b2", "0b-1", "1_000", "_1", "1__0",
		"9223372036854775807", "18446744073709551615", "18446744073709551616", "1.5", "1.", ".5", ".", "1e3", "1e", "1e999",
		"+.5", "-.5e-3", "0.1.2", ".inf", "-.Inf", "+.INF", ".nan", "+.nan", "NaN", "Infinity", "._5", "1,000",
		"9:00", "12:30", "24:60", "+12:30", "1:2:3", "1:2:3.5", "9:5:", "1:30 PM", "190:20:30.15", "1_0:59",
		"2020-01-02", "2020-1-2", "2020-13-01", "2021-02-29", "2020-01-02T03:04:05Z", "2020-01-02t3:4:5.6+01:00",
		"2020-01-02 03:04:05", "2020-01-02  3:4:5", "2020-01-02 03:04", "2020-01-02T03:04:05", "2020-01",
		// Indicators.
		"-", "--", "---", "----", "--- a", "...", "....", "- a", "-a", "? a", "?a", "?", ":", ":a", ": a", "a:", "a: b", "a:b",
		"a :b", "#", "#a", "a#", "a #b", "a\t#b", ",a", "[", "[a]", "]", "{", "{a}", "}", "&a", "*a", "!a", "!", "|", ">", "'", "it's",
		"'a'", "\"", "a\"b", "\"a\"", "%", "%a", "@", "@a", "`", "`a`", "=", "<<", "a, b", "a ? b", "a]", "\\", "a\\b", "<", "$a", "^", "(", "+", "_",
		// White space.
		" ", "  ", " a", "a ", "a  b", "\t", "a\tb", "\ta", "a\t", "a\rb", "\r", "a\u0085b", "a\u00a0b", "\u2028", "a\u2028b", "a\u2029 b",
		// Lines.
		"\n", "\n\n", "a\n", "a\n\n", "a\n\n\n", "\na", "\n\na", "a\nb", "a\nb\n", "a\n\nb", "a\n\nb\n", "a\n\n\nb", " a\nb", "a\n b", "a\n  b\nc", "a \nb", "a\nb ",
		"a\n\tb", "a\tb\nc", "\ta\nb", " \n", "\n ", "a\n \nb", "# a\nb", "a: b\nc", "- a\n- b", "a\r\nb", "a\nb\r\n", "😀\nb", "é\nü\n", "a\n# b\n",
		"\n a", " \na", "a\n\n b", " a\n\nb\n", "\na\nb\n", "a\u2028b\nc", "a\u0085\n",
		// Unicode.
		"é", "Zięba", "日本語", "😀", "a😀b", "\ufeff", "\ufeffa b", "a\ufeffb", "\ufffd", "\ufffe", "\u200b", "\ue000", "e\u0301", "\u0080", "\x00", "a\x01b", "\x1b", "\x7f",
		// Long lines.
		long, strings.TrimSpace(long), strings.TrimSpace(long) + "\n", " " + long, long + "\n" + long + "x", "it's " + strings.TrimSpace(long), "a: " + strings.TrimSpace(long),
		strings.Repeat("two  spaces  here  ", 8) + "x", strings.Repeat("x", 130), strings.Repeat("x", 90) + " " + strings.Repeat("y", 90), "\t" + strings.TrimSpace(long),
		"😀 " + strings.TrimSpace(long), "\t" + strings.Repeat("two  spaces  here  ", 8) + "x", strings.Repeat("é ü ", 40) + "ö",
		strings.Repeat("x", 78) + " y z", strings.Repeat("x", 79) + " y z", strings.Repeat("x", 80) + " y z", "a " + strings.Repeat("x", 200) + " b",
		"https://example.org/?a=b&c=d#e", "docs@example.org", "Tuesdays at 9:00 (UTC+2)", "A, B & C", "[WIP] title", "100%", "#sig-docs", "C:\\docs",
		"[here](https://example.org) and `code`: more", strings.TrimSpace(long) + "\n\n" + strings.TrimSpace(long) + "\n", "* a\n* b\n\n  c\n",
	}
}

// keys are mapping keys that are not plain words.
func keys() []string {
	return []string{
		"", "a b", "a: b", "y", "12", "null", "~", "#", "- a", "a\nb", "\ta", " a", "😀", "<<", "=", "9:00", "2020-01-02", "'", "\"", "[a]", "é", "a\u2028b",
		strings.Repeat("k", 128), strings.Repeat("k", 129), strings.Repeat("long key ", 20) + "x", strings.Repeat("k", 127) + "é",
	}
}

// structures are nestings of lists and mappings.
func structures() []tree {
	a, b := str("a"), str("b")
	return []tree{
		seq(), mapping(), seq(seq()), seq(mapping()), seq(a), seq(a, b), seq(seq(a)), seq(seq(a, b), seq(b)), seq(seq(seq(a), b), a),
		seq(seq(), mapping(), a), mapping(pair{"a", seq()}), mapping(pair{"a", mapping()}), mapping(pair{"a", seq(a, b)}, pair{"b", b}),
		mapping(pair{"a", mapping(pair{"b", mapping(pair{"c", a})})}, pair{"d", b}), mapping(pair{"a", seq(seq(a), b)}, pair{"b", seq(mapping(pair{"c", a}, pair{"d", b}), mapping(pair{"c", b}))}),
		seq(mapping(pair{"a", a}, pair{"b", seq(a)}), mapping(pair{"a", mapping(pair{"b", seq(a, b)}, pair{"c", b})}, pair{"d", a})),
		seq(mapping(pair{"a", seq(mapping(pair{"b", seq(mapping(pair{"c", folded("x\ny\n")}, pair{"d", b}))}, pair{"e", a}))})),
		mapping(pair{"a", seq(seq(mapping(pair{"b", a}, pair{"c", seq(seq(a, b))})))}, pair{"d", str("x\ny\n")}, pair{"e", folded("x y")}),
		mapping(pair{"a", plain("null")}, pair{"b", plain("true")}, pair{"c", plain("12")}, pair{"d", plain("1.5")}, pair{"e", seq(plain("null"), plain("-3"))}),
		mapping(pair{"a", folded("")}, pair{"b", folded("x")}, pair{"c", str("")}), seq(folded("x\n"), str("y\n"), folded("z\n\n"), str("w\n\n"), a),
		mapping(pair{"a", str("x\n\n")}, pair{"b", a}), mapping(pair{"a", folded("\nx")}, pair{"b", str("\nx")}, pair{"c", a}),
	}
}

// trees puts every text in every place.
func trees() []tree {
	all := structures()
	for _, text := range texts() {
		s, f := str(text), folded(text)
		all = append(all,
			s,
			mapping(pair{"a", s}, pair{"b", str("x")}),
			mapping(pair{"a", f}, pair{"b", str("x")}),
			seq(s, f),
			seq(mapping(pair{"a", seq(mapping(pair{"b", s}, pair{"c", f}), s)}, pair{"d", f})),
		)
	}
	for _, key := range keys() {
		all = append(all, mapping(pair{key, str("x")}), seq(mapping(pair{key, seq(str("x"))})), mapping(pair{"a", mapping(pair{key, mapping(pair{"b", folded("x\n")})})}))
	}
	return all
}
