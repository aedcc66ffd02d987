package main

func each(group string, texts ...string) {
	for _, text := range texts {
		add(group, text)
	}
}

func basics() {
	each("action",
		"", "plain", "{{.S}}", "{{ .S }}", "a{{.S}}b{{.I}}c", "{{.}}{{/* nothing */}}"[8:], "{{.Empty}}|", "{{.Zero}}", "{{.Neg}}",
		"{{.F}}", "{{.F32}}", "{{.C}}", "{{.True}} {{.False}}", "{{.U8}} {{.U64}} {{.I8}} {{.I32}}", "{{.Dir}}", "{{.Loud}}", "{{.Level}}",
		"{{.Num}} {{.Flag}} {{.Ratio}}", "{{.Ints}}", "{{.NilInts}} {{.EmptyInts}}", "{{.Texts}} {{.Strs}}", "{{.Bytes}}", "{{.Anys}}",
		"{{.Nested}}", "{{.Map}}", "{{.TextMap}}", "{{.MapAny}}", "{{.IntMap}} {{.BoolMap}} {{.FloatMap}} {{.U8Map}} {{.DirMap}}",
		"{{.NilMap}} {{.EmptyMap}}", "{{.InnerMap}}", "{{.Dict}}", "{{.Inner}}", "{{.P}}", "{{.NilP}}", "{{.PS}}", "{{.NilPS}}", "{{.PI}}", "{{.PP}}",
		"{{.Inners}}", "{{.Any}}", "{{.NilAny}}", "{{.AnyInner}}", "{{.AnyPtr}}", "{{.AnyNilP}}", "{{.AnyList}}", "{{.AnyMap}}",
		"{{.Pt}} {{.PPt}}", "{{.Oops}}", "{{.Outer}}", "{{.Holder}}", "{{.Slot}} {{.ListSlot}}", "{{.Uni}}", "{{.Multi}}",
		"{{1}} {{-2}} {{3.5}} {{1e3}} {{`raw`}} {{\"q\"}} {{'a'}} {{true}} {{1i}}",
		"{{.S | upper}}", "{{.S | upper | printf \"%s-%s\" \"x\"}}", "{{upper .S}}", "{{(upper .S)}}", "{{printf \"%d\" (add 1 2)}}",
		"{{add (add 1 2) (add 3 4)}}", "{{(add 1 2) | add 4}}", "{{1 | add 2 | add 3}}", "{{nothing}}", "{{nothing | print}}", "{{list}} {{dict}} {{inner}}",
		"{{(inner).A}}", "{{inner.A}}", "{{(list)}}", "{{dict.k}}", "{{(dict).k}}", "{{dict.missing}}", "{{$.S}}", "{{$}}"[0:0]+"{{$.Inner.A}}", "{{two}}",
		"{{\"a\" | printf \"%s\"}}", "{{. | describe}}", "{{describe .}}", "{{describe .Dir}}{{describe .NilAny}}{{describe nil}}{{describe .Any}}",
		"{{types 1 2.0 `s` true nil .Dir .P .NilP .Ints 'x' 1i .U8 .Anys .Map .Func}}", "{{types}}", "{{joinAll \"-\"}}", "{{joinAll \"-\" \"a\" .S}}",
		"{{\"z\" | joinAll \"-\" \"a\"}}", "{{\"-\" | joinAll}}", "{{half 3}} {{half 1.5}} {{half 0x10}} {{half 'a'}}", "{{conj 1+2i}} {{conj .C}}", "{{invert true}}{{invert .False}}",
		"{{add64 1 2}} {{add64 -5 255}} {{add64 1 256}}", "{{nameP nil}} {{nameP .P}} {{nameP .NilP}}", "{{name .Inner}} {{name .P}} {{name .AnyInner}}", "{{count .Texts}} {{count nil}} {{count list}} {{count .Strs}}",
		"{{keys .Map}} {{keys nil}} {{keys .Dict}}", "{{dirOf .Dir}} {{dirOf \"lit\"}}",
	)
	on("data", "nil", "{{.}}")
	on("data", "nil", "{{.Foo}}")
	on("data", "nil", "{{.Foo.Bar}}")
	on("data", "nil", "{{print .}}{{if .}}a{{else}}b{{end}}")
	on("data", "list", "{{.}} {{len .}} {{index . 1}}")
	on("data", "map", "{{.}} {{.a}} {{.b.k}} {{.c}} {{.c.d}}")
	on("data", "text", "{{.}} {{len .}} {{slice . 1 3}}")
	on("data", "five", "{{.}} {{range .}}{{.}},{{end}}")
	on("data", "value", "{{.S}} {{.Inner.A}} {{.P.A}}")
	on("data", "value", "{{.Inner.PtrGreet}}")
	on("data", "value", "{{.P.PtrGreet}}")
	on("data", "root", "{{.Inner.PtrGreet}}")
	on("data", "value", "{{(index .Inners 0).PtrGreet}}")
	on("data", "value", "{{(index .InnerMap `a`).PtrGreet}}")
	on("data", "value", "{{.AnyInner.PtrGreet}}")
	on("data", "list", "{{.Foo}}")
	on("data", "text", "{{.Foo}}")
	on("data", "five", "{{.Foo.Bar}}")
	delims := func(l, r, text string) { add("delims", text).Delims = []string{l, r} }
	delims("<<", ">>", "<<.S>> {{.S}} <</* c */>>x<<- .S ->> y")
	delims("[%", "%]", "[% if .True %]yes[% else %]no[% end %]")
	delims("", "", "{{.S}}")
	delims("<<", "", "<<.S}}")
	delims("", "»", "{{.S»")
	delims("(", ")", "(.S) (if .True)a(end)")
	delims("$", "$", "$.S$ x")
	delims("|", "|", "|.S|")
	delims("<<", ">>", "<<.Nope>>")
	delims("<<", ">>", "<<template \"nope\" .>>")
	delims("<<", ">>", "<<end>>")
	delims("<<", ">>", "<<define `x`>>b<<else>><<end>>")
	delims("<<", ">>", "<<.Func>>")
	delims("<<", ">>", "<<.S")
	delims("-", "-", "-.S-")
	delims("{{", "-}}", "{{.S-}} {{.S -}} {{.S --}}x")
}

