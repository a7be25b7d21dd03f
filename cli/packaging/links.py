#!/usr/bin/env python3
"""Asks every address that the README and docs/ link to; prints those that do not answer, and ends with 1.

    links.py [--list] [--once] [FOLDER]

FOLDER is another checkout than this one. --once asks without a second try, --list asks nobody. Run by a schedule only: what somebody else's server says is no property of a commit. Addresses that are
examples are left out.
"""

import concurrent.futures
import re
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

FOLDERS = [word for word in sys.argv[1:] if not word.startswith("-")]
ROOT = Path(FOLDERS[0]).resolve() if FOLDERS else Path(__file__).resolve().parents[2]
WAITS = (0,) if "--once" in sys.argv else (0, 5, 20)
LINK = re.compile(r"\]\((https?://[^)\s]+)\)")
EXAMPLE = re.compile(r"https?://([^/]*\.)?(example|acme)\.[a-z]+|<")
AGENT = {"User-Agent": "mayfly-documentation-links"}


def links():
    found = {}
    pages = [*ROOT.glob("*.md"), *sorted((ROOT / "docs").rglob("*.md"))]
    for page in pages:
        for address in LINK.findall(page.read_text(encoding="utf-8")):
            if not EXAMPLE.match(address):
                found.setdefault(address.split("#")[0], page.relative_to(ROOT))
    return found


def trouble(address):
    """What is wrong with an address after all tries; None where it answers."""
    said = None
    for wait in WAITS:
        time.sleep(wait)
        try:
            request = urllib.request.Request(address, headers=AGENT)
            with urllib.request.urlopen(request, timeout=30):
                return None
        except urllib.error.HTTPError as error:
            if error.code in (404, 410):
                return f"{error.code}"
            # Forbidden to robots, or too many requests: somebody is there.
            if error.code in (401, 403, 405, 429):
                return None
            said = f"{error.code}"
        except OSError as error:
            said = f"{error}"
    return said


def main():
    found = links()
    if "--list" in sys.argv:
        print("\n".join(sorted(found)))
        return 0
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        answers = dict(zip(found, pool.map(trouble, found)))
    broken = {address: said for address, said in answers.items() if said}
    for address, said in sorted(broken.items()):
        print(f"{found[address]}: {address}: {said}")
    print(f"{len(found)} addresses, {len(broken)} broken", file=sys.stderr)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
