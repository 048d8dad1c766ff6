#!/usr/bin/env bash
# 90 hours leave a workbook as the text '0" 12"', and 36 months as '0 "02ont12s"': the number itself is lost.
#
# The good guess: a tool that writes a sheet as CSV writes the values, or what the sheet shows. Letters between quotes in a format are text (ECMA-376
#   part 1, section 18.8.31), so `0" h"` shows 90 h.
# What happens with xlsx2csv 0.8.3 (Python; the same with 0.8.6): a format with a d, h, m, s or y anywhere, between quotes too, is one of dates. It is then filled in as one, with the number taken as a day
#   of 1900 whose parts replace the letters: `0" h"` gives the hour, `0 "months"` the month and the hour. The 0 for the number is left as it is written, so no digit of the value remains. `General" months"` and
#   `"Yes";;"No"` are changed in the same way. A format with a colour before it, `[Red]yyyy-mm-dd`, is the other way round: 46112 for a day. It ends with 0, and nothing is reported.
#   Remedy: --ignore-formats date gives the numbers as they are stored; openpyxl 3.1.5 has all of these right.
# Who is hurt: a clerk who loads firms' hours, employees and terms from their workbooks at night with a script.
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
debian download 'xlsx2csv=1:0.8.3-*' 'python3-openpyxl=3.1.5*' 'python3-et-xmlfile=2.0.0-*'
for package in *.deb; do dpkg-deb -x "$package" .; done

cat > try.py <<'PY'
import csv
import subprocess
import sys

import openpyxl

cells = {'0" h"': 90, '0 "months"': 36, '0 "days"': 5, 'General" months"': 36, '"Yes";;"No"': 1, '[Red]yyyy-mm-dd': 46112, 'yyyy-mm-dd': 46112, '0.0': 90}
book = openpyxl.Workbook()
for row, (form, value) in enumerate(cells.items(), 1):
    book.active.cell(row, 1, value).number_format = form
book.save('book.xlsx')

done = subprocess.run([sys.executable, '-S', 'usr/bin/xlsx2csv', 'book.xlsx'], capture_output=True, text=True, check=True)
seen = dict(zip(cells, (row[0] for row in csv.reader(done.stdout.splitlines()))))
again = dict(zip(cells, (cell.value for cell in openpyxl.load_workbook('book.xlsx').active['A'])))
for form, value in cells.items():
    print(f'{value:6} as {form:18} xlsx2csv {seen[form]!r:22} openpyxl {again[form]}')

assert list(seen.values()) == ['0" 12"', '0 "02ont12s"', '0 "04ays"', 'general" 02ont12s"', '"yes";;"no"', '46112', '2026-03-31', '90'], seen
assert [str(value)[:10] for value in again.values()] == ['90', '36', '5', '36', '1', '2026-03-31', '2026-03-31', '90'], again
PY
PYTHONPATH=usr/lib/python3/dist-packages python3 -S try.py
