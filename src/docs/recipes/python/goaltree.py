"""Calls to Goaltree, repeated when that may help. Python 3.9 or newer, standard library only."""
import http.client
import os
import random
import sys
import time
import urllib.error
import urllib.request

URL = os.environ.get("GOALTREE_URL", "http://localhost:8080").rstrip("/")
TRIES = int(os.environ.get("GOALTREE_TRIES", "8"))
FIRST_PAUSE = float(os.environ.get("GOALTREE_PAUSE", "1"))
LONGEST_PAUSE = 60.0


class Again(Exception):
    """A fault that may pass; with the seconds that the service asked for, if it did."""

    def __init__(self, reason, seconds=None):
        super().__init__(reason)
        self.seconds = seconds


def call(path, read, headers=None, body=None):
    """Opens path and answers what read makes of the answer; repeats both, with the same headers and body."""
    for attempt in range(TRIES):
        try:
            return _once(path, read, headers, body)
        except Again as fault:
            if attempt + 1 == TRIES:
                sys.exit(f"{URL}{path}: {fault}; given up after {TRIES} tries")
            # Full jitter: clients that failed together do not come back together.
            pause = random.uniform(0, min(LONGEST_PAUSE, FIRST_PAUSE * 2**attempt))
            print(f"{fault}; trying again", file=sys.stderr)
            time.sleep(pause if fault.seconds is None else min(LONGEST_PAUSE, fault.seconds) + pause)


def _once(path, read, headers, body):
    request = urllib.request.Request(URL + path, data=body, headers={**_own_header(), **(headers or {})})
    try:
        with urllib.request.urlopen(request, timeout=300) as answer:
            return read(answer)
    except urllib.error.HTTPError as refusal:
        text = refusal.read().decode("utf-8", "replace")
        # 409 is an idempotency key that is being worked on: an earlier try of ours that we have lost sight of.
        if refusal.code in (409, 429) or refusal.code >= 500:
            wait = refusal.headers.get("Retry-After", "")
            raise Again(f"HTTP {refusal.code}", float(wait) if wait.isdigit() else None) from None
        sys.exit(f"{URL}{path}: HTTP {refusal.code} {text}")
    except (http.client.HTTPException, OSError) as fault:  # URLError, timeouts and cut connections are OSErrors
        raise Again(f"{type(fault).__name__}: {fault}") from None


def lines(answer):
    """The lines of an answer. One that broke off is a fault: Python takes the end of a connection for the end of the text."""
    for line in answer:
        if not line.endswith(b"\n"):
            break
        yield line
    else:
        if not answer.length:
            return
    raise Again("The answer broke off")


def _own_header():
    """GOALTREE_HEADER is a whole header, such as 'Authorization: Basic ...'."""
    name, colon, value = os.environ.get("GOALTREE_HEADER", "").partition(":")
    return {name.strip(): value.strip()} if colon else {}
