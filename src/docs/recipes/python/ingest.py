"""Usage: python3 ingest.py FILE.csv

Posts the rows of a CSV file (kpi, at, value and perhaps unit, note, source) in batches of NDJSON. Prints what was rejected,
line by line; exit code 1 when anything was, 2 when the file is not such a file.
"""
import csv
import gzip
import itertools
import json
import sys
import uuid

import goaltree

BATCH = 10_000
COLUMNS = {"kpi", "at", "value", "unit", "note", "source"}


def rows(path):
    """Each row as an object without its empty fields, and the line it ends on."""
    with open(path, newline="", encoding="utf-8-sig") as file:
        reader = csv.DictReader(file)
        if not {"kpi", "at", "value"} <= set(reader.fieldnames or []) <= COLUMNS:
            print(f"{path}: the header must name kpi, at, value and may name unit, note, source")
            sys.exit(2)
        for row in reader:
            if None in row or None in row.values():
                print(f"{path}, line {reader.line_num}: not as many fields as the header has; nothing of this batch was sent")
                sys.exit(2)
            yield reader.line_num, {name: text for name, text in row.items() if text}


def outcome(answer):
    """The rejected lines and the counts; an answer without counts broke off."""
    rejected, last = [], {}
    for text in goaltree.lines(answer):
        last = json.loads(text)
        if last.get("status") == "REJECTED":
            rejected.append(last)
    if "error" in last and "status" not in last:
        if last["error"]["code"] == "INTERNAL":
            raise goaltree.Again(last["error"]["message"])
        sys.exit(f"{last['error']['code']}: {last['error']['message']}")
    if "created" not in last:
        raise goaltree.Again("The answer broke off")
    return rejected, last


def post(batch):
    body = "".join(json.dumps(row) + "\n" for _, row in batch).encode()
    headers = {
        "Content-Type": "application/x-ndjson",
        "Content-Encoding": "gzip",
        # One key a batch, the same for each try: what was done already is answered, not done again.
        "Idempotency-Key": str(uuid.uuid4()),
    }
    return goaltree.call("/ingest/kpi-values", outcome, headers, gzip.compress(body))


def main(path):
    totals = dict.fromkeys(("created", "updated", "unchanged", "rejected"), 0)
    source = rows(path)
    while batch := list(itertools.islice(source, BATCH)):
        rejected, counts = post(batch)
        for item in rejected:
            line = batch[item["line"] - 1][0]
            print(f"{path}, line {line}: {item['error']['code']}: {item['error']['message']}")
        for name in totals:
            totals[name] += counts[name]
    print(", ".join(f"{count} {name}" for name, count in totals.items()))
    return 1 if totals["rejected"] else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