func controls() {
	each("if",
		"{{if .True}}a{{end}}", "{{if .False}}a{{end}}", "{{if .False}}a{{else}}b{{end}}", "{{if .False}}a{{else if .True}}b{{else}}c{{end}}",
		"{{if .False}}a{{else if .False}}b{{else if .True}}c{{else}}d{{end}}", "{{if .False}}a{{else if .False}}b{{else}}d{{end}}",
		"{{if .S}}1{{end}}{{if .Empty}}2{{end}}{{if .I}}3{{end}}{{if .Zero}}4{{end}}{{if .F}}5{{end}}{{if .FZero}}6{{end}}{{if .C}}7{{end}}",
		"{{if .Ints}}1{{end}}{{if .NilInts}}2{{end}}{{if .EmptyInts}}3{{end}}{{if .Map}}4{{end}}{{if .NilMap}}5{{end}}{{if .EmptyMap}}6{{end}}",
		"{{if .Inner}}1{{end}}{{if .P}}2{{end}}{{if .NilP}}3{{end}}{{if .PS}}4{{end}}{{if .NilPS}}5{{end}}{{if .Any}}6{{end}}{{if .NilAny}}7{{end}}{{if .AnyNilP}}8{{end}}",
		"{{if .Dir}}1{{end}}{{if .Num}}2{{end}}{{if .Flag}}3{{end}}{{if .Func}}4{{end}}{{if .NilFunc}}5{{end}}{{if .Cmp}}6{{end}}{{if .MapAny.nope}}7{{end}}{{if .Strs}}8{{end}}{{if .Dict}}9{{end}}",
		"{{if nothing}}1{{end}}{{if 0}}2{{end}}{{if 1}}3{{end}}{{if \"\"}}4{{end}}{{if 0.0}}5{{end}}{{if 0i}}6{{end}}{{if 'a'}}7{{end}}",
		"{{if $x := .S}}{{$x}}{{end}}", "{{if $x := .Empty}}{{$x}}{{else}}none {{$x}}{{end}}", "{{if not .False}}a{{end}}", "{{if and .True .S}}{{if or .False .S}}x{{end}}{{end}}",
		"{{if .True}}{{if .False}}a{{else}}b{{end}}{{else}}c{{end}}", "{{if eq .S \"text\"}}y{{end}}", "{{if .True -}}  a  {{- end}}",
	)
	each("with",
		"{{with .Inner}}{{.A}}{{end}}", "{{with .P}}{{.A}}{{end}}", "{{with .NilP}}{{.A}}{{end}}", "{{with .NilP}}{{.A}}{{else}}no{{end}}", "{{with .S}}{{.}}{{$.I}}{{end}}",
		"{{with $x := .Inner}}{{$x.A}} {{.B}}{{end}}", "{{with .Empty}}a{{else with .S}}b{{.}}{{else}}c{{end}}", "{{with .Empty}}a{{else with .Empty}}b{{else}}c{{.S}}{{end}}",
		"{{with $x := .Empty}}a{{else with $y := .S}}{{$x}}{{$y}}{{end}}", "{{with .Any}}{{.}}{{end}}", "{{with .AnyInner}}{{.A}}{{end}}", "{{with 5}}{{.}}{{end}}",
		"{{with .Inner}}{{with .A}}{{.}}{{end}}{{.B}}{{end}}{{.S}}", "{{with nothing}}a{{else}}b{{end}}", "{{with .MapAny.in}}{{.A}}{{end}}",
		"{{with .Empty}}a{{else if .S}}b{{end}}", "{{if .Empty}}a{{else with .S}}b{{end}}",
	)
	each("range",
		"{{range .Ints}}{{.}},{{end}}", "{{range .NilInts}}x{{else}}none{{end}}", "{{range .EmptyInts}}x{{end}}", "{{range $x := .Ints}}{{$x}}{{.}};{{end}}",
		"{{range $i, $x := .Ints}}{{$i}}={{$x}};{{end}}", "{{range $i, $x := .Map}}{{$i}}={{$x}};{{end}}", "{{range .Map}}{{.}};{{end}}", "{{range $v := .Map}}{{$v}};{{end}}",
		"{{range $k, $v := .IntMap}}{{$k}}={{$v}};{{end}}", "{{range $k, $v := .BoolMap}}{{$k}}={{$v}};{{end}}", "{{range $k, $v := .FloatMap}}{{$k}}={{$v}};{{end}}",
		"{{range $k, $v := .U8Map}}{{$k}}={{$v}};{{end}}", "{{range $k, $v := .DirMap}}{{$k.DirName}}={{$v}};{{end}}", "{{range $k, $v := .MapAny}}{{$k}}={{$v}};{{end}}", "{{range $k, $v := .Dict}}{{$k}}={{$v}};{{end}}",
		"{{range .NilMap}}x{{else}}none{{end}}", "{{range .EmptyMap}}x{{else}}none{{end}}", "{{range 3}}{{.}}{{end}}", "{{range $i := 3}}{{$i}}{{end}}", "{{range .I8}}x{{else}}neg{{end}}",
		"{{range .U8}}{{if eq . 3}}{{break}}{{end}}{{printf \"%T\" .}}{{end}}", "{{range 0}}x{{else}}zero{{end}}", "{{range .Num}}{{.}}{{end}}", "{{range .Level}}{{.}}{{printf `%T` .}}{{end}}", "{{range $x := .Level}}{{$x.String}}{{.Nope}}{{end}}", "{{range $i, $x := 3}}{{$i}}{{end}}", "{{range $i, $x := 0}}{{$i}}{{end}}",
		"{{range .Anys}}[{{.}}]{{end}}", "{{range .Nested}}{{range .}}{{.}}{{else}}-{{end}};{{end}}", "{{range .Inners}}{{.A}}{{.B}} {{end}}", "{{range .Ptrs}}{{if .}}{{.A}}{{else}}nil{{end}} {{end}}",
		"{{range .PtrMap}}{{.}};{{end}}", "{{range .Strs}}{{.}}{{end}}", "{{range .AnyList}}{{.}}{{end}}", "{{range .AnyMap}}{{.}}{{end}}", "{{range .NilAny}}a{{else}}b{{end}}", "{{range nothing}}a{{else}}b{{end}}",
		"{{range list}}{{.}}{{$.S}}{{end}}", "{{range .Texts}}{{if eq . \"b\"}}{{continue}}{{end}}{{.}}{{end}}", "{{range .Texts}}{{if eq . \"b\"}}{{break}}{{end}}{{.}}{{end}}",
		"{{range $i, $e := .Texts}}{{if $i}}, {{end}}{{$e}}{{end}}", "{{range .Texts}}{{with .}}{{if eq . \"b\"}}{{continue}}{{end}}{{end}}{{.}}{{else}}e{{end}}",
		"{{range .Texts}}{{range $.Ints}}{{if eq . 2}}{{break}}{{end}}{{.}}{{end}}{{.}}{{end}}", "{{range .Texts}}{{break}}{{end}}after", "{{range .Texts}}{{continue}}x{{end}}after",
		"{{range $x := .Texts}}{{end}}", "{{range .NilInts}}{{else}}{{range .Ints}}{{.}}{{end}}{{end}}", "{{range $i, $x := .NilInts}}{{else}}{{$i}}{{$x}}{{end}}", "{{$x := 1}}{{range $x = .Ints}}{{$x}}{{end}}={{$x}}",
		"{{$i := 9}}{{$x := 9}}{{range $i, $x = .Texts}}{{$i}}{{$x}}{{end}}={{$i}}{{$x}}", "{{$x := 1}}{{range .Ints}}{{$x = add $x .}}{{end}}{{$x}}", "{{range .Ints}}{{$x := .}}{{$x}}{{end}}",
		"{{range $i, $_ := .Ints}}{{$i}}{{end}}", "{{range .Bytes}}{{.}},{{end}}", "{{range .PP}}x{{end}}", "{{range .Inner}}x{{end}}", "{{range .S}}x{{end}}", "{{range .True}}x{{end}}", "{{range .F}}{{end}}", "{{range .NilP}}{{else}}e{{end}}",
		"{{range .P}}{{end}}", "{{range .Func}}{{end}}"[0:0], "{{range .Pt}}{{end}}", "{{range .Dir}}{{end}}", "{{range .C}}{{end}}", "{{range 'c'}}{{break}}{{end}}", "{{range 2.0}}{{.}}{{end}}",
		"{{range .Tree.Children}}{{.Name}}{{range .Children}}({{.Name}}){{end}}{{end}}", "{{range $k, $v := .TextMap}}{{$k}}{{$v}}{{$.S}}{{end}}", "{{range $.Ints}}{{$}}{{break}}{{end}}"[0:0],
		"{{range slice .Ints 1}}{{.}}{{end}}", "{{range $i, $e := slice .Texts 1 2}}{{$i}}{{$e}}{{end}}", "{{range .U}}{{.}}{{end}}", "{{range .I64}}{{break}}{{else}}x{{end}}ok", "{{range -1}}x{{else}}y{{end}}",
	)
}

