#!/usr/bin/env bash
# Half past three in the afternoon, written for Canada and read again by the same library, is half past three at night.
#
# The good guess: what Babel writes for a locale, Babel reads for that locale; format_time() and parse_time() take the same locale
#   and the same format.
# What happens with Babel 2.17.0 (Python; the same with 2.18.0): parse_time() looks for the letters "pm" (babel/dates.py,
#   "hour_offset"). English and Spanish of Canada, Mexico and others write "p.m.", with a narrow space before it and points, so each time from
#   one in the afternoon on is read twelve hours early, in silence. "a.m." has no rule at all: a quarter past midnight is a quarter past noon, in
#   the United States too; and there "12:05 PM" is 24:05 and raises ValueError. In French of Canada, with 24 hours, all is right. A date in
#   words, "Mar 1, 2026", is an IndexError in parse_date().
#   Its docstring shows only '15:30:00' and does not say that a period of the day is not understood.
#   Remedy: keep and send times as 15:30; read with a pattern of 24 hours (format='H:mm').
# Who is hurt: a page in both languages whose English form offers the time of an audit's visit and stores what comes back: the French
#   visit is at 15:30, the English one at 03:30, and none of the two fails.
# Needs apt-get of Debian and Python 3.11 or later: it unpacks packages of Debian into a temporary folder, and installs none.
set -euo pipefail
command -v apt-get >/dev/null && python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'needs apt-get of Debian and Python 3.11 or later'; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir -p lists/partial archives/partial
printf 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian %s main\n' trixie > sources.list
debian() { apt-get -qq -o Dir::Etc::SourceList="$work/sources.list" -o Dir::Etc::SourceParts=- -o Dir::State::Lists="$work/lists" -o Dir::Cache="$work" -o APT::Sandbox::User=root "$@"; }
debian update
debian download 'python3-babel=2.17.0-*' 'python-babel-localedata=2.17.0-*'
for package in *.deb; do dpkg-deb -x "$package" .; done

cat > try.py <<'PY'
from datetime import date, time

from babel.dates import format_date, format_time, parse_date, parse_time


def read(function, text, **how):
    try:
        return function(text, **how).isoformat()
    except (IndexError, ValueError) as error:
        return type(error).__name__


hours = [time(0, 15), time(9, 30), time(12, 5), time(15, 30)]
seen = {}
for locale in ('en_CA', 'fr_CA', 'es_MX', 'en_US'):
    written = [format_time(hour, 'short', locale=locale) for hour in hours]
    seen[locale] = [read(parse_time, text, locale=locale, format='short') for text in written]
    for hour, text, again in zip(hours, written, seen[locale]):
        print(f'{locale}  {hour:%H:%M}  written {text!a:20} read {again}')
day = format_date(date(2026, 3, 1), 'medium', locale='en_CA')
print(f'en_CA  2026-03-01  written {day!a} read', read(parse_date, day, locale='en_CA'))

points = ['12:15:00', '09:30:00', '12:05:00', '03:30:00']
assert seen['en_CA'] == points, seen
assert seen['es_MX'] == points, seen
assert seen['fr_CA'] == ['00:15:00', '09:30:00', '12:05:00', '15:30:00'], seen
assert seen['en_US'] == ['12:15:00', '09:30:00', 'ValueError', '15:30:00'], seen
assert day == 'Mar 1, 2026' and read(parse_date, day, locale='en_CA') == 'IndexError'
PY
PYTHONPATH=usr/lib/python3/dist-packages python3 -S try.py
