// Command vectors writes, as JSON on standard output, what go-yaml makes of many trees.
//
// Each vector holds a tree, the text go-yaml writes for it, and whether go-yaml reads that text back as the
// same tree. See README.md for how to run it.
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand"
	"os"
	"reflect"
	"strings"

	yaml "gopkg.in/yaml.v3"
)

// tree is a tree to write: exactly one field is set.
type tree struct {
	Str    *string `json:"str,omitempty"`
	Folded *string `json:"folded,omitempty"`
	Plain  *string `json:"plain,omitempty"`
	Seq    *[]tree `json:"seq,omitempty"`
	Map    *[]pair `json:"map,omitempty"`
}

type pair struct {
	Key   string `json:"key"`
	Value tree   `json:"value"`
}

type vector struct {
	Tree tree   `json:"tree"`
	Yaml string `json:"yaml"`
	Same bool   `json:"same"`
}

func str(s string) tree          { return tree{Str: &s} }
func folded(s string) tree       { return tree{Folded: &s} }
func plain(s string) tree        { return tree{Plain: &s} }
func seq(items ...tree) tree     { return tree{Seq: &items} }
func mapping(pairs ...pair) tree { return tree{Map: &pairs} }

// value gives what go-yaml has to be given to write t the way a program with structs would.
func (t tree) value() interface{} {
	switch {
	case t.Str != nil:
		return *t.Str
	case t.Folded != nil:
		return &yaml.Node{Kind: yaml.ScalarNode, Style: yaml.FoldedStyle, Value: *t.Folded}
	case t.Plain != nil:
		var v interface{}
		if err := yaml.Unmarshal([]byte(*t.Plain), &v); err != nil {
			panic(err)
		}
		return v
	case t.Seq != nil:
		items := make([]interface{}, 0, len(*t.Seq))
		for _, item := range *t.Seq {
			items = append(items, item.value())
		}
		return items
	case len(*t.Map) == 0:
		return map[string]interface{}{}
	case len(*t.Map) == 1:
		return map[string]interface{}{(*t.Map)[0].Key: (*t.Map)[0].Value.value()}
	}
	// A struct keeps the order of its fields; a map would be sorted.
	fields := []reflect.StructField{}
	for i, pair := range *t.Map {
		fields = append(fields, reflect.StructField{
			Name: fmt.Sprintf("F%d", i),
			Type: reflect.TypeOf((*interface{})(nil)).Elem(),
			Tag:  reflect.StructTag(fmt.Sprintf("yaml:%q", pair.Key)),
		})
	}
	made := reflect.New(reflect.StructOf(fields)).Elem()
	for i, pair := range *t.Map {
		if value := reflect.ValueOf(pair.Value.value()); value.IsValid() {
			made.Field(i).Set(value)
		}
	}
	return made.Interface()
}

// same tells whether node reads as t.
func (t tree) same(node *yaml.Node) bool {
	switch {
	case t.Str != nil:
		return node.Kind == yaml.ScalarNode && node.Value == *t.Str && node.Tag == "!!str"
	case t.Folded != nil:
		return node.Kind == yaml.ScalarNode && node.Value == *t.Folded && node.Tag == "!!str"
	case t.Plain != nil:
		return node.Kind == yaml.ScalarNode && node.Value == *t.Plain && node.Tag != "!!str"
	case t.Seq != nil:
		if node.Kind != yaml.SequenceNode || len(node.Content) != len(*t.Seq) {
			return false
		}
		for i, item := range *t.Seq {
			if !item.same(node.Content[i]) {
				return false
			}
		}
		return true
	}
	if node.Kind != yaml.MappingNode || len(node.Content) != 2*len(*t.Map) {
		return false
	}
	for i, pair := range *t.Map {
		if node.Content[2*i].Value != pair.Key || !pair.Value.same(node.Content[2*i+1]) {
			return false
		}
	}
	return true
}

func write(t tree, indent int) (v vector) {
	v.Tree = t
	var out bytes.Buffer
	enc := yaml.NewEncoder(&out)
	enc.SetIndent(indent)
	if err := enc.Encode(t.value()); err != nil {
		panic(err)
	}
	if err := enc.Close(); err != nil {
		panic(err)
	}
	v.Yaml = out.String()
	var node yaml.Node
	if err := yaml.Unmarshal(out.Bytes(), &node); err == nil && len(node.Content) == 1 {
		v.Same = t.same(node.Content[0])
	}
	return v
}

// random makes trees of random texts: the corners nobody thinks of.
func random(rng *rand.Rand, depth int) tree {
	switch n := rng.Intn(10); {
	case n < 2 && depth > 0:
		items := []tree{}
		for i := rng.Intn(4); i > 0; i-- {
			items = append(items, random(rng, depth-1))
		}
		return seq(items...)
	case n < 5 && depth > 0:
		pairs := []pair{}
		for i := rng.Intn(4); i > 0; i-- {
			pairs = append(pairs, pair{fmt.Sprintf("%c%d", 'a'+rng.Intn(26), i), random(rng, depth-1)})
		}
		return mapping(pairs...)
	case n < 7:
		return folded(randomText(rng))
	}
	return str(randomText(rng))
}

func randomText(rng *rand.Rand) string {
	pieces := []string{
		" ", " ", " ", "  ", "\n", "\n", "\n\n", "\n ", " \n", "\t", "a", "bc", "word", "longer words", "it's", "\"",
		": ", " #", "#", "-", "- ", "?", ":", ",", "[", "]", "{", "}", "&", "*", "!", "|", ">", "%", "@", "`", "\\",
		"é", "日本", "😀", "\u0085", "\u00a0", "\u2028", "\ufeff", "\r", "\x00", "\x7f", "0", "12", ".", "y", "null", "~",
		"supercalifragilisticexpialidocious ", "https://example.org/a/rather/long/path?with=query#anchor ",
	}
	var text strings.Builder
	for i := rng.Intn(12); i > 0; i-- {
		text.WriteString(pieces[rng.Intn(len(pieces))])
	}
	return text.String()
}

func main() {
	indent := flag.Int("indent", 2, "spaces a level")
	reading := flag.Bool("reading", false, "write what go-yaml reads instead of what it writes")
	flag.Parse()

	if *reading {
		vectors := []interface{}{}
		for _, text := range documents() {
			vectors = append(vectors, readAs(text))
		}
		print(vectors)
		return
	}

	vectors := []interface{}{}
	for _, t := range trees() {
		vectors = append(vectors, write(t, *indent))
	}
	rng := rand.New(rand.NewSource(1))
	for i := 0; i < 500; i++ {
		vectors = append(vectors, write(random(rng, 3), *indent))
	}
	print(vectors)
}

// print writes a line a vector, so that a change of one shows as one.
func print(vectors []interface{}) {
	fmt.Println("[")
	for i, v := range vectors {
		line, err := json.Marshal(v)
		if err != nil {
			panic(err)
		}
		os.Stdout.Write(line)
		if i+1 < len(vectors) {
			fmt.Print(",")
		}
		fmt.Println()
	}
	fmt.Println("]")
}