func variables() {
	each("variables",
		"{{$x := .S}}{{$x}}", "{{$x := 1}}{{$x = 2}}{{$x}}", "{{$x := 1}}{{if .True}}{{$x = 2}}{{end}}{{$x}}", "{{$x := 1}}{{if .True}}{{$x := 2}}{{$x}}{{end}}{{$x}}",
		"{{$x := 1}}{{with .S}}{{$x = .}}{{end}}{{$x}}", "{{$x := .Inner}}{{$x.A}} {{$x.B}}", "{{$x := .P}}{{$x.Greet}} {{$x.Add 3}}", "{{$x := \"a\"}}{{$y := \"b\"}}{{$x}}{{$y}}{{$x := \"c\"}}{{$x}}",
		"{{$x := 1}}{{$y := $x}}{{$x = 5}}{{$y}}", "{{$ := 3}}{{$}}", "{{$x := (add 1 2)}}{{$x}}", "{{$x:=1}}{{$x}}", "{{$x :=1}}{{$x}}", "{{$x= 1}}", "{{$x = 1}}", "{{$ = 1}}{{$}}", "{{$x := $.S}}{{$x}}", "{{($x := 5)}}{{$x}}",
		"{{add ($x := 5) 1}}{{$x}}", "{{$x := 1 | add 2}}{{$x}}", "{{$x}}", "{{$x.Foo}}", "{{if .True}}{{$x := 1}}{{end}}{{$x}}", "{{range $x := .Ints}}{{end}}{{$x}}", "{{with $x := 1}}{{end}}{{$x}}",
		"{{define \"d\"}}{{$x}}{{end}}", "{{$x := 1}}{{define \"d\"}}{{$x}}{{end}}", "{{$x := 1}}{{template \"d\"}}{{define \"d\"}}{{$x := 2}}{{$x}}{{end}}{{$x}}", "{{$été := 1}}{{$été}}", "{{$x1_ := 1}}{{$x1_}}", "{{$1 := 1}}{{$1}}",
		"{{$x := nil}}", "{{$x := .NilAny}}{{$x}}", "{{$x := nothing}}{{$x}}{{if $x}}a{{end}}", "{{$x, $y := 1}}", "{{$x, $y = 1}}", "{{if $x, $y := 1}}{{end}}", "{{range $x, $y, $z := .Ints}}{{end}}", "{{range $x, := .Ints}}{{end}}", "{{range $x, 1 := .Ints}}{{end}}", "{{range $x y := .Ints}}{{end}}",
		"{{$x := 1}}{{$x 2}}", "{{$x := .Inner}}{{$x.Add 1}}", "{{.S | $x}}", "{{$x := .Func}}{{call $x \"a\"}}", "{{$x := 1}}{{2 | $x}}", "{{$x := .Inner}}{{5 | $x.Add}}", "{{$x := 1}}{{$x := 2}}{{$x}}", "{{$v := index .Texts 0}}{{$v | upper}}",
		"{{$x := 1}}{{range .Ints}}{{$x}}{{$x = .}}{{end}}", "{{$x := 1}}{{range .Ints}}{{$x := .}}{{end}}{{$x}}", "{{range $i, $e := .Texts}}{{$i = 7}}{{$i}}{{$e}}{{end}}", "{{$x := .}}{{$x.S}}", "{{range .Ints}}{{$x := 1}}{{continue}}{{end}}{{$y := 2}}{{$y}}",
		"{{$x := true}}{{if $x}}{{$x = false}}{{end}}{{$x}}", "{{if $x := .True}}{{else}}{{end}}{{if $y := 1}}{{$y}}{{end}}", "{{$x := 1}}{{block \"b\" .}}{{$x}}{{end}}",
	)
}

