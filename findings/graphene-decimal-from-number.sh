#!/usr/bin/env bash
# A rate of 4.35 sent as a variable is 4.3499999999999996447286321199499070644378662109375, and written in the query it is refused.
#
# The good guess: a scalar called Decimal is there to keep decimals exact: it takes a number as it is written, and the same one in the query and in a variable.
# What happens with graphene 3.4.3 (Python): a number in the variables is a float when it arrives, and graphene makes a Decimal of the float (graphene/types/decimal.py, parse_value), with all
#   50 digits of it, which a comparison with 4.35, a unique column or a check of two places then sees. A number with a point in the query itself is an error, "Expected value of type 'Decimal', found 4.35", since
#   only text and whole numbers are looked for there. As text, "4.35" is right in both; "NaN" and "1_000" are Decimals too. Its docstring says no more than that it is a Decimal of Python.
#   Remedy: send text; on the server, a scalar of your own that takes str(number).
# Who is hurt: a client in JavaScript that sends an injury rate or a premium as the number it has: nothing fails, and what is stored is not equal to what is on the certificate.
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
debian download 'python3-graphene=3.4.3-*' 'python3-graphql-core=3.2.6-*' 'python3-graphql-relay=3.2.0-*' 'python3-dateutil=2.9.0-*' 'python3-six=1.17.0-*' 'python3-typing-extensions=4.13.2-*'
for package in *.deb; do dpkg-deb -x "$package" .; done

cat > try.py <<'PY'
import graphene


class Query(graphene.ObjectType):
    rate = graphene.Field(graphene.Decimal, value=graphene.Decimal())

    def resolve_rate(self, _info, value):
        return value


schema = graphene.Schema(query=Query)


def asked(query, **variables):
    result = schema.execute(query, variables=variables)
    return result.errors[0].message if result.errors else result.data['rate']


by_variable = 'query Rate($value: Decimal) { rate(value: $value) }'
seen = {
    'variable 4.35': asked(by_variable, value=4.35),
    'variable "4.35"': asked(by_variable, value='4.35'),
    'query 4.35': asked('{ rate(value: 4.35) }'),
    'query "4.35"': asked('{ rate(value: "4.35") }'),
    'query 4': asked('{ rate(value: 4) }'),
    'variable "NaN"': asked(by_variable, value='NaN'),
    'variable "1_000"': asked(by_variable, value='1_000'),
}
for name, value in seen.items():
    print(f'{name:18}', value)

assert seen == {
    'variable 4.35': '4.3499999999999996447286321199499070644378662109375',
    'variable "4.35"': '4.35',
    'query 4.35': "Expected value of type 'Decimal', found 4.35.",
    'query "4.35"': '4.35',
    'query 4': '4',
    'variable "NaN"': 'NaN',
    'variable "1_000"': '1000',
}
PY
PYTHONPATH=usr/lib/python3/dist-packages python3 -S try.py
