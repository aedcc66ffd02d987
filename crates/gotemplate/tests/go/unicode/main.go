package main

import (
	"fmt"
	"strconv"
	"unicode"
)

func emit(name, doc string, f func(r rune) bool) {
	var rs [][2]rune
	start := rune(-1)
	for r := rune(0x80); r <= 0x110000; r++ {
		ok := r <= 0x10ffff && f(r)
		if ok && start < 0 {
			start = r
		}
		if !ok && start >= 0 {
			rs = append(rs, [2]rune{start, r - 1})
			start = -1
		}
	}
	fmt.Printf("/// %s\n#[rustfmt::skip]\npub(super) const %s: &[(u32, u32)] = &[", doc, name)
	for i, r := range rs {
		if i%7 == 0 {
			fmt.Printf("\n   ")
		}
		fmt.Printf(" (0x%x, 0x%x),", r[0], r[1])
	}
	fmt.Printf("\n];\n\n")
}
func main() {
	fmt.Println("// Generated from Go's `unicode` tables by `tests/go/unicode`; do not edit.\n//\n//! Character classes beyond ASCII, Unicode", unicode.Version+".")
	fmt.Println()
	emit("LETTERS_AND_DIGITS", "Categories L and Nd.", func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
	emit("PRINTABLE", "What Go prints unescaped in a quoted text.", strconv.IsPrint)
}
