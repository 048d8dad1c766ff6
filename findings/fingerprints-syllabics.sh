#!/usr/bin/env bash
# A firm whose name is in syllabics has no fingerprint, or one, depending on whether the recommended library is installed.
#
# The good guess: a key for names that are compared keeps the letters of every script, and a firm that has a name has a key. The library warns
#   "Install 'pyicu' for better text transliteration", so with PyICU it is better.
# What happens with fingerprints 1.2.3 and normality 2.6.1 (Python; with 1.3.1 and 3.1.0, which need PyICU, the same as with it here): without PyICU, text-unidecode writes Canadian
#   Aboriginal syllabics in Latin letters, well or badly. With PyICU 2.10.2 (ICU 72) "Any-Latin" has no rule for them (normality/transliteration.py), what is not
#   ASCII becomes a question mark, and that is taken out: generate() and slugify() give None, so all such firms are one. Of a name in two scripts the syllabics go:
#   two housing firms whose names differ only there are "construction", both of them. Names stored with one of the two are not found with the other.
#   Remedy: when syllabics (U+1400 to U+167F, U+18B0 to U+18FF) are in a name, compare it as it is, after NFC; and look for None.
# Who is hurt: a buyer who matches bidders with a register: firms of First Nations and Inuit are the ones that match nothing, or each other.
# The names are invented.
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
debian download 'python3-fingerprints=1.2.3-*' 'python3-normality=2.6.1-*' 'python3-banal=1.0.6-*' 'python3-text-unidecode=1.3-*' 'python3-chardet=5.2.0*' 'python3-charset-normalizer=3.4.2-*' 'python3-icu=2.10.2-*' 'libicu72=72.1-*'
for package in *.deb; do dpkg-deb -x "$package" .; done

cat > try.py <<'PY'
import json
import subprocess
import sys

names = ['ᒥᔅᑎᒃ ᐊᓪᓗᒃ', 'ᐱᔪᐃᓐ Construction', 'ᓇᓄᖅ Construction', 'Érablière Construction']
ask = '''
import json, sys, warnings
warnings.simplefilter('ignore')
if sys.argv[1] == 'without':
    sys.modules['icu'] = None
from fingerprints import generate
from normality import slugify
print(json.dumps([[generate(name), slugify(name)] for name in json.loads(sys.argv[2])]))
'''
seen = {}
for how in ('without', 'with'):
    done = subprocess.run([sys.executable, '-S', '-c', ask, how, json.dumps(names)], capture_output=True, text=True, check=True)
    seen[how] = json.loads(done.stdout)
    for name, (key, slug) in zip(names, seen[how]):
        print(f'{how:8} PyICU  {name:24} generate {key!r:34} slugify {slug!r}')

maple = ['construction erabliere', 'erabliere-construction']
assert seen['with'] == [[None, None], ['construction', 'construction'], ['construction', 'construction'], maple]
assert all(key and slug for key, slug in seen['without'])
assert seen['without'][1] != seen['without'][2] and seen['without'][3] == maple
PY
LD_LIBRARY_PATH=usr/lib/$(uname -m)-linux-gnu PYTHONPATH=usr/lib/python3/dist-packages python3.11 -S try.py
