#!/usr/bin/env bash
# "15 h 30" is fifteen hours ago, and a visit "le 3 mars 2026 à 15 h 30" has no day at all.
#
# The good guess: a parser with a locale fr-CA reads times as they are written there: "15 h 30", with two spaces (so does CLDR, whose short time for
#   fr-CA it is).
# What happens with dateparser 1.2.1 (Python; the same with 1.4.3):
#   1. "15 h 30", "9 h" and "9h" are so many hours ago: read at noon, nine in the evening of the day before, and three in the morning. What stood after the h
#      is dropped. "15h30" is a time of day. STRICT_PARSING changes nothing; without relative times (PARSERS) "15 h 30" is 30 December 2015.
#   2. With a day before it there is no answer: "le 3 mars 2026 à 15 h 30" is None, "à 15h30" is right.
#   3. "3 ans", a term, is a day three years ago; only "dans 3 ans" is to come.
#   4. 03/05/26 is 26 May 2003 for both fr-CA and en-CA, 3 May 2026 for fr and 5 March 2026 for en.
#   Remedy: take out the spaces round the h before parsing, and give the order of a day yourself (date_formats).
# Who is hurt: anyone who reads the day and hour of an audit's visit from letters and forms in French: one answer is
#   yesterday evening, and no error says so.
# Needs apt-get of Debian and Python 3.11: it unpacks packages of Debian into a temporary folder, and installs none.
set -euo pipefail
command -v apt-get >/dev/null && command -v python3.11 >/dev/null || { echo 'needs apt-get of Debian and Python 3.11'; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir -p lists/partial archives/partial
printf 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian %s main\n' bookworm trixie > sources.list
debian() { apt-get -qq -o Dir::Etc::SourceList="$work/sources.list" -o Dir::Etc::SourceParts=- -o Dir::State::Lists="$work/lists" -o Dir::Cache="$work" -o APT::Sandbox::User=root "$@"; }
debian update
debian download 'python3-dateparser=1.2.1-*' 'python3-dateutil=2.9.0-*' 'python3-pytz=2025.2-*' 'python3-tzlocal=5.3.1-*' 'python3-six=1.17.0-*' 'python3-regex=0.1.20221031-*'
for package in *.deb; do dpkg-deb -x "$package" .; done

cat > try.py <<'PY'
import warnings
from datetime import datetime

warnings.simplefilter('ignore')
import dateparser

noon = {'RELATIVE_BASE': datetime(2026, 12, 1, 12)}


def read(text, settings=noon, **how):
    day = dateparser.parse(text, settings=settings, **how)
    return day and day.isoformat(' ', 'minutes')


texts = ['15h30', '15 h 30', '9h', '9 h', 'le 3 mars 2026 à 15h30', 'le 3 mars 2026 à 15 h 30', '3 ans', 'dans 3 ans']
seen = {text: read(text, locales=['fr-CA']) for text in texts}
seen['15 h 30, strict'] = read('15 h 30', {**noon, 'STRICT_PARSING': True}, locales=['fr-CA'])
seen['15 h 30, absolute-time'] = read('15 h 30', {**noon, 'PARSERS': ['absolute-time']}, locales=['fr-CA'])
seen |= {f'03/05/26 {locale}': read('03/05/26', locales=[locale]) for locale in ('fr-CA', 'en-CA', 'fr', 'en')}
for text, day in seen.items():
    print(f'{text:26}', day)

evening = '2026-11-30 21:00'
assert seen == {
    '15h30': '2026-12-01 15:30',
    '15 h 30': evening,
    '9h': '2026-12-01 03:00',
    '9 h': '2026-12-01 03:00',
    'le 3 mars 2026 à 15h30': '2026-03-03 15:30',
    'le 3 mars 2026 à 15 h 30': None,
    '3 ans': '2023-12-01 12:00',
    'dans 3 ans': '2029-12-01 12:00',
    '15 h 30, strict': evening,
    '15 h 30, absolute-time': '2015-12-30 00:00',
    '03/05/26 fr-CA': '2003-05-26 00:00',
    '03/05/26 en-CA': '2003-05-26 00:00',
    '03/05/26 fr': '2026-05-03 00:00',
    '03/05/26 en': '2026-03-05 00:00',
}
PY
TZ=America/Toronto PYTHONPATH=usr/lib/python3/dist-packages python3.11 -S try.py
