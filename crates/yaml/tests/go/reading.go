package main

import (
	"errors"
	"sort"

	yaml "gopkg.in/yaml.v3"
)

// readVector is a text and what go-yaml reads: nested lists, mappings as lists of [key, value] sorted by key,
// scalars as their raw text, nulls. Error says why it reads nothing.
type readVector struct {
	Text  string      `json:"text"`
	Value interface{} `json:"value"`
	Error string      `json:"error,omitempty"`
}

func readAs(text string) (v readVector) {
	v.Text = text
	var node yaml.Node
	if err := yaml.Unmarshal([]byte(text), &node); err != nil {
		v.Error = err.Error()
		return v
	}
	if len(node.Content) == 1 {
		value, err := plainValue(node.Content[0], 0)
		if err != nil {
			v.Error = err.Error()
			return v
		}
		v.Value = value
	}
	return v
}

func plainValue(node *yaml.Node, depth int) (interface{}, error) {
	if depth > 50 {
		return nil, errors.New("an anchor contains itself")
	}
	switch node.Kind {
	case yaml.AliasNode:
		return plainValue(node.Alias, depth+1)
	case yaml.SequenceNode:
		items := []interface{}{}
		for _, item := range node.Content {
			value, err := plainValue(item, depth+1)
			if err != nil {
				return nil, err
			}
			items = append(items, value)
		}
		return items, nil
	case yaml.MappingNode:
		// Decoding into a map is what applies merge keys and finds duplicates.
		var entries map[string]yaml.Node
		if err := node.Decode(&entries); err != nil {
			return nil, err
		}
		keys := []string{}
		for key := range entries {
			keys = append(keys, key)
		}
		sort.Strings(keys)
		pairs := []interface{}{}
		for _, key := range keys {
			entry := entries[key]
			value, err := plainValue(&entry, depth+1)
			if err != nil {
				return nil, err
			}
			pairs = append(pairs, []interface{}{key, value})
		}
		return map[string]interface{}{"map": pairs}, nil
	}
	if node.ShortTag() == "!!null" {
		return nil, nil
	}
	return node.Value, nil
}

