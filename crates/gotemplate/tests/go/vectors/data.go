package main

import (
	"errors"
	"strings"
)

// Dir is a named string with a method: it prints as a string.
type Dir string

func (d Dir) DirName() string { return "dir-" + string(d) }

// Loud prints itself.
type Loud string

func (l Loud) String() string { return strings.ToUpper(string(l)) + "!" }

// Level is a named integer that prints itself.
type Level int

func (l Level) String() string { return "L" + strings.Repeat("*", int(l)) }

// Num is a named integer that does not.
type Num int

// Flag is a named boolean.
type Flag bool

// Ratio is a named float.
type Ratio float64

// Strs is a named slice.
type Strs []string

// Dict is a named map.
type Dict map[string]int

// Inner is a struct with methods, some on its pointer.
type Inner struct {
	A string
	B int
	c bool
}

func (i Inner) Greet() string                        { return "hello " + i.A }
func (i Inner) Add(n int) int                        { return i.B + n }
func (i Inner) Wrap(l, r string) string              { return l + i.A + r }
func (i Inner) Fail() (string, error)                { return "", errors.New("method failed") }
func (i *Inner) PtrGreet() string                    { return "ptr " + i.A }
func (i Inner) Join(sep string, xs ...string) string { return strings.Join(xs, sep) }
func (i Inner) Any(x any) string                     { return describe(x) }

// Pt prints itself.
type Pt struct{ X, Y int }

func (p Pt) String() string { return "pt" }

// Oops is an error.
type Oops struct{ Code int }

func (o Oops) Error() string { return "oops" }

// Outer promotes the fields of Inner.
type Outer struct {
	Inner
	Z string
}

// Holder has fields that print themselves, one of them hidden.
type Holder struct {
	L Loud
	l Loud
	P Pt
}

// Comparable has fields of comparable types alone.
type Comparable struct {
	A string
	B int
}

// Slot has a field that holds anything.
type Slot struct{ V any }

// Tree refers to itself.
type Tree struct {
	Name     string
	Children []*Tree
}

// Root is what most cases look at.
type Root struct {
	S, Empty, Multi, Uni      string
	I, Zero, Neg              int
	I8                        int8
	I16                       int16
	I32                       int32
	I64                       int64
	U                         uint
	U8                        uint8
	U64                       uint64
	F, FZero                  float64
	F32                       float32
	C                         complex128
	True, False               bool
	Dir                       Dir
	Loud                      Loud
	Level                     Level
	Num                       Num
	Flag                      Flag
	Ratio                     Ratio
	Ints, NilInts, EmptyInts  []int
	Texts                     []string
	Strs                      Strs
	Bytes                     []byte
	Anys                      []any
	Nested                    [][]int
	Map                       map[string]int
	TextMap                   map[string]string
	MapAny                    map[string]any
	IntMap                    map[int]string
	BoolMap                   map[bool]string
	FloatMap                  map[float64]string
	U8Map                     map[uint8]string
	DirMap                    map[Dir]int
	NilMap, EmptyMap          map[string]int
	InnerMap                  map[string]Inner
	PtrMap                    map[string]*Inner
	Dict                      Dict
	Inner                     Inner
	P, NilP                   *Inner
	PS, NilPS                 *string
	PI                        *int
	PP                        **Inner
	Inners                    []Inner
	Ptrs                      []*Inner
	Any, NilAny               any
	AnyInner, AnyPtr, AnyNilP any
	AnyList, AnyMap           any
	Pt                        Pt
	PPt                       *Pt
	Oops                      Oops
	Outer                     Outer
	Holder                    Holder
	Cmp, Cmp2                 Comparable
	Slot, ListSlot            Slot
	Func                      func(string) string
	FuncAdd                   func(int, int) int
	FuncVar                   func(string, ...int) string
	FuncErr                   func() (string, error)
	NilFunc                   func(string) string
	Tree                      *Tree
	hidden                    string
}

func ptr[T any](v T) *T { return &v }

func root() *Root {
	inner := Inner{"in", 7, true}
	p := &Inner{"ptr", 8, false}
	return &Root{
		S: "text", Multi: "a\nb\tc", Uni: "héllo, 世界 😀",
		I: 42, Neg: -17, I8: -8, I16: 16, I32: 'x', I64: 1 << 40,
		U: 7, U8: 200, U64: 1<<64 - 1, F: 3.25, F32: 0.1, C: complex(1, -2), True: true,
		Dir: "sig-x", Loud: "hey", Level: 3, Num: 5, Flag: true, Ratio: 0.5,
		Ints: []int{1, 2, 3}, EmptyInts: []int{}, Texts: []string{"a", "b", "c"}, Strs: Strs{"x", "y"},
		Bytes: []byte("by\x00"), Anys: []any{1, "two", nil, 2.5, true, inner, []int{9}},
		Nested: [][]int{{1}, {2, 3}, nil},
		Map:    map[string]int{"one": 1, "two": 2, "three": 3}, TextMap: map[string]string{"k": "v"},
		MapAny: map[string]any{"i": 1, "s": "str", "nil": nil, "in": inner, "m": map[string]any{"deep": "yes"}},
		IntMap: map[int]string{3: "c", 1: "a", -2: "z"}, BoolMap: map[bool]string{true: "t", false: "f"},
		FloatMap: map[float64]string{1.5: "x", -2: "y"}, U8Map: map[uint8]string{7: "seven"},
		DirMap: map[Dir]int{"d": 4}, EmptyMap: map[string]int{},
		InnerMap: map[string]Inner{"a": inner}, PtrMap: map[string]*Inner{"p": p, "nil": nil},
		Dict: Dict{"z": 26, "a": 1}, Inner: inner, P: p, PS: ptr("pointed"), PI: ptr(11), PP: ptr(p),
		Inners: []Inner{inner, {"second", 2, false}}, Ptrs: []*Inner{p, nil},
		Any: "any", AnyInner: inner, AnyPtr: p, AnyNilP: (*Inner)(nil), AnyList: []string{"l"},
		AnyMap: map[string]int{"k": 9},
		Pt:     Pt{1, 2}, PPt: &Pt{3, 4}, Oops: Oops{3}, Outer: Outer{Inner: inner, Z: "zed"},
		Holder: Holder{"a", "b", Pt{}}, Cmp: Comparable{"x", 1}, Cmp2: Comparable{"x", 1},
		Slot: Slot{1}, ListSlot: Slot{[]int{1}},
		Func: strings.ToUpper, FuncAdd: func(a, b int) int { return a + b },
		FuncVar: funcVar, FuncErr: func() (string, error) { return "", errors.New("func failed") },
		Tree:   &Tree{"root", []*Tree{{"l", nil}, {"r", []*Tree{{"rl", nil}}}}},
		hidden: "secret",
	}
}

func data() map[string]any {
	deep := map[string]any{"k": 1}
	return map[string]any{
		"root":  root(),
		"value": *root(),
		"nil":   nil,
		"list":  []string{"a", "b"},
		"map":   map[string]any{"a": 1, "b": deep},
		"text":  "plain",
		"five":  5,
		"tree":  root().Tree,
	}
}
