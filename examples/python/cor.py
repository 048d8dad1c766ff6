"""Asks the COR registry, follows its changes and receives its webhooks. Needs Python 3.9 or newer and nothing else.

    python3 cor.py verify bidders.txt          # one WSIB account number per line
    python3 cor.py follow cursor.txt           # changes as they come; resumes where it stopped
    WEBHOOK_SECRET=whsec_... python3 cor.py receive 3000

COR_URL is the address of the registry (default: http://127.0.0.1:4000), COR_KEY your API key.
"""

import base64
import hashlib
import hmac
import http.client
import http.server
import json
import os
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

URL = os.environ.get("COR_URL", "http://127.0.0.1:4000").rstrip("/")
KEY = os.environ.get("COR_KEY")
HEADERS = {"authorization": f"Bearer {KEY}"} if KEY else {}
ROWS_AT_ONCE = 100
# Errors that may also end a stream, or keep it from beginning, although nothing was wrong with the request.
PASSING = {"OVERLOADED", "RATE_LIMITED", "TIMED_OUT", "TOO_SLOW", "INTERNAL"}

VERIFY = """query ($subjects: [VerificationSubject!]!) {
  verifyMany(subjects: $subjects) { problem { field message } standing consideredCertified holdsUntil organizationName because }
}"""
FOLLOW = """subscription ($after: String) { statusChanged(after: $after) {
  cursor kind effectiveOn account { wsibAccount organization { legalName } } before { standing } after { standing holdsUntil } } }"""


def ask(query, variables=None):
    """Sends an operation and returns its data. If the budget is used up or the registry is busy, it waits as long as the registry asks."""
    body = json.dumps({"query": query, "variables": variables or {}}).encode()
    headers = {**HEADERS, "content-type": "application/json", "accept": "application/graphql-response+json, application/json"}
    while True:
        try:
            with urllib.request.urlopen(urllib.request.Request(f"{URL}/graphql", body, headers), timeout=30) as answer:
                return data_of(json.load(answer))
        except urllib.error.HTTPError as refused:
            if refused.code not in (429, 503):
                return data_of(json.load(refused))
            seconds = int(refused.headers.get("retry-after", "5"))
            print(f"The registry asks to wait {seconds} s.", file=sys.stderr, flush=True)
            time.sleep(seconds)


def data_of(answer):
    """The data of an answer. The first error ends the program, with the code and, if there is one, the field."""
    for error in answer.get("errors", []):
        extensions = error.get("extensions", {})
        sys.exit(f"{extensions.get('code')} {extensions.get('field', '')}: {error['message']}")
    return answer["data"]


def verify(path):
    """Prints the standing of each number in a file, in the file's order."""
    with open(path, encoding="utf-8") as file:
        numbers = [line.strip() for line in file if line.strip()]
    for start in range(0, len(numbers), ROWS_AT_ONCE):
        rows = numbers[start : start + ROWS_AT_ONCE]
        answers = ask(VERIFY, {"subjects": [{"wsibAccount": number} for number in rows]})["verifyMany"]
        for number, answer in zip(rows, answers):
            said = answer["problem"]["message"] if answer["problem"] else f"{answer['standing']}: {answer['because']}"
            print(f"{number}\t{answer['organizationName'] or ''}\t{said}", flush=True)


def follow(path):
    """Prints each change once. The cursor is stored after each change is handled, and before the first one could be missed."""
    after = stored(path)
    if after is None:
        after = ask("{ changes(first: 1) { latest } }")["changes"]["latest"]
        store(path, after)
    while True:
        wait = 1
        try:
            for change in changes(after):
                print(json.dumps(change, ensure_ascii=False), flush=True)
                after = change["cursor"]
                store(path, after)
        except urllib.error.HTTPError as refused:
            if refused.code < 500 and refused.code != 429:
                data_of(json.load(refused))
            wait = int(refused.headers.get("retry-after", "5"))
        except (OSError, http.client.HTTPException) as broken:
            print(f"The connection broke ({type(broken).__name__}); resuming after {after}.", file=sys.stderr, flush=True)
        time.sleep(wait)


def changes(after):
    """The changes after a cursor, from Server-Sent Events, until the stream ends or breaks."""
    query = urllib.parse.urlencode({"query": FOLLOW, "variables": json.dumps({"after": after})})
    request = urllib.request.Request(f"{URL}/graphql/stream?{query}", headers={**HEADERS, "accept": "text/event-stream"})
    # The registry sends a sign of life every 12 seconds.
    with urllib.request.urlopen(request, timeout=40) as stream:
        event = None
        for line in stream:
            name, _, value = line.decode().rstrip("\n").partition(": ")
            if name == "event":
                event = value
            elif name == "data" and event == "next":
                answer = json.loads(value)
                if any(error.get("extensions", {}).get("code") in PASSING for error in answer.get("errors", [])):
                    return
                yield data_of(answer)["statusChanged"]


def stored(path):
    """The cursor in a file; None if there is no file yet."""
    try:
        with open(path, encoding="ascii") as file:
            return file.read().strip()
    except FileNotFoundError:
        return None


def store(path, cursor):
    """Replaces the file in one step, so that it never holds half a cursor."""
    with open(f"{path}.new", "w", encoding="ascii") as file:
        file.write(f"{cursor}\n")
    os.replace(f"{path}.new", path)


class Receiver(http.server.BaseHTTPRequestHandler):
    """Prints each webhook message that the registry signed, and refuses any other."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        genuine = is_genuine(self.headers, body)
        if genuine:
            event = json.loads(body)
            account = event["data"].get("account", {})
            print(f"{self.headers['webhook-id']} {event['type']} {account.get('wsibAccount', '')}", flush=True)
        self.send_response(204 if genuine else 400)
        self.end_headers()

    def log_message(self, *_):
        pass


def is_genuine(headers, body, now=time.time):
    """Whether a message is from the registry and not older than five minutes (Standard Webhooks)."""
    sent_at = headers.get("webhook-timestamp", "")
    if not sent_at.isdigit() or abs(now() - int(sent_at)) > 300:
        return False
    secret = base64.b64decode(os.environ["WEBHOOK_SECRET"].removeprefix("whsec_"))
    signed = f"{headers['webhook-id']}.{sent_at}.".encode() + body
    expected = base64.b64encode(hmac.digest(secret, signed, hashlib.sha256)).decode()
    signatures = headers.get("webhook-signature", "").split()
    return any(hmac.compare_digest(f"v1,{expected}", each) for each in signatures)


def receive(port):
    """Listens for messages until it is stopped. Keep the ids that you have handled: a message may arrive twice."""
    http.server.HTTPServer(("127.0.0.1", int(port)), Receiver).serve_forever()


if __name__ == "__main__":
    commands = {"verify": verify, "follow": follow, "receive": receive}
    if len(sys.argv) != 3 or sys.argv[1] not in commands:
        sys.exit(__doc__)
    try:
        commands[sys.argv[1]](sys.argv[2])
    except KeyboardInterrupt:
        sys.exit(130)
