#!/usr/bin/env bash
# 90 hours in a workbook are 18:00 to a Go library, and 31 March 2026 is 2026\-03\-31.
#
# The good guess: FormattedValue() is the text that the workbook shows: `[h]:mm` counts hours past a day (ECMA-376 part 1, section 18.8.31), a backslash only marks the character after it,
#   `[$-409]` names a language, and AM/PM is replaced.
# What happens with github.com/tealeg/xlsx 1.0.5, which is the one in Debian 13 (format_code.go, parseTime): the format is made into a layout of Go's time package, letter by letter, and what is not known stays in it.
#   `[h]:mm` over 3.75 days is "18:00", without the three days. `yyyy\-mm\-dd`, as Excel writes yyyy-mm-dd into the file, keeps its backslashes. Of `[$-409]` the 4 is taken for the minute: "[$-009]".
#   Three o'clock is "3:00 AM/AM" in the morning and "3:00 AM/PM" in the afternoon. Only a part for text, `;@`, gives an error, and the number 46112 with it.
#   Remedy: IsTime() and GetTime() for days; for hours, the number times 24.
# Who is hurt: anyone who takes hours worked and days out of firms' workbooks as text: 90 hours and 18 hours are one.
# Needs apt-get of Debian and Go 1.19 or later (golang-go; GO=... names another): it unpacks packages of Debian 13 into a temporary folder, and installs none.
set -euo pipefail
go=${GO:-$(command -v go || echo /usr/lib/go-1.19/bin/go)}
command -v apt-get >/dev/null && "$go" version >/dev/null 2>&1 || { echo 'needs apt-get of Debian and Go 1.19 or later: apt-get install golang-go'; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir -p lists/partial archives/partial
echo 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian trixie main' > sources.list
debian() { apt-get -qq -o Dir::Etc::SourceList="$work/sources.list" -o Dir::Etc::SourceParts=- -o Dir::State::Lists="$work/lists" -o Dir::Cache="$work" -o APT::Sandbox::User=root "$@"; }
debian update
debian download 'golang-github-tealeg-xlsx-dev=1.0.5-*'
for package in *.deb; do dpkg-deb -x "$package" .; done

cat > try.go <<'GO'
package main

import (
	"fmt"
	"os"

	"github.com/tealeg/xlsx"
)

func main() {
	sheet, err := xlsx.NewFile().AddSheet("Numbers")
	if err != nil {
		panic(err)
	}
	changed := false
	for _, one := range []struct {
		value            float64
		format, expected string
		fails            bool
	}{
		{46112, `yyyy-mm-dd`, `2026-03-31`, false},
		{46112, `yyyy\-mm\-dd`, `2026\-03\-31`, false},
		{46112, `[$-409]mmm d, yyyy`, `[$-009]Mar 31, 2026`, false},
		{46112, `yyyy-mm-dd;@`, `46112`, true},
		{3.75, `[h]:mm`, `18:00`, false},
		{0.75, `[h]:mm`, `18:00`, false},
		{0.125, `h:mm AM/PM`, `3:00 AM/AM`, false},
		{0.625, `h:mm AM/PM`, `3:00 AM/PM`, false},
	} {
		cell := sheet.AddRow().AddCell()
		cell.SetFloatWithFormat(one.value, one.format)
		seen, err := cell.FormattedValue()
		fmt.Printf("%8v as %-20s %-22s %v\n", one.value, one.format, seen, err)
		changed = changed || seen != one.expected || (err != nil) != one.fails
	}
	if changed {
		fmt.Println("CHANGED")
		os.Exit(1)
	}
}
GO
TZ=UTC GO111MODULE=off GOPATH="$work/usr/share/gocode" GOCACHE="$work/cache" GOFLAGS='' "$go" run try.go