// documents are texts as people write them, good and bad.
func documents() []string {
	return []string{
		// Scalars.
		"a: b\n", "a:    b   \n", "a: 1.10\n", "a: 0x1F\nb: yes\nc: 2020-01-02\n", "a:\nb: ~\nc: null\nd: Null\ne: 'null'\nf: \"\"\ng: nUll\n",
		"a: !!str ~\n", "a: !!str\n", "a: ! ~\n", "a: ! b\n", "a: !mine b\n", "a: !!int \"3\"\n", "a: 'it''s'\n", "a: \"x\\ty\\n\\u00e9\\U0001F600\\\\ \\\"q\\\"\"\n",
		"a: \"\\d\"\n", "a: \"one\n  two\n\n  three\"\n", "a: 'one\n  two\n\n  three'\n", "a: \"one \\\n  two\"\n", "a: one\n  two\n\n  three\n", "a: b # c\n", "a: b#c\n", "a: '# b'\n", "a: http://x.org:80/#y\n",
		"a: b: c\n", "a: b:\n", "a: -b\n", "a: ?b\n", "a: :b\n", "a: - b\n", "a: @b\n", "a: `b`\n", "a: %b\n", "a: &b\n", "a: *b\n", "a: !b\n", "a: |\n  b\n", "a: >\n  b\n", "a: [b\n", "a: {b\n", "a: ]\n", "a: }\n", "a: b]\n", "a: b, c\n",
		"a: 'b' c\n", "a: \"b\" c\n", "a: 'b\n", "a: \"b\n", "a: b\tc\n", "a:\tb\n", "a: \tb\n", "\ta: b\n", "a:\n\tb: c\n", "a: b\t# c\n",
		// Blocks.
		"a: |\n  one\n   two\n\n  three\n\n\nb: c\n", "a: |-\n  one\n\nb: c\n", "a: |+\n  one\n\nb: c\n", "a: >\n  one\n  two\n\n  three\n    four\n  five\n", "a: >-\n  one\n\n\n  two\n", "a: >+\n  one\n\n\nb: c\n",
		"a: |2\n    one\n  two\n", "a: |2-\n   one\n", "a: |1\n one\n", "a: | # c\n  one\n", "a: |c\n  one\n", "a: |\nb: c\n", "a: |\n\n\n  one\n", "a: |\n  one", "a: >\n  one\n  two", "a: |\n  # no comment\n# comment\nb: c\n", "- |\n one\n- >\n two\n",
		"a:\n  - |\n    one\n  - b\n", "a: |\n  one\n two\n", "a: |\n\tone\n", "a: |\n  one\r\n  two\r\nb: c\r\n", "a: |\n    \n  one\n", "a: |\n  one\n    \nb: c\n",
		// Lists and mappings.
		"- a\n- b\n", "-a\n-b\n", "- a\n-b\n", "-\n- a\n-\n", "- - a\n  - b\n- - - c\n", "a:\n- b\n- c\nd: e\n", "a:\n  - b\n  - c\nd: e\n", "a:\n    - b\n    - c\n  \nd: e\n", "- a: b\n  c: d\n-   e: f\n    g: h\n", "- a:\n  - b\n  c: d\n",
		"-\n  a: b\n", "- # c\n  a: b\n", "a:\n  b:\n    c: d\n  e: f\n", "a:\n    b: c\n  d: e\n", "a:\n  b: c\n    d: e\n", "a: b\n c: d\n", "- a\nb: c\n", "a: b\n- c\n", "a:\n- b\n c: d\n", "a :  b\n", "'a': b\n\"c\": d\n", "a b: c\n", "? a\n: b\n", "? a\n", "? - a\n: b\n", "[a]: b\n", "{a: b}: c\n", "a:b\n", "a:b\nc: d\n", "12: a\ntrue: b\n", "~: a\n",
		"a: b\na: c\n", "a: b\n'a': c\n", "a: {b: c, b: d}\n", "- a: b\n  a: c\n",
		// Flow.
		"[]\n", "{}\n", "a: []\nb: {}\n", "a: [b, 'c', \"d\", ]\n", "a: [b, [c, {d: e}]]\n", "a: {b: c, d: [e], f}\n", "a: {b: , c: d}\n", "a: {b:c}\n", "a: {\"b\":c}\n", "a: [b: c, d]\n", "a: [\n  b, # c\n  d\n]\n", "a: [\nb,\nc\n]\n", "a: [b c, d]\n", "a: [b,, c]\n", "a: [b] c\n", "a: [b}\n", "a: {b, c: d}\n", "a: [http://x, b:c]\n", "a: [-1, - b]\n", "a: [b\n", "a: {b: c\nd: e\n",
		// Comments, documents, directives, line ends.
		"# a\n\n  # b\na: b\n# c\n", "# a\n", "", "\n\n", "---\na: b\n", "--- a\n", "a: b\n---\nc: d\n", "a: b\n...\nc: d\n", "...\n", "%YAML 1.1\n---\na: b\n", "%YAML 1.2\n---\na: b\n", "%TAG !e! tag:example.org,2020:\n---\na: !e!x b\n", "a: b\r\nc:\r\n- d\r\n", "a: b\rc: d\r", "\ufeffa: b\n", "a: b\n\n\n", "a: b", "a: é日本😀\n", "é: a\n", "a: b #c\n  d\n", "a: b\n# c\n  d\n", "a:\n  b\n", "a:\n  # c\n  b\n", "a:\n\n  - b\n\n\n  - c\n", "a: b\x00\n", "a: \x01b\n", "a: b\u0080\n", "a: b\u200bc\n",
		// Anchors, aliases, merges.
		"a: &x b\nc: *x\n", "a: &x [b]\nc: *x\n", "a: &x\n  b: c\nd: *x\n", "- &x a\n- *x\n- &x b\n- *x\n", "&x a: b\nc: *x\n", "a: &x b\n*x : c\n", "a: *x\nb: &x c\n", "a: &x [*x]\n", "&x [a]\n", "a: &x\nb: *x\n", "a: &x !!str b\nc: *x\n", "a: !!str &x b\n",
		"a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  c: 3\n", "a: &x {b: 1}\ne: &y {b: 2, c: 3}\nd:\n  <<: [*x, *y]\n", "a: &x {b: 1}\nd: {<<: *x, <<: *x}\n", "a:\n  <<: {b: 1}\n  c: 2\n", "a:\n  <<: [{b: 1}, {b: 2, c: 3}]\n  b: 0\n", "a:\n  <<: b\n", "a: &x [b]\nc:\n  <<: *x\n", "a: &x {b: &y {c: 1}}\nd:\n  <<: *x\n  e: *y\n", "x: &x {a: 1}\ny: &y {<<: *x, b: 2}\nz: {<<: *y, c: 3}\n", "a:\n  '<<': b\n", "a:\n  <<: ~\n", "a:\n  <<: []\n", "a: &x {b: 1}\nc:\n  <<: [*x, d]\n", "a: &x {b: ~}\nc:\n  <<: *x\n  b: 1\n", "a: &x {b: 1}\nc:\n  <<: *x\n  b: ~\n",
	}
}