func templates() {
	each("templates",
		"{{define \"a\"}}A{{.}}{{end}}{{template \"a\" .S}}", "{{template \"a\"}}{{define \"a\"}}A{{.}}{{end}}", "{{template \"a\" .Inner}}{{define \"a\"}}{{.A}}{{$.B}}{{end}}",
		"{{block \"b\" .S}}B{{.}}{{end}}", "{{block \"b\" .S}}B{{.}}{{end}}{{template \"b\" .I}}", "{{define `raw`}}r{{end}}{{template `raw`}}", "{{define \"q\\n\"}}r{{end}}{{template \"q\\n\"}}",
		"{{template \"nope\"}}", "{{template \"nope\" .}}", "{{template \"nope\" .S | upper}}", "x{{template \"t\"}}"[0:0], "{{define \"a\"}}{{template \"b\" .}}{{end}}{{define \"b\"}}b{{.}}{{end}}{{template \"a\" 1}}",
		"{{define \"a\"}}one{{end}}{{define \"a\"}}two{{end}}", "{{define \"a\"}}one{{end}}{{define \"a\"}} {{end}}{{template \"a\"}}", "{{define \"a\"}} {{end}}{{define \"a\"}}two{{end}}{{template \"a\"}}",
		"{{define \"a\"}}{{define \"b\"}}{{end}}{{end}}", "{{if .True}}{{define \"b\"}}{{end}}{{end}}", "{{define \"a\"}}{{else}}{{end}}", "{{define \"a\"}}", "{{define a}}{{end}}", "{{define}}{{end}}", "{{define \"a\" .}}{{end}}", "{{define 1}}{{end}}",
		"{{template}}", "{{template a}}", "{{template 1}}", "{{template \"a\" \"b\" \"c\"}}", "{{template \"a\" . | }}", "{{template \"\\q\"}}", "{{block \"b\"}}x{{end}}", "{{block}}{{end}}", "{{block b .}}{{end}}", "{{block \"b\" .}}{{else}}{{end}}", "{{block \"b\" .}}",
		"{{block \"a\" .}}1{{end}}{{block \"a\" .}}2{{end}}", "{{block \"a\" .}}1{{block \"b\" .}}2{{end}}3{{end}}", "{{range .Ints}}{{template \"i\" .}}{{end}}{{define \"i\"}}<{{.}}>{{end}}", "{{range .Ints}}{{block \"i\" .}}{{break}}{{end}}{{end}}",
		"{{define \"t\"}}inner{{end}}outer", "{{define \"t\"}}inner{{end}}", "{{template \"x\" $y := 1}}{{$y}}{{define \"x\"}}{{.}}{{end}}", "{{define \"r\"}}{{if lt . 5}}{{.}}{{template \"r\" (add . 1)}}{{end}}{{end}}{{template \"r\" 0}}",
		"{{define \"n\"}}{{.Name}}{{range .Children}}({{template \"n\" .}}){{end}}{{end}}{{template \"n\" .Tree}}", "{{define \"e\"}}{{end}}[{{template \"e\"}}]", "{{define \"e\"}}{{.Nope}}{{end}}{{template \"e\" .Inner}}", "{{define \"e\"}}x\n{{.Nope}}{{end}}{{template \"e\" .}}",
		"{{define \"a\"}}{{$}}{{end}}{{template \"a\" .S}}", "{{define \"a\"}}{{with .}}{{.}}{{else}}none{{end}}{{end}}{{template \"a\"}}{{template \"a\" 1}}", "{{define \"loop\"}}{{template \"loop\"}}{{end}}{{template \"loop\"}}",
		"{{- define \"x\" -}} trimmed {{- end -}} [{{template \"x\"}}]", "{{define \"a b\"}}1{{end}}{{template \"a b\"}}", "{{define \"\"}}empty{{end}}{{template \"\"}}", "{{define \"a\"}}{{template \"b\"}}{{end}}{{template \"a\"}}",
	)
	many := func(texts ...[2]string) { on("sets", "root", "").Texts = texts }
	many([2]string{"a", "A{{template \"b\" .}}"}, [2]string{"b", "B{{.S}}"})
	many([2]string{"a", "A{{template \"b\" .}}"}, [2]string{"b", "{{.Nope}}"})
	many([2]string{"a", "1"}, [2]string{"a", "2"})
	many([2]string{"a", "1"}, [2]string{"a", " "})
	many([2]string{"a", "1"}, [2]string{"a", "{{/* c */}}"})
	many([2]string{"a", "{{template \"x\"}}{{define \"x\"}}old{{end}}"}, [2]string{"b", "{{define \"x\"}}new{{end}}"})
	many([2]string{"a", "{{template \"x\"}}{{define \"x\"}}old{{end}}"}, [2]string{"b", "{{define \"x\"}}\n{{end}}"})
	many([2]string{"a", "{{block \"x\" .}}default{{end}}"}, [2]string{"b", "{{define \"x\"}}over{{.S}}{{end}}"})
	many([2]string{"a", "x"}, [2]string{"b", "{{if}}"})
	many([2]string{"a.tmpl", "x\ny {{template \"b.tmpl\" .}}"}, [2]string{"b.tmpl", "\n\n  {{.Inner.Foo}}"})
	many([2]string{"a", ""}, [2]string{"b", "b"})
	many([2]string{"a", "{{define \"a\"}}self{{end}}"})
	many([2]string{"a", "body{{define \"a\"}}self{{end}}"})
	many([2]string{"a", "  {{define \"b\"}}self{{end}}  "})
	many([2]string{"a", "{{template \"h\"}}"}, [2]string{"h.tmpl", "{{define \"h\"}}head{{end}}"})
}

