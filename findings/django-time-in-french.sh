#!/usr/bin/env bash
# A page in French of Canada shows 15 03 30 for half past three in the afternoon.
#
# The good guess: with the language fr-ca, Django writes a time as the French of Canada does, "15 h 30": since it has formats of its own for
#   fr-ca, their comments say "13 h 40" and "31 janvier 2024, 13 h 40".
# What happens with Django 5.2.19 (the release with long support; django/conf/locale/fr_CA/formats.py): the pattern is H, h, i, and the h between
#   them is not the letter but the hour again, of twelve. 15:30 is "15 03 30", and ten to midnight "23 11 50", which reads like seconds. It holds
#   for TIME_FORMAT, DATETIME_FORMAT and SHORT_DATETIME_FORMAT, so for a bare {{ visit.at }} in a template and in the admin. Django 4.2.28, without such
#   formats, wrote 15:30; 6.1.1 has a backslash before the h. English of Canada and French of France are right.
#   Remedy: FORMAT_MODULE_PATH with own formats for fr_CA, or a pattern in the template.
# Who is hurt: a city in Ontario that serves its pages in both languages, and updated from 4.2 to 5.2: each time an inspector or an auditor is announced for
#   is wrong in French alone, where those who tested in English did not look.
# Needs apt-get of Debian and Python 3.11 or later: it unpacks packages of Debian into a temporary folder, and installs none.
set -euo pipefail
command -v apt-get >/dev/null && python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'needs apt-get of Debian and Python 3.11 or later'; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir -p lists/partial archives/partial
printf 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian %s main\n' trixie trixie-backports > sources.list
debian() { apt-get -qq -o Dir::Etc::SourceList="$work/sources.list" -o Dir::Etc::SourceParts=- -o Dir::State::Lists="$work/lists" -o Dir::Cache="$work" -o APT::Sandbox::User=root "$@"; }
debian update
debian download 'python3-django=3:5.2.*' 'python3-asgiref=3.8.1-*' 'python3-sqlparse=0.5.3-*'
for package in *.deb; do dpkg-deb -x "$package" .; done

cat > try.py <<'PY'
from datetime import datetime

import django
from django.conf import settings

settings.configure(USE_TZ=True, TIME_ZONE='America/Toronto')
django.setup()

from django.template import Context, Engine
from django.utils import translation

template = Engine().from_string('{{ visit }} | {{ visit|time }} | {{ visit|date:"SHORT_DATETIME_FORMAT" }}')
seen = {}
for language in ('en-ca', 'fr', 'fr-ca'):
    with translation.override(language):
        seen[language] = template.render(Context({'visit': datetime(2026, 3, 31, 15, 30)})).replace('\xa0', ' ')
    print(f'Django {django.__version__}  {language:6}', seen[language])

assert seen == {
    'en-ca': '31 Mar 2026, 3:30 p.m. | 3:30 p.m. | 2026-03-31 3:30 p.m.',
    'fr': '31 mars 2026 15:30 | 15:30 | 31/03/2026 15:30',
    'fr-ca': '31 mars 2026, 15 03 30 | 15 03 30 | 2026-03-31 15 03 30',
}
PY
PYTHONPATH=usr/lib/python3/dist-packages python3 -S try.py
