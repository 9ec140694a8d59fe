#!/usr/bin/env bash
# Usage: post-values.sh FILE.csv, with GOALTREE_URL and perhaps GOALTREE_HEADER in the environment.
# Prints only what somebody must look at, so that cron mails nothing else; exit code 1 when rows were rejected,
# 2 when the file was not posted.
set -euo pipefail
file=$1
lock=${GOALTREE_LOCK:-${TMPDIR:-/tmp}/goaltree-post-values.lock}
answer=$(mktemp)
errors=$(mktemp)
trap 'rm -f "$answer" "$errors"' EXIT

# A run that takes longer than the time between two runs is left alone.
exec 9> "$lock"
flock --nonblock 9 || exit 0

# The same file is the same key: repeated within 24 hours it is answered from memory and undoes no later correction.
key=$(sha256sum "$file" | cut -c1-64)
post() {
  # Without --fail only what may pass is an error and is tried again: 408, 429, 5xx, and connections that fail or are cut.
  curl --silent --show-error --retry "${GOALTREE_RETRIES:-8}" --retry-all-errors --retry-max-time 1800 --connect-timeout 10 \
    -H @<(printf '%s\n' "${GOALTREE_HEADER:-}") -H 'Content-Type: text/csv' -H "Idempotency-Key: $key" \
    --data-binary "@$file" --output "$answer" --write-out '%{http_code}' "$GOALTREE_URL/ingest/kpi-values" 2> "$errors" 9>&-
}
status=$(post) || true
for _ in 1 2 3 4 5; do
  # 409: an earlier try, whose connection was cut, is still under way.
  [ "$status" = 409 ] || break
  sleep "${GOALTREE_WAIT:-60}"
  status=$(post) || true
done
if [ "$status" != 200 ]; then
  printf '%s was not posted: HTTP %s\n' "$file" "$status"
  cat "$errors" "$answer"
  exit 2
fi

# The last line counts; without it the answer broke off, and posting again is safe.
last=$(tail -n 1 "$answer")
case $last in
  *'"error"'* | '') broken=yes ;;
  *'"created"'*) broken=no ;;
  *) broken=yes ;;
esac
if [ "$broken" = yes ]; then
  printf 'The answer to %s broke off.\n' "$file"
  cat "$answer"
  exit 2
fi
if [[ $last != *'"rejected":0'* ]]; then
  printf 'Rows of %s were rejected.\n' "$file"
  grep -F '"status":"REJECTED"' "$answer" || true
  printf '%s\n' "$last"
  exit 1
fi
