#!/usr/bin/env bash
# Usage: recipe.sh, with GOALTREE_URL, GOALTREE_KPI and perhaps GOALTREE_HEADER in the environment
set -euo pipefail
url=${GOALTREE_URL:-http://localhost:8080}
kpi=${GOALTREE_KPI:-failed-changes}
files=$(mktemp -d)
trap 'rm -rf "$files"' EXIT

# The header comes from a file, because arguments can be read by whoever lists the processes.
goaltree() {
  curl --silent --show-error --fail-with-body -H @<(printf '%s\n' "${GOALTREE_HEADER:-}") "$@"
}

echo 'One value:'
goaltree "$url/ingest/kpi-values" -H 'Content-Type: application/json' \
  -d "[{\"kpi\": \"$kpi\", \"at\": \"2025-01-20\", \"value\": \"12\"}]"

echo $'\n\nA file, gzipped on the way; one of its rows is wrong:'
printf 'kpi,at,value,note\n%s,2025-01-06,14,"Release day, twice"\n%s,2025-01-13,9,\n%s,2025-01-27,many,\n' \
  "$kpi" "$kpi" "$kpi" > "$files/values.csv"
gzip --stdout "$files/values.csv" |
  goaltree "$url/ingest/kpi-values" -H 'Content-Type: text/csv' -H 'Content-Encoding: gzip' --data-binary @- |
  sed '/^{"progress"/d'

# Into a file of its own first: a 304 has no body.
load() {
  goaltree "$url/export/kpi-values.csv?kpis=$kpi&from=2025-01-01&to=2025-01-31$1" --etag-compare "$files/etag" --etag-save "$files/etag.new" \
    --dump-header "$files/headers" --output "$files/new.csv" --write-out '%{http_code}\n'
  as_of=$(sed -n 's/^goaltree-as-of: *\([^[:space:]]*\).*/\1/Ip' "$files/headers")
}
: > "$files/etag"

echo $'\nAll values, once and once more:'
load ''
cut -d, -f2,5,7 "$files/new.csv"
mv "$files/etag.new" "$files/etag"
since=$as_of
load ''

echo $'\nWhat changed since, after a correction:'
goaltree "$url/ingest/kpi-values" -H 'Content-Type: application/json' \
  -d "[{\"kpi\": \"$kpi\", \"at\": \"2025-01-13\", \"value\": \"10\"}]" > "$files/answer"
load "&updatedSince=$since"
cut -d, -f2,5,7 "$files/new.csv"