func fieldsAndMethods() {
	each("fields",
		"{{.Inner.A}} {{.Inner.B}}", "{{.P.A}}", "{{.PP.A}}", "{{.AnyInner.A}} {{.AnyPtr.A}}", "{{.Outer.A}} {{.Outer.Inner.A}} {{.Outer.Z}}", "{{.MapAny.s}} {{.MapAny.in.A}} {{.MapAny.m.deep}}", "{{.MapAny.nope}}", "{{.MapAny.nope.deeper}}", "{{.TextMap.k}}{{.TextMap.no}}", "{{.Map.one}} {{.Map.no}}",
		"{{.InnerMap.a.A}}", "{{.InnerMap.b.A}}", "{{.PtrMap.p.A}}", "{{.PtrMap.none}}", "{{.PtrMap.nil.A}}", "{{(index .Inners 1).A}}", "{{(index .Anys 5).A}}", "{{(.P).A}}", "{{(.Inner).Add 1}}", "{{((.Inner)).A}}",
		"{{.Nope}}", "{{.Inner.Nope}}", "{{.P.Nope}}", "{{.NilP.A}}", "{{.NilP.Nope}}", "{{.NilP.c}}", "{{.S.Nope}}", "{{.I.Nope}}", "{{.Ints.Nope}}", "{{.IntMap.nope}}", "{{.DirMap.d}}", "{{.hidden}}", "{{.Inner.c}}", "{{.P.c}}", "{{.NilAny.Foo}}", "{{.AnyNilP.A}}", "{{.Any.Foo}}", "{{.Func.Foo}}", "{{.PS.Foo}}", "{{.NilPS.Foo}}", "{{.Dir.Foo}}", "{{.Pt.X}} {{.PPt.Y}}",
		"{{.Holder.l}}", "{{.Outer.c}}", "{{.Outer.Nope}}", "{{(index .Anys 0).Foo}}", "{{(index .Anys 2).Foo}}", "{{range .Anys}}{{.Foo}}{{end}}", "{{range .Ptrs}}{{.A}}{{end}}", "{{range .Inners}}{{.Nope}}{{end}}", "{{.Dict.a}} {{.Dict.q}}", "{{(index .InnerMap \"a\").A}}", "{{.Slot.V}} {{.ListSlot.V}}",
		"{{.S 1}}", "{{.Inner.A 1}}", "{{1 | .S}}", "{{.Map.one 1}}", "{{1 | .Map.one}}", "{{.Strs.A}}", "{{true.Foo}}", "{{nil.Foo}}", "{{1.Foo}}", "{{\"s\".Foo}}", "{{..Foo}}", "{{.Foo.}}", "{{.Inner. A}}", "{{(nothing).Foo}}", "{{(nil).Foo}}", "{{(1).Foo}}", "{{(\"x\").Foo}}", "{{$.Inner.A}}", "{{($).S}}", "{{(.).S}}", "{{.C.Foo}}", "{{.Tree.Name}} {{(index .Tree.Children 1).Name}}",
	)
	each("methods",
		"{{.Dir.DirName}}", "{{.Inner.Greet}}", "{{.P.Greet}}", "{{.PP.Greet}}", "{{.Inner.Add 3}}", "{{3 | .Inner.Add}}", "{{.Inner.Wrap \"<\" \">\"}}", "{{\">\" | .Inner.Wrap \"<\"}}", "{{.Inner.Join \",\" \"a\" \"b\"}}", "{{.Inner.Join \",\"}}", "{{.Inner.Any nil}} {{.Inner.Any 1}} {{.Inner.Any .}}", "{{.Inner.PtrGreet}}", "{{.P.PtrGreet}}", "{{.AnyPtr.PtrGreet}}", "{{.AnyInner.Greet}}",
		"{{.Loud.String}}", "{{.Level.String}}", "{{.Pt.String}}", "{{.Oops.Error}}", "{{.Outer.Greet}}", "{{.Outer.Inner.Greet}}", "{{range .Inners}}{{.Greet}};{{.PtrGreet}};{{end}}", "{{.Inner.Fail}}", "{{.Inner.Greet 1}}", "{{.Inner.Add}}", "{{.Inner.Add 1 2}}", "{{.Inner.Add \"x\"}}", "{{.Inner.Add .S}}", "{{.Inner.Add 1.0}}", "{{.Inner.Add 1.5}}", "{{.Inner.Add nil}}", "{{.Inner.Add .NilAny}}", "{{.Inner.Join}}", "{{.Inner.Join 1}}", "{{.Inner.Join \",\" 1}}", "{{.Inner.Wrap \"<\"}}", "{{.NilP.Greet}}"[0:0], "{{.Inner.greet}}", "{{.Inner.Greet.Foo}}", "{{(.Inner.Greet) | len}}", "{{.Dir.DirName | upper}}", "{{with .Dir}}{{.}} {{.DirName}}{{end}}", "{{index .DirMap .Dir}}", "{{len .Dir}}", "{{printf \"%s %v %q %T\" .Dir .Dir .Dir .Dir}}", "{{eq .Dir \"sig-x\"}}", "{{upper .Dir}}", "{{.Inner.Add .I}}", "{{.Inner.Add .I8}}", "{{.Inner.Add .Num}}", "{{.Inner.Add 'a'}}", "{{.Inner.Add 0x10}}", "{{.Inner.Add 1e2}}",
	)
	for _, option := range []string{"default", "invalid", "zero", "error"} {
		for _, text := range []string{"{{.Map.no}}", "{{.TextMap.no}}", "{{.MapAny.no}}", "{{.MapAny.no.deeper}}", "{{.InnerMap.no}}", "{{.PtrMap.no}}", "{{index .Map \"no\"}}", "{{.Dict.no}}", "{{.NilMap.no}}", "{{if .MapAny.no}}a{{else}}b{{end}}", "{{.Nope}}", "{{.InnerMap.no.A}}"} {
			add("missingkey", text).MissingKey = option
		}
		on("missingkey", "nil", "{{.x}}").MissingKey = option
		on("missingkey", "map", "{{.x}} {{.b.x}}").MissingKey = option
	}
}
