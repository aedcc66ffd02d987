package main

import (
	"fmt"
	"reflect"
	"sort"
	"strconv"
)

var numbers = map[uintptr]int{}

// number tells pointers apart: equal ones have equal numbers.
func number(address uintptr) int {
	if _, ok := numbers[address]; !ok {
		numbers[address] = len(numbers)
	}
	return numbers[address]
}

// dump describes a value so that the Rust side can build the same one.
func dump(v reflect.Value) map[string]any {
	if !v.IsValid() {
		return map[string]any{"kind": "invalid"}
	}
	t := v.Type()
	d := map[string]any{"type": typeOf(t)}
	switch v.Kind() {
	case reflect.Bool:
		d["value"] = strconv.FormatBool(v.Bool())
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		d["value"] = strconv.FormatInt(v.Int(), 10)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		d["value"] = strconv.FormatUint(v.Uint(), 10)
	case reflect.Float32, reflect.Float64:
		d["value"] = strconv.FormatFloat(v.Float(), 'g', -1, 64)
	case reflect.Complex128:
		d["value"] = []string{fmt.Sprint(real(v.Complex())), fmt.Sprint(imag(v.Complex()))}
	case reflect.String:
		d["value"] = v.String()
	case reflect.Slice:
		if v.IsNil() {
			d["nil"] = true
		}
		items := []any{}
		for i := 0; i < v.Len(); i++ {
			items = append(items, dump(v.Index(i)))
		}
		d["items"] = items
	case reflect.Map:
		if v.IsNil() {
			d["nil"] = true
		}
		entries := []any{}
		keys := v.MapKeys()
		sort.Slice(keys, func(i, j int) bool { return fmt.Sprint(keys[i]) < fmt.Sprint(keys[j]) })
		for _, k := range keys {
			entries = append(entries, []any{dump(k), dump(v.MapIndex(k))})
		}
		d["entries"] = entries
		if t.Elem().Kind() == reflect.Struct {
			d["zero"] = dump(reflect.Zero(t.Elem()))
		}
	case reflect.Struct:
		fields := []any{}
		promoted := []any{}
		for i := 0; i < v.NumField(); i++ {
			fields = append(fields, []any{t.Field(i).Name, dump(v.Field(i))})
			if t.Field(i).Anonymous {
				for j := 0; j < t.Field(i).Type.NumField(); j++ {
					promoted = append(promoted, []any{t.Field(i).Type.Field(j).Name, dump(v.Field(i).Field(j))})
				}
			}
		}
		d["fields"] = fields
		d["promoted"] = promoted
		d["addressable"] = v.CanAddr()
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			d["nil"] = true
		} else {
			d["to"] = dump(v.Elem())
			if v.Kind() == reflect.Pointer {
				d["id"] = number(v.Pointer())
			}
		}
	case reflect.Func:
		d["nil"] = v.IsNil()
	default:
		panic("cannot describe " + t.String())
	}
	return d
}

// typeOf describes a type: a name, and what it is made of.
func typeOf(t reflect.Type) map[string]any {
	d := map[string]any{"kind": t.Kind().String()}
	if t.PkgPath() != "" {
		d["name"] = t.String()
	}
	switch t.Kind() {
	case reflect.Slice, reflect.Pointer:
		d["elem"] = typeOf2(t.Elem())
	case reflect.Map:
		d["key"] = typeOf2(t.Key())
		d["elem"] = typeOf2(t.Elem())
	case reflect.Func:
		d["name"] = t.String()
	case reflect.Struct:
		names := []string{}
		for i := 0; i < t.NumField(); i++ {
			names = append(names, t.Field(i).Name)
		}
		d["fields"] = names
	}
	return d
}

// typeOf2 is typeOf for types inside types; Tree, which holds itself, ends here.
func typeOf2(t reflect.Type) map[string]any {
	if t == reflect.TypeFor[Tree]() {
		return map[string]any{"kind": "struct", "name": "main.Tree", "fields": []string{"Name", "Children"}}
	}
	return typeOf(t)
}
