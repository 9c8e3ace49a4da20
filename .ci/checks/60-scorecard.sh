#!/usr/bin/env bash
# The sample reviews Company A, readable in 100 columns, and says in one line what is wrong with its input.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

scorecard() { dotnet run --project samples/Scorecard -c Release --no-build -- "$@"; }

scorecard >"$work/out"
cat "$work/out"
tr -s ' \n' ' ' <"$work/out" >"$work/text"
for words in 'Company A, as of 2026-08-15' 'meetings Customer meetings held' 'target raised: 100 to 300' \
  'covered by O4' 'O4 Raise engagement with new customers' 'score 0.' 'restates' 'O4/meetings-300'; do
  grep -qiF -- "$words" "$work/text" || { echo "missing in the report: $words"; exit 1; }
done
if grep -nE '.{101}' "$work/out"; then
  echo "wider than 100 columns"
  exit 1
fi
if grep -n $'\e' "$work/out"; then
  echo "terminal codes in a file"
  exit 1
fi

for id in meetings O4 O4/meetings-300; do
  scorecard --explain "$id" | tee "$work/tree"
  [ -s "$work/tree" ] || { echo "no explanation of $id"; exit 1; }
done
scorecard --json | grep -q '"needs"'

# refused CODE LINES WORDS ARGUMENT...: ends with the code, nothing on standard output, the words on standard error (LINES 1: one line).
refused() {
  local code=$1 lines=$2 words=$3 status=0
  shift 3
  scorecard "$@" >"$work/refused.out" 2>"$work/refused.err" || status=$?
  cat "$work/refused.err"
  if [ "$status" != "$code" ] || [ -s "$work/refused.out" ] || ! grep -qF -- "$words" "$work/refused.err" ||
    { [ "$lines" = 1 ] && [ "$(wc -l <"$work/refused.err")" != 1 ]; }; then
    echo "expected exit code $code and '$words', got $status: $*"
    exit 1
  fi
}

data=samples/Scorecard/data/company-a.json
head -c 3000 "$data" >"$work/cut.json"
: >"$work/empty.json"
sed '0,/"kind": "count"/s//"kind": "furlong"/' "$data" >"$work/unit.json"
sed '0,/"2026-01-01"/s//"2026-02-30"/' "$data" >"$work/date.json"
sed 's/"value": 300/"value": "many"/' "$data" >"$work/type.json"
refused 1 1 'cut.json' "$work/cut.json"
refused 1 1 'empty.json' "$work/empty.json"
refused 1 1 '$.kpis[0].unit' "$work/unit.json"
refused 1 1 '$.kpis[0].targets[0].from' "$work/date.json"
refused 1 1 '$.kpis[0].targets[1].value' "$work/type.json"
refused 1 1 'missing.json' "$work/missing.json"
refused 1 1 'K99' --explain K99
refused 2 any '--nonsense' --nonsense
refused 2 any '2026-13-01' --as-of 2026-13-01
