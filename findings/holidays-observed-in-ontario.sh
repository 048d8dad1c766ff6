#!/usr/bin/env bash
# After a Christmas on a Saturday a library keeps two holidays that Ontario does not have, and after Canada Day on a Saturday none.
#
# The good guess: the public holidays of Ontario are the nine of the Employment Standards Act, 2000 (section 1(1), with Family Day, which a regulation added), on their own days. Or, if a library moves those on a weekend, it
#   moves all of them by one rule.
# What happens with holidays 0.71 (Python; the same with 0.97), Canada(subdiv='ON'), for 2008 to 2040: the nine days are right in each year. Beside them there are "observed" days, which count as holidays to `in` and to
#   get_nth_working_day(): the Monday after a New Year's Day on a weekend, and 27 and 28 December when Christmas is a Saturday (15 of 33 years). The Act has no such days: it gives the employee
#   another day off instead, which differs from firm to firm (section 29). Canada Day on a weekend (2028, 2029) and Boxing Day on a Saturday (2026) move nowhere.
#   Remedy: observed=False gives the nine in all 33 years.
# Who is hurt: limits in business days at the turn of the year: five business days from Thursday 23 December 2027 end on 4 January with the
#   library, and on 30 December by the Act.
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
debian download 'python3-holidays=0.71-*' 'python3-dateutil=2.9.0-*' 'python3-six=1.17.0-*'
for package in *.deb; do dpkg-deb -x "$package" .; done

cat > try.py <<'PY'
from datetime import date

import holidays

years = range(2008, 2041)
NINE = 9


def ontario(**how):
    return holidays.Canada(subdiv='ON', years=years, **how)


library, exact = ontario(), ontario(observed=False)
assert all(sum(day.year == year for day in exact) == NINE for year in years)
extra = sorted(set(library) - set(exact))
print('beside the nine:', [day.isoformat() for day in extra])
print('so in', len({day.year for day in extra}), 'of', len(years), 'years')

start = date(2027, 12, 23)
ends = {name: one.get_nth_working_day(start, 5).isoformat() for name, one in (('library', library), ('observed=False', exact))}
print('five business days from', start, f'({start:%A}):', ends)
july = {year: date(year, 7, 2) in library or date(year, 7, 3) in library for year in years if date(year, 7, 1).weekday() > 4}
print('Canada Day on a weekend moves:', july)

assert {(day.month, day.day) for day in extra} == {(1, 2), (1, 3), (12, 27), (12, 28)}
assert len({day.year for day in extra}) == 15
assert ends == {'library': '2028-01-04', 'observed=False': '2027-12-30'}
assert set(july.values()) == {False}
assert date(2026, 12, 26).weekday() == 5 and date(2026, 12, 28) not in library
PY
PYTHONPATH=usr/lib/python3/dist-packages python3 -S try.py
