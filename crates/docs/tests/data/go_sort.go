// Makes go_sort.txt: the order in which Go's sort.Slice leaves elements with equal keys.
// Run: go run go_sort.go > go_sort.txt
package main

import (
	"fmt"
	"sort"
	"strings"
)

type item struct {
	key string
	at  int
}

func main() {
	fmt.Println("# keys, then the places (from 0) in the order sort.Slice leaves")
	state := uint64(2026)
	next := func(n int) int {
		state = state*6364136223846793005 + 1442695040888963407
		return int(state>>33) % n
	}
	for round := 0; round < 240; round++ {
		length := next(40)
		if round%4 == 0 {
			length = 13 + next(200)
		}
		kinds := 1 + next(12)
		items := make([]item, length)
		for i := range items {
			key := next(kinds)
			switch round % 6 {
			case 1: // nearly sorted
				key = i * kinds / (length + 1)
				if next(10) == 0 {
					key = next(kinds)
				}
			case 2: // falling
				key = (length - i) * kinds / (length + 1)
			case 3: // organ pipe
				key = min(i, length-i) % 26
			}
			items[i] = item{string(rune('a' + key%26)), i}
		}
		keys := make([]string, length)
		for i, it := range items {
			keys[i] = it.key
		}
		sort.Slice(items, func(i, j int) bool { return items[i].key < items[j].key })
		order := make([]string, length)
		for i, it := range items {
			order[i] = fmt.Sprint(it.at)
		}
		fmt.Printf("%s|%s\n", strings.Join(keys, ""), strings.Join(order, " "))
	}
}
