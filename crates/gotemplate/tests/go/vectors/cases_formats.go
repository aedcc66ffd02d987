package main

import "strconv"

func formats() {
	values := []string{"42", "-7", "0", "3.14159", "-2.5", "0.0", "1e21", "1e-7", "123456789.0", ".F32", "1+2i", "true", "\"hi\"", "\"\"", ".Uni", "\"\\xff\\n\"", "'x'", ".U8", ".U64", ".I8", "nil", ".Dir", ".Loud", ".Level", ".Ints", ".NilInts", ".Texts", ".Bytes", ".Map", ".NilMap", ".MapAny", ".Inner", ".P", ".NilP", ".Pt", ".Oops", ".Anys", ".Nested", ".Flag", ".Ratio", ".Holder", ".Strs", ".Dict", ".AnyInner", ".Slot", ".Func", ".PPt", ".Outer", ".InnerMap", ".Inners", ".C", ".EmptyInts", ".PS"}
	verbs := []string{"%v", "%+v", "%#v", "%T", "%d", "%s", "%q", "%x", "%X", "%t", "%b", "%o", "%O", "%c", "%U", "%e", "%E", "%f", "%F", "%g", "%G", "%p", "%z", "%w"}
	// Addresses differ from run to run; what prints one is left out.
	address := func(verb, value string) bool {
		switch value {
		case ".Func":
			return verb != "%T"
		case ".PS":
			return verb != "%T"
		}
		return verb == "%p" && (value == ".Ints" || value == ".Texts" || value == ".Map" || value == ".MapAny" || value == ".P" || value == ".Anys" || value == ".Nested" || value == ".Bytes" || value == ".Strs" || value == ".Dict" || value == ".Inners" || value == ".InnerMap" || value == ".PPt" || value == ".EmptyInts" || value == ".Slot" || value == ".Outer")
	}
	for i, value := range values {
		for j, verb := range verbs {
			if address(verb, value) {
				continue
			}
			// All the verbs for the basic types; for the others the common ones and some of the rest.
			if i < 20 || j < 8 || (i+j)%4 == 0 {
				add("verbs", "{{printf \"["+verb+"]\" "+value+"}}")
			}
		}
	}
	flags := []string{"%5d", "%-5d|", "%05d", "%+d", "% d", "%+05d", "%x", "%#x", "%#X", "%08x", "%#08x", "%.3d", "%8.3d", "%08.3d", "%-8.3d|", "%.0d", "%#o", "%#b", "%#O", "%O", "%5c|", "%-5c|", "%05c", "%q", "%+q", "%#q", "%U", "%#U", "%10U|", "%-10U|", "%010U", "%.8U", "%#.8U", "% x", "%+x", "%b", "%20b|", "%+v", "%#v", "%5v|", "%05v", "%5t|", "%-7t|", "%07t", "%99999999999d", "%300d", "%-05d|", "%+ d", "% +d", "%+.3d", "% .3d", "%.10d", "%5.d|", "%5.0d|", "%h", "%!", "%", "%%", "%5%", "%-", "%5", "%.", "%5.", "%[", "%[1", "%é", "%\\xff"}
	for _, f := range flags {
		for _, v := range []string{"42", "-42", "0", "'é'"} {
			add("integer flags", "{{printf \""+f+"\" "+v+"}}")
		}
		add("integer flags", "{{printf \""+f+"\" .U8}}")
	}
	for _, f := range []string{"%6.2f|", "%-8.1f|", "%08.2f", "%+.1f", "% .2f", "%+08.2f", "%.0f", "%#.0f", "%f", "%e", "%.2e", "%#.0e", "%E", "%g", "%.3g", "%.10g", "%#g", "%#.3g", "%G", "%.0g", "%10g|", "%-10g|", "%010g", "%x", "%.3x", "%.0x", "%#x", "%#.3x", "%X", "%b", "%+g", "% g", "%v", "%5v|", "%.2v", "%+v", "%#v", "%d", "%s", "%.20f", "%.20g", "%.17g", "%.1e", "%#v", "%+x", "%20x|", "%020x", "%F", "%.3F", "%#f", "%#.10g", "%#e", "%#X", "%#.0x", "%#G", "%.18e", "%.40f"} {
		for _, v := range []string{"3.14159", "-0.000012345", "1e100", "0.0", "100000.0", "1234567.0", "0.5", "2.5", "9.995", ".F32", "1e21", "5e-324"} {
			add("float flags", "{{printf \""+f+"\" "+v+"}}")
		}
	}
	for _, f := range []string{"%10s|", "%-10s|", "%010s", "%.2s", "%.0s|", "%5.1s|", "%-5.1s|", "%q", "%#q", "%+q", "%# q", "%10q|", "%-12q|", "%.2q", "%x", "%X", "% x", "%#x", "% #x", "%# X", "%.1x", "%10x|", "%-14x|", "%020x", "% 20x|", "%v", "%+v", "%#v", "%10v|", "%.1v", "%d", "%c", "%T", "%10T|", "%t", "%.3T", "%U", "%5d|", "%+d"} {
		for _, v := range []string{"\"abc\"", "\"\"", "\"é世\"", "\"`\\\"\\n\"", "\"\\xff\\xfea\"", ".Dir", ".Loud"} {
			add("text flags", "{{printf \""+f+"\" "+v+"}}")
		}
	}
	for _, f := range []string{"%5v|", "%-3d|", "%03d", "%+v", "%#v", "%q", "%x", "% x", "%#x", "%X", "%s", "%.1f", "%6.2v", "%5t|", "%T", "%+d", "%c", "%U", "%10v|", "%#q", "%+q"} {
		for _, v := range []string{".Ints", ".Texts", ".Map", ".Inner", ".Bytes", ".Nested", ".Anys", ".Holder", ".P", ".Pt", ".C", ".TextMap", ".Strs", ".Cmp", ".FloatMap", ".BoolMap", "nil", ".NilP"} {
			add("composite flags", "{{printf \""+f+"\" "+v+"}}")
		}
	}
	each("directives",
		"{{printf \"\"}}|", "{{printf \"no args\"}}", "{{printf \"%d %d\" 1}}", "{{printf \"%d\"}}", "{{printf \"%d\" 1 2}}", "{{printf \"%d\" 1 \"a\" nil .Inner}}", "{{printf \"x\" 1}}", "{{printf \"%%\" 1}}", "{{printf \"%[2]d %[1]d\" 1 2}}", "{{printf \"%[2]d\" 1 2}}", "{{printf \"%[3]d\" 1 2}}", "{{printf \"%[0]d\" 1}}", "{{printf \"%[-1]d\" 1}}", "{{printf \"%[x]d\" 1}}", "{{printf \"%[]d\" 1}}", "{{printf \"%[1]d %d\" 1 2}}", "{{printf \"%[1]\" 1}}", "{{printf \"%[1\" 1}}", "{{printf \"%[99999999]d\" 1}}", "{{printf \"%[1]d %[1]v %[1]T\" 3}}", "{{printf \"%[3]*.[2]*[1]f\" 12.0 2 6}}", "{{printf \"%[1]*d\" 5 6}}", "{{printf \"%6.2f\" 12.0}}", "{{printf \"%[2]*[1]d\" 2 3}}", "{{printf \"%[3]2d\" 1 2 3}}", "{{printf \"%[3].2d\" 1 2 3}}", "{{printf \"%.[2]d\" 1 2}}", "{{printf \"%.[2]*d\" 1 2 3}}", "{{printf \"%[5]d %d\" 1 2}}",
		"{{printf \"%*d\" 5 42}}|", "{{printf \"%-*d|\" 5 42}}", "{{printf \"%*d|\" -5 42}}", "{{printf \"%0*d|\" -5 42}}", "{{printf \"%.*f\" 2 3.14159}}", "{{printf \"%*.*f|\" 8 2 3.14159}}", "{{printf \"%.*f\" -1 3.14159}}", "{{printf \"%*d\" \"a\" 42}}", "{{printf \"%*d\" 42}}", "{{printf \"%*d\"}}", "{{printf \"%.*d\" \"a\" 42}}", "{{printf \"%*d\" 10000000 42}}", "{{printf \"%.*d\" 10000000 42}}", "{{printf \"%*d|\" .U8 1}}"[0:0], "{{printf \"%*d|\" .I8 1}}", "{{printf \"%*s|\" .Num \"x\"}}", "{{printf \"%*d\" nil 1}}", "{{printf \"%*d\" .U64 1}}", "{{printf \"%d%%\" 50}}", "{{printf \"%d%\" 50}}", "{{printf \"%\"}}", "{{printf \"a%\" 1}}", "{{printf \"%.3\" 1}}", "{{printf \"%!\" 1}}", "{{printf \"%z\" 1}}", "{{printf \"%z\" \"s\"}}", "{{printf \"%z\" nil}}", "{{printf \"%d\" nil}}", "{{printf \"%s\" nil}}", "{{printf \"%v\" nil}}", "{{printf \"%5v|\" nil}}", "{{printf \"%T\" nil}}", "{{printf \"%é\" 1}}", "{{printf \"%世\" 1}}", "{{printf \"%-+ #0d\" 42}}", "{{printf \"%s %s\" \"a\"}}", "{{printf \"%s\" 1}}", "{{printf \"%d\" \"a\"}}", "{{printf \"%d\" 1.5}}", "{{printf \"%s\" true}}", "{{printf \"%t\" 1}}", "{{printf \"%d\" .Inner}}", "{{printf \"%s\" .Inner}}", "{{printf \"%d\" .Map}}", "{{printf \"%s\" .Ints}}", "{{printf \"%s\" .P}}", "{{printf \"%d\" .P}}", "{{printf \"%v %v\" .P .Inner}}", "{{printf \"%+v %+v\" .P .Outer}}", "{{printf \"%#v\" .Cmp}}", "{{printf \"%v\" .Holder}} {{printf \"%+v\" .Holder}} {{printf \"%s\" .Holder}}", "{{printf \"%d\" .Level}} {{printf \"%v\" .Level}} {{printf \"%x\" .Level}} {{printf \"%x\" .Num}}", "{{printf \"%d\" .Loud}} {{printf \"%#v\" .Loud}} {{printf \"%q\" .Loud}}", "{{printf \"%d\" .Pt}} {{printf \"%+v\" .Pt}} {{printf \"%#v\" .Pt}} {{printf \"%#v\" .PPt}}"[0:0], "{{printf \"%d\" .Pt}} {{printf \"%+v\" .Pt}} {{printf \"%#v\" .Pt}}", "{{printf \"%s\" .Oops}} {{printf \"%d\" .Oops}}", "{{printf \"%s|%v|%d\" .Any .Any .Any}}", "{{printf \"%v\" .MapAny}}", "{{printf \"%#v\" .MapAny}}", "{{printf \"%#v\" .Anys}}", "{{printf \"%#v %#v\" .NilInts .NilMap}}", "{{printf \"%#v\" .TextMap}}", "{{printf \"%#v\" 1.0}} {{printf \"%#v\" 1e6}} {{printf \"%#v\" 1e21}}", "{{printf \"%#v\" .U8}} {{printf \"%#v\" .U64}}", "{{printf \"%v\" .Slot}} {{printf \"%+v\" .ListSlot}} {{printf \"%#v\" .Slot}}", "{{printf `%s\n` .S}}", "{{printf \"%s\" .Bytes}} {{printf \"%x\" .Bytes}} {{printf \"%q\" .Bytes}} {{printf \"%#v\" .Bytes}} {{printf \"%d\" .Bytes}} {{printf \"%v\" .Bytes}}", "{{printf \"%03d|%-4s|%4s|%+.1e\" 7 \"ab\" \"cd\" 12345.678}}", "{{.F | printf \"%.1f\"}}", "{{printf .S}}", "{{printf \"%v\" .Func | len | lt 0}}", "{{printf \"%.3s|%.10s|%5.3s|\" .Uni .Uni .Uni}}", "{{printf \"%6v|%-6v|\" .Dir .Level}}", "{{printf \"%v\" (index .Anys 2)}}", "{{printf \"%c%c\" 72 0x4E16}}", "{{printf \"%c\" -1}} {{printf \"%c\" 0x110000}} {{printf \"%q\" -1}} {{printf \"%U\" -1}} {{printf \"%#U\" 0x110000}}", "{{printf \"%v\" 'a'}}", "{{printf \"%d %s\" 1 \"a\" | len}}", "{{printf \"%w\" 1}}", "{{printf \"%w\" .Oops}}", "{{printf \"%w\" .Bytes}}", "{{printf \"%w\" .Anys}}", "{{printf \"%z\" .Bytes}}", "{{printf \"%v\" .}}"[0:0],
	)
	for i := 0; i < 12; i++ {
		n := strconv.Itoa(i)
		add("widths", "{{printf \"%"+n+"s|%-"+n+"s|%."+n+"s|\" \"héllo\" \"héllo\" \"héllo\"}}{{printf \"%"+n+"d|%0"+n+"d|%-"+n+"d|%."+n+"d\" 123 -123 123 123}}{{printf \"|%."+n+"f|%."+n+"g|%."+n+"e\" 2.675 2.675 2.675}}")
	}
}
