"""Usage: python3 export.py DATABASE.sqlite EXPORT [NAME=TEXT ...]

Keeps a table of a SQLite file equal to an export: kpi-values (perhaps with kpis=..., from=..., to=...), cycle-summary or
key-results (with cycle=...). The first run loads all of it, each further one what has changed since.
"""
import json
import sqlite3
import sys
import urllib.parse

import goaltree

KEYS = {
    "kpi-values": ["kpi_id", "period_start"],
    "cycle-summary": ["objective_id"],
    "key-results": ["key_result_id"],
}


def load(database, export, selection):
    table, key = export.replace("-", "_"), KEYS[export]
    asked = f"/export/{export}.ndjson?{urllib.parse.urlencode(sorted(selection.items()))}"
    database.execute("create table if not exists loads (asked text primary key, as_of text not null)")
    known = database.execute("select as_of from loads where asked = ?", (asked,)).fetchone()
    since = f"&updatedSince={urllib.parse.quote(known[0])}" if known else ""

    def apply(answer):
        written = removed = 0
        # One transaction: an answer that breaks off leaves nothing behind, and the next run asks from the same instant.
        with database:
            for line in goaltree.lines(answer):
                row = json.loads(line)
                gone = row.pop("removed_at", None)
                fit(database, table, key, row)
                if gone:
                    here = " and ".join(f"{name} = ?" for name in key)
                    database.execute(f"delete from {table} where {here}", [row[name] for name in key])
                    removed += 1
                else:
                    names, marks = ", ".join(row), ", ".join("?" * len(row))
                    database.execute(f"insert or replace into {table} ({names}) values ({marks})", list(row.values()))
                    written += 1
            as_of = answer.headers["Goaltree-As-Of"]
            database.execute("insert or replace into loads values (?, ?)", (asked, as_of))
        return written, removed

    return goaltree.call(asked + since, apply)


def fit(database, table, key, row):
    """Makes the table with the first row, and a column that a later version of the service has added."""
    columns = {column[1] for column in database.execute(f"pragma table_info({table})")}
    if not columns:
        database.execute(f"create table {table} ({', '.join(row)}, primary key ({', '.join(key)}))")
    else:
        for name in row.keys() - columns:
            database.execute(f"alter table {table} add column {name}")


def main(file, export, *selection):
    database = sqlite3.connect(file)
    try:
        written, removed = load(database, export, dict(pair.split("=", 1) for pair in selection))
    finally:
        database.close()
    print(f"{written} rows written, {removed} removed")


if __name__ == "__main__":
    if len(sys.argv) < 3 or sys.argv[2] not in KEYS or not all("=" in pair for pair in sys.argv[3:]):
        sys.exit(__doc__)
    main(*sys.argv[1:])
