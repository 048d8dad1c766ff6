#!/usr/bin/env bash
# A visit at nine in Toronto, written by one calendar library, is at ten in two others from March to November.
#
# The good guess: a time with Python's own zone America/Toronto is written with TZID=America/Toronto, and a calendar with that zone's rules in it is read by all in the same way.
# What happens with vobject 0.9.8 (Python; the same with 0.9.9): it asks the zone for its name in winter (vobject/icalendar.py, TimezoneComponent.pickTzid), since neither zoneinfo nor dateutil has the
#   attribute it knows from pytz, and writes TZID:EST with the right rules below. EST is also a zone of the IANA database, one without daylight time. icalendar 6.0.1 (the same with 7.3.0) and
#   node-ical 0.27.2 take the zone of that name and not the calendar's: 09:00 in July is 14:00 in UTC, not 13:00. ical.js 2.2.1 and vobject itself read the rules.
#   Ontario has a second EST, Atikokan, which keeps it all year. An event there and one in Toronto in one calendar have one zone
#   between them, so that even vobject reads the first again an hour early.
#   That short names collide is known (issue 117; a correction, pull request 118, is merged); that they are other zones to other libraries is the rest of it.
#   Remedy: write UTC, or a zone of pytz, which has the attribute.
# Who is hurt: auditors, and firms that wait for them: the invitation shows ten o'clock in the calendar that imported it, and nobody changed anything.
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
debian download 'python3-vobject=0.9.8*' 'python3-icalendar=6.0.1-*' 'python3-dateutil=2.9.0-*' 'python3-pytz=2025.2-*' 'python3-six=1.17.0-*'
for package in *.deb; do dpkg-deb -x "$package" .; done

cat > try.py <<'PY'
from datetime import datetime, timezone
from zoneinfo import ZoneInfo

import icalendar
import pytz
import vobject


def written(*starts):
    """A calendar with an event at each start."""
    calendar = vobject.iCalendar()
    for at, start in enumerate(starts):
        event = calendar.add('vevent')
        event.add('uid').value = f'{at}@example.ca'
        event.add('dtstart').value = start
    return calendar.serialize()


def utc(time):
    return time.astimezone(timezone.utc).strftime('%H:%M')


readers = {
    'vobject': lambda text: [utc(event.dtstart.value) for event in vobject.readOne(text).vevent_list],
    'icalendar': lambda text: [utc(event['DTSTART'].dt) for event in icalendar.Calendar.from_ical(text).walk('VEVENT')],
}
nine = datetime(2026, 7, 15, 9)
at_toronto, at_atikokan = nine.replace(tzinfo=ZoneInfo('America/Toronto')), nine.replace(tzinfo=ZoneInfo('America/Atikokan'))
toronto = written(at_toronto)
print([line for line in toronto.splitlines() if 'TZID' in line])
seen = {name: read(toronto) for name, read in readers.items()}
print('09:00 in Toronto, in UTC:', seen)
both = written(at_atikokan, at_toronto)
print([line for line in both.splitlines() if 'TZID' in line])
again = readers['vobject'](both)
by_pytz = readers['icalendar'](written(pytz.timezone('America/Toronto').localize(nine)))
print('09:00 in Atikokan and in Toronto, in UTC:', again)
print('09:00 in Toronto, with a zone of pytz:', by_pytz)

assert [line for line in toronto.splitlines() if 'TZID' in line] == ['TZID:EST', 'DTSTART;TZID=EST:20260715T090000']
assert [utc(at_toronto), utc(at_atikokan)] == ['13:00', '14:00']
assert seen == {'vobject': ['13:00'], 'icalendar': ['14:00']}
assert again == ['13:00', '13:00']
assert by_pytz == ['13:00']
PY
PYTHONPATH=usr/lib/python3/dist-packages python3 -S try.py
