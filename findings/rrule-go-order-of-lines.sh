#!/usr/bin/env bash
# A series whose rule stands above its first day starts now in Go; a list of days loses the first, and all-day events are refused.
#
# The good guess: the lines of an event may come in any order (RFC 5545, section 3.6: properties have none), DTSTART;VALUE=DATE is the first day of an all-day event (section 3.8.2.4), and
#   the first day belongs to the set, with a rule or without one (section 3.8.5.3).
# What happens with rrule-go 1.8.1 (github.com/teambition/rrule-go, str.go, StrSliceToRRuleSetInLoc):
#   1. DTSTART is looked for in the first line alone. Below the RRULE it is passed over, and the series begins at the second in which it is read, in UTC. No error.
#   2. DTSTART and RDATE without a rule: the first day is not there. With RRULE:FREQ=DAILY;COUNT=1 it is.
#   3. Of two RRULE lines the last counts, and an EXRULE, of the older RFC 2445, does nothing. No error.
#   4. DTSTART;VALUE=DATE:20260105 is an error, "bad TZID parameter format"; so is VALUE=DATE-TIME, which says no more than the default. RDATE;VALUE=DATE is taken.
#   Remedy: put DTSTART first, and write it with a time; put the first day among the RDATEs.
# Who is hurt: a service that makes reminders from calendars of others: the annual audits of a firm start on the day of the import.
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
debian download 'golang-github-teambition-rrule-go-dev=1.8.1-*'
for package in *.deb; do dpkg-deb -x "$package" .; done

cat > try.go <<'GO'
package main

import (
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/teambition/rrule-go"
)

func read(lines ...string) string {
	set, err := rrule.StrToRRuleSet(strings.Join(lines, "\n"))
	if err != nil {
		return err.Error()
	}
	days := []string{}
	for _, at := range set.All() {
		day := at.Format("2006-01-02 15:04")
		if time.Since(at).Abs() < 25*time.Hour {
			day = "now"
		}
		days = append(days, day)
	}
	return strings.Join(days, ", ")
}

func main() {
	start, once := "DTSTART;TZID=America/Toronto:20250105T090000", "RRULE:FREQ=DAILY;COUNT=1"
	refused := "StrToDtStart failed: bad TZID parameter format"
	cases := []struct{ name, seen, expected string }{
		{"DTSTART above RRULE", read(start, once), "2025-01-05 09:00"},
		{"RRULE above DTSTART", read(once, start), "now"},
		{"DTSTART and RDATE", read(start, "RDATE:20250205T090000"), "2025-02-05 09:00"},
		{"the same with a rule", read(start, once, "RDATE:20250205T090000"), "2025-01-05 09:00, 2025-02-05 09:00"},
		{"two rules", read(start, "RRULE:FREQ=YEARLY;COUNT=2", "RRULE:FREQ=MONTHLY;COUNT=2"), "2025-01-05 09:00, 2025-02-05 09:00"},
		{"EXRULE", read(start, "RRULE:FREQ=DAILY;COUNT=2", "EXRULE:FREQ=DAILY;COUNT=1"), "2025-01-05 09:00, 2025-01-06 09:00"},
		{"all-day", read("DTSTART;VALUE=DATE:20250105", once), refused},
		{"VALUE=DATE-TIME", read("DTSTART;VALUE=DATE-TIME:20250105T090000Z", once), refused},
	}
	changed := false
	for _, one := range cases {
		fmt.Printf("%-22s %s\n", one.name, one.seen)
		changed = changed || one.seen != one.expected
	}
	if changed {
		fmt.Println("CHANGED")
		os.Exit(1)
	}
}
GO
TZ=UTC GO111MODULE=off GOPATH="$work/usr/share/gocode" GOCACHE="$work/cache" GOFLAGS='' "$go" run try.go
