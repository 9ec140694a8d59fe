#!/usr/bin/env bash
# What the route costs: requests a second of this checkout beside another revision, by turns in one run, as ratios of medians.
#   src/bench/edge.sh [REVISION]      default: ce1faa6, the last with SmallRye's own HTTP handler
# Needs wrk, curl and jq. Both run with the demo organisation on an embedded PostgreSQL each.
set -euo pipefail
cd "$(git rev-parse --show-toplevel)"
other=${1:-ce1faa6}
rounds=${ROUNDS:-5}
seconds=${SECONDS_EACH:-8}
work=$(mktemp -d)
pids=()
trap 'kill "${pids[@]}" 2>/dev/null; wait; rm -rf "$work"' EXIT

build() { # name revision
  git clone -q . "$work/$1-src"
  git -C "$work/$1-src" checkout -q "$2"
  (cd "$work/$1-src" && ./mvnw -q -B -ntp package -DskipTests -Djacoco.skip)
  cp -r "$work/$1-src/target/quarkus-app" "$work/$1"
}

serve() { # name port
  GOALTREE_DEMO=true GOALTREE_DATA="$work/$1-data" QUARKUS_HTTP_PORT=$2 GOALTREE_RATE_LIMIT_PER_MINUTE=0 \
    java -jar "$work/$1/quarkus-run.jar" >"$work/$1.log" 2>&1 &
  pids+=($!)
  until curl -sf "localhost:$2/graphql" -H 'Content-Type: application/json' \
    -d '{"query":"{ cycle(key: \"demo-q3\") { key } }"}' | grep -q demo-q3; do sleep 0.5; done
}

script() { # name operation variables
  jq -n --rawfile query "$2" --argjson variables "$3" '{$query, $variables}' >"$work/$1.json"
  cat >"$work/$1.lua" <<LUA
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.headers["Accept"] = "application/json"
wrk.body = io.open("$work/$1.json"):read("*a")
LUA
}

rate() { # port script
  wrk -t1 -c8 -d"${seconds}s" -s "$work/$2.lua" "http://localhost:$1/graphql" | awk '/Requests\/sec/ {print $2}'
}

median() { sort -n | awk '{a[NR]=$1} END {print (NR%2 ? a[(NR+1)/2] : (a[NR/2]+a[NR/2+1])/2)}'; }

build this HEAD
build other "$other"
printf '{ __typename }' >"$work/typename.graphql"
script typename "$work/typename.graphql" '{}'
script goal-tree schema/operations/goal-tree.graphql '{"cycle": "demo-q3"}'
serve this 18081
serve other 18082

for query in typename goal-tree; do
  for port in 18081 18082; do rate $port $query >/dev/null; done # warm
  : >"$work/this.txt"; : >"$work/other.txt"
  for _ in $(seq "$rounds"); do
    rate 18081 $query >>"$work/this.txt"
    rate 18082 $query >>"$work/other.txt"
  done
  awk -v q=$query -v a="$(median <"$work/this.txt")" -v b="$(median <"$work/other.txt")" -v r="$other" \
    'BEGIN {printf "%-10s this %8.1f/s   %s %8.1f/s   ratio %.2f\n", q, a, r, b, a / b}'
done
