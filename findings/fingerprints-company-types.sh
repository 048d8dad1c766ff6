#!/usr/bin/env bash
# Of AG, SA and KG Roofing a library leaves "roofing", and Ltée stays where Limitée goes.
#
# The good guess: a library that takes the legal form off a company's name takes it off at the end, knows the forms of Canada in both languages, and treats "Ltée",
#   the usual short form of "Limitée", as it treats "Ltd.".
# What happens with fingerprints 1.2.3 (Python; the same with 1.3.1): remove_types() takes out each word that is a legal form anywhere in the world, wherever it stands:
#   AG, SA, KG, NV, AS, AB. Firms are named after initials here, and their names become one another's; "EI Inc." becomes the empty text. generate() writes GP
#   as UP. "Limitée" becomes ltd and "incorporée" inc, but "Ltée", "s.e.n.c." and "enr." are unknown and stay: one firm, written both ways
#   in its certificate and on its letters, has two keys. "Co-operative" is "co" and "operative".
#   Remedy: take off a known form at the end alone, and only if two words or more are left.
# Who is hurt: a buyer or an insurer who matches bidders with a register by these keys: a certificate is found for the firm beside.
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
debian download 'python3-fingerprints=1.2.3-*' 'python3-normality=2.6.1-*' 'python3-banal=1.0.6-*' 'python3-text-unidecode=1.3-*' 'python3-chardet=5.2.0*' 'python3-charset-normalizer=3.4.2-*'
for package in *.deb; do dpkg-deb -x "$package" .; done

cat > try.py <<'PY'
import warnings

warnings.simplefilter('ignore')
from fingerprints import generate, remove_types

names = ['AG Roofing Inc.', 'SA Roofing Ltd.', 'KG Roofing Inc.', 'EI Inc.', 'GP Roofing Inc.', 'Toitures Érable Limitée', 'Toitures Érable Ltée', 'Toitures Érable s.e.n.c.', 'First Nation Co-operative']
seen = {name: (remove_types(name), generate(name)) for name in names}
for name, (rest, key) in seen.items():
    print(f'{name:26} remove_types {rest!r:30} generate {key!r}')

assert seen == {
    'AG Roofing Inc.': ('roofing', 'ag inc roofing'),
    'SA Roofing Ltd.': ('roofing', 'ltd roofing sa'),
    'KG Roofing Inc.': ('roofing', 'inc kg roofing'),
    'EI Inc.': ('', 'ei inc'),
    'GP Roofing Inc.': ('roofing', 'inc roofing up'),
    'Toitures Érable Limitée': ('toitures erable', 'erable ltd toitures'),
    'Toitures Érable Ltée': ('toitures erable ltee', 'erable ltee toitures'),
    'Toitures Érable s.e.n.c.': ('toitures erable senc', 'erable senc toitures'),
    'First Nation Co-operative': ('first nation operative', 'co first nation operative'),
}
PY
PYTHONPATH=usr/lib/python3/dist-packages python3 -S try.py
