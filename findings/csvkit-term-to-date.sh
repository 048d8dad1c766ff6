#!/usr/bin/env bash
# A term of "3 years" comes out of csvkit as a day of the year 4, and a visit at 9:00 as nine minutes.
#
# The good guess: csvsort sorts lines, and csvjoin joins them; what stands in a cell is the same after it. Types are guessed, but a guess that a column is dates
#   needs dates.
# What happens with csvkit 2.0.1 and agate 1.9.1 (the same with 2.2.0 and 1.14.2): each tool that guesses writes the guess, not the text. A column of
#   "3 years" and "1 year" is of dates, counted from 1 January of the year 1 (agate/data_types/date.py): 0004-01-01. "9:00" and "13:30" are durations to pytimeparse
#   (time_delta.py): 0:09:00 and 0:13:30, minutes and seconds. "40h" is "1 day, 16:00:00"; months, "March", are days of the year 1; the file numbers 10-12 and
#   11-03 are days of 2001; zeros before an account number go. One cell that fits nothing, "n. d.", and the whole column is text as it was, so
#   whether a column changes depends on its last line. csvcut and csvgrep guess nothing.
#   Remedy: --no-inference (-I) with each of them; that dates are guessed eagerly is known to its authors (issues 822 and 917).
# Who is hurt: an auditor who sorts the export of a register before comparing it with last year's, and a clerk who loads it.
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
debian download 'python3-csvkit=2.0.1-*' 'python3-agate=1.9.1-*' 'python3-agateexcel=0.4.1-*' 'python3-babel=2.17.0-*' 'python-babel-localedata=2.17.0-*' 'python3-isodate=0.7.0-*' 'python3-parsedatetime=2.6-*' 'python3-pytimeparse=1.1.5-*' 'python3-leather=0.4.0-*' 'python3-slugify=8.0.4-*' 'python3-text-unidecode=1.3-*' 'python3-xlrd=2.0.1-*' 'python3-openpyxl=3.1.5*' 'python3-et-xmlfile=2.0.0-*' 'python3-six=1.17.0-*'
for package in *.deb; do dpkg-deb -x "$package" .; done

cat > try.py <<'PY'
import csv
import io
import subprocess
import sys

lines = 'firm,term,visit,hours,month,file,account\nBirch Roofing,3 years,9:00,40h,March,10-12,00123\nAspen Paving,1 year,13:30,90h,May,11-03,00456\n'


def sort(text, *options):
    """What csvsort makes of the text, as rows without the header."""
    done = subprocess.run([sys.executable, '-S', '-m', 'csvkit.utilities.csvsort', '-c', 'firm', *options], input=text, capture_output=True, text=True, check=True)
    return list(csv.reader(io.StringIO(done.stdout)))[1:]


seen = {'as given': sort(lines, '--no-inference'), 'sorted': sort(lines), 'a line more': sort(lines + 'Cedar Works,n. d.,n. d.,n. d.,n. d.,n. d.,n. d.\n')}
for name, rows in seen.items():
    for row in rows:
        print(f'{name:12}', row)

given = [['Aspen Paving', '1 year', '13:30', '90h', 'May', '11-03', '00456'], ['Birch Roofing', '3 years', '9:00', '40h', 'March', '10-12', '00123']]
assert seen['as given'] == given
assert seen['sorted'] == [
    ['Aspen Paving', '0002-01-01', '0:13:30', '3 days, 18:00:00', '0001-05-01', '2001-11-03', '456'],
    ['Birch Roofing', '0004-01-01', '0:09:00', '1 day, 16:00:00', '0001-03-01', '2001-10-12', '123'],
]
assert seen['a line more'][:2] == given
PY
PYTHONPATH=usr/lib/python3/dist-packages python3 -S try.py
