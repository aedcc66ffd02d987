package main

import (
	"errors"
	"fmt"
	"strings"
	"text/template"
)

func describe(x any) string { return fmt.Sprintf("<%T>", x) }

func funcVar(s string, ns ...int) string { return fmt.Sprint(s, ns) }

// functions are known to the Rust side by the same names.
func functions() template.FuncMap {
	return template.FuncMap{
		"upper":    strings.ToUpper,
		"add":      func(a, b int) int { return a + b },
		"add64":    func(a int64, b uint8) int64 { return a + int64(b) },
		"half":     func(f float64) float64 { return f / 2 },
		"invert":   func(b bool) bool { return !b },
		"conj":     func(c complex128) complex128 { return complex(real(c), -imag(c)) },
		"describe": describe,
		"joinAll":  func(sep string, xs ...string) string { return strings.Join(xs, sep) },
		"types": func(xs ...any) string {
			var names []string
			for _, x := range xs {
				names = append(names, describe(x))
			}
			return strings.Join(names, ",")
		},
		"fail":    func() (string, error) { return "", errors.New("it failed") },
		"two":     func() (string, error) { return "two", nil },
		"dirOf":   func(d Dir) string { return "of " + string(d) },
		"count":   func(xs []string) int { return len(xs) },
		"name":    func(i Inner) string { return i.A },
		"nameP":   func(i *Inner) string { return map[bool]string{true: "nil", false: "set"}[i == nil] },
		"nothing": func() any { return nil },
		"list":    func() []string { return []string{"p", "q"} },
		"dict":    func() map[string]int { return map[string]int{"k": 1} },
		"inner":   func() Inner { return Inner{"made", 1, false} },
		"fn":      func() func(int, int) int { return func(a, b int) int { return a * b } },
		"keys":    func(m map[string]int) int { return len(m) },
	}
}
