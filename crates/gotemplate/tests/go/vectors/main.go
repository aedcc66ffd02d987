// Command vectors executes templates with Go's text/template and writes down what came out.
package main

import (
	"bytes"
	"cmp"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"regexp"
	"sort"
	"text/template"
	"unicode/utf8"
)

// Case is one template and what Go makes of it.
type Case struct {
	Group string `json:"group"`
	// Text is the template "t", where there is but one.
	Text string `json:"text,omitempty"`
	// Texts are parsed one after the other: name and text. The first is executed.
	Texts [][2]string `json:"texts,omitempty"`
	// Data names what it is executed on; "root" where it is empty.
	Data       string   `json:"data,omitempty"`
	Delims     []string `json:"delims,omitempty"`
	MissingKey string   `json:"missingkey,omitempty"`
	// Out is the output, also where execution failed; OutHex where it is not UTF-8.
	Out    string `json:"out,omitempty"`
	OutHex string `json:"out_hex,omitempty"`
	Err    string `json:"err,omitempty"`
	// Parse says that the error came from parsing.
	Parse bool `json:"parse,omitempty"`
}

var cases []*Case

func add(group, text string) *Case { return on(group, "root", text) }

func on(group, data, text string) *Case {
	c := &Case{Group: group, Text: text, Data: data}
	if data == "root" {
		c.Data = ""
	}
	cases = append(cases, c)
	return c
}

func (c *Case) run(data any) {
	texts := c.Texts
	if texts == nil {
		texts = [][2]string{{"t", c.Text}}
	}
	set := template.New(texts[0][0]).Funcs(functions())
	if c.MissingKey != "" {
		set.Option("missingkey=" + c.MissingKey)
	}
	if c.Delims != nil {
		set.Delims(c.Delims[0], c.Delims[1])
	}
	for i, text := range texts {
		t := set
		if i > 0 {
			t = set.New(text[0])
			if old := set.Lookup(text[0]); old != nil {
				t = old
			}
		}
		if _, err := t.Parse(text[1]); err != nil {
			c.Err = err.Error()
			c.Parse = true
			return
		}
	}
	var out bytes.Buffer
	if err := set.Execute(&out, data); err != nil {
		c.Err = err.Error()
	}
	if utf8.Valid(out.Bytes()) {
		c.Out = out.String()
	} else {
		c.OutHex = hex.EncodeToString(out.Bytes())
	}
}

// unique drops the cases that are there already.
func unique(all []*Case) []*Case {
	seen := map[string]bool{}
	kept := []*Case{}
	for _, c := range all {
		key := fmt.Sprint(c.Text, c.Texts, c.Data, c.Delims, c.MissingKey)
		if !seen[key] {
			seen[key] = true
			kept = append(kept, c)
		}
	}
	return kept
}

var functionAddress = regexp.MustCompile(`func\(.*0x[0-9a-f]{5}`)

// stable runs the cases and drops those that print addresses: another copy of the data prints others.
func stable(cases []*Case, all map[string]any) []*Case {
	other := data()
	kept := []*Case{}
	for _, c := range cases {
		again := *c
		c.run(all[cmp.Or(c.Data, "root")])
		again.run(other[cmp.Or(c.Data, "root")])
		if c.Out == again.Out && c.Err == again.Err && !functionAddress.MatchString(c.Err) {
			kept = append(kept, c)
		}
	}
	return kept
}

func line(v any) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err)
	}
	return string(bytes.TrimSpace(b.Bytes()))
}

func main() {
	basics()
	controls()
	variables()
	templates()
	fieldsAndMethods()
	builtins()
	comparisons()
	literals()
	spaces()
	parseErrors()
	execErrors()
	formats()
	all := data()
	names := []string{}
	for name := range all {
		names = append(names, name)
	}
	sort.Strings(names)
	fmt.Fprintln(os.Stdout, "{\"data\": {")
	for i, name := range names {
		comma := ","
		if i == len(names)-1 {
			comma = ""
		}
		fmt.Fprintf(os.Stdout, "%q: %s%s\n", name, line(dump(reflect.ValueOf(all[name]))), comma)
	}
	fmt.Fprintln(os.Stdout, "}, \"cases\": [")
	cases = stable(unique(cases), all)
	for i, c := range cases {
		comma := ","
		if i == len(cases)-1 {
			comma = ""
		}
		fmt.Fprintf(os.Stdout, "%s%s\n", line(c), comma)
	}
	fmt.Fprintln(os.Stdout, "]}")
	fmt.Fprintln(os.Stderr, len(cases), "cases")
}
