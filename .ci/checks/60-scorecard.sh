#!/usr/bin/env bash
# The sample reviews Company A, a transit authority and a software team, in English and Vietnamese, readable in 100 columns, and says in one line what is wrong with its input.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

scorecard() { dotnet run --project samples/Scorecard --no-build -- "$@"; }

# readable NAME ARGUMENT...: writes a report and its text in one line; no line is wider than 100 columns, and no terminal codes are in it.
readable() {
  local name=$1
  shift
  scorecard "$@" >"$work/$name.out"
  tr -s ' \n' ' ' <"$work/$name.out" >"$work/$name.text"
  if LC_ALL=C.UTF-8 grep -nE '.{101}' "$work/$name.out"; then
    echo "wider than 100 columns: $name"
    exit 1
  fi
  if grep -n $'\e' "$work/$name.out"; then
    echo "terminal codes in a file: $name"
    exit 1
  fi
}

# says NAME WORDS...: the report has each of the words, in this order.
says() {
  local name=$1 rest words
  shift
  rest=$(<"$work/$name.text")
  for words in "$@"; do
    [[ ${rest,,} == *"${words,,}"* ]] || { cat "$work/$name.out"; echo "missing in the report $name, or out of order: $words"; exit 1; }
    rest=${rest,,}
    rest=${rest#*"${words,,}"}
  done
}

# silent NAME WORDS...: the report has none of the words.
silent() {
  local name=$1 words
  shift
  for words in "$@"; do
    if grep -qiF -- "$words" "$work/$name.text"; then
      cat "$work/$name.out"
      echo "should not be in the report $name: $words"
      exit 1
    fi
  done
}

# The first screen: what needs attention, about 40 lines of it, without blanks at their ends; the same from standard input.
readable screen
cat "$work/screen.out"
says screen 'Company A, as of 2026-08-15' 'What needs attention' 'K15-sales-cycle' 'key results at risk' 'restates' 'covers: meetings' 'O4 Raise engagement' '--all'
silent screen 'Upsell rate' 'hints'
[ "$(wc -l <"$work/screen.out")" -le 50 ] || { echo "more than a screen"; exit 1; }
if grep -n ' $' "$work/screen.out"; then echo "blanks at the end of a line"; exit 1; fi
scorecard - --as-of 2026-08-15 <samples/Scorecard/data/company-a.json | diff "$work/screen.out" -
scorecard --help | grep -F 'scorecard mine.json --explain churn'

readable company-a --all
cat "$work/company-a.out"
says company-a 'Company A, as of 2026-08-15' 'What needs attention' 'K15-sales-cycle' 'key results at risk' 'restates' 'O4/meetings-300' \
  'meetings Customer meetings held' 'target raised: 100 to 300' 'covered by O4' 'Targets raised in the last twelve months: 1' 'The week since 2026-08-08' \
  'KPIs: 33' '12,200' '-10 partial' 'watched' 'O4 Raise engagement with new customers' 'score 0.'

readable vietnamese --all --language vi
cat "$work/vietnamese.out"
says vietnamese 'Company A, ngày 15/08/2026' 'Điều cần chú ý' 'cần OKR' 'tụt lại so với mục tiêu KPI: 2,4 tháng trong 2026-07' 'nâng mục tiêu KPI: 100 lên 300' 'quyết định 15/06/2026' '106.800' 'Kết quả chính'
silent vietnamese 'lagging' 'target raised' 'covered by' 'on track' 'findings'

readable transit transit.json --all --as-of 2017-06-30
cat "$work/transit.out"
says transit 'New York City Transit, as of 2017-06-30' '20 KPIs need an OKR' 'Mean Distance Between Failures - Subways' 'missed since 2015-06' \
  '3 KPIs of which nothing can be told' 'no target for 2017-06' 'Targets raised in the last twelve months' '2017-06 from 4,234 of the year before to 5,308' 'in 2017-01, 2017-03, 2017-05, 2017-06' 'KPIs: 27'
silent transit 'Objectives:' 'Looking back'

readable ipld ipld.json --all --as-of 2019-08-15
says ipld 'IPLD, as of 2019-08-15' 'Looking back on 2019-q2' 'Objectives:'
silent ipld 'KPIs: 0' 'Unit Period Actual'

for id in meetings O4 O4/meetings-300; do
  scorecard --explain "$id" | tee "$work/tree"
  [ -s "$work/tree" ] || { echo "no explanation of $id"; exit 1; }
done
scorecard --explain orders | grep -cF '5,030 against 5,040 due by now'
scorecard --explain orders --as-of 2026-01-05 | grep -cF 'whose figures are to be known on 2026-01-10'
scorecard --explain help-visits | grep -cF 'watched'
scorecard --explain meetings --language vi | grep -cF 'cần một OKR'
scorecard transit.json --as-of 2017-06-30 --explain 391690 | grep -F 'limits 74.42 % to 81.75 %'
scorecard --brief meetings | grep -cF 'Through which channel'
scorecard --html "$work/page.html"
scorecard --html "$work/page.vi.html" --language vi
for words in '<title>Company A, 2026-08-15</title>' 'What needs an OKR' 'Customer churn rate' 'id="kpi-meetings"' 'Findings'; do
  grep -qF -- "$words" "$work/page.html" || { echo "missing in the page: $words"; exit 1; }
done
grep -qF '<html lang="vi">' "$work/page.vi.html"
if grep -oE '<script|(src|href)="[^#][^"]*"|url\([^)]*\)|@import' "$work"/page*.html; then echo "the page runs or loads something"; exit 1; fi
scorecard --json | grep -c '"needs"'

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
refused 1 1 'nowhere/page.html' --html nowhere/page.html
refused 1 1 'missing.json' "$work/missing.json"
refused 1 1 'K99' --explain K99
refused 2 any '--nonsense' --nonsense
refused 2 any '2026-13-01' --as-of 2026-13-01
refused 2 any '0001-01-01' --as-of 0001-01-01
refused 1 1 'K01-revenue' --brief K01-revenue
refused 2 any 'fr' --language fr
