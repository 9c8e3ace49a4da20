#!/usr/bin/env bash
# How the web sample holds up for a large organisation (2,000 KPIs of 36 months, 1,000 objectives): the published program, asked by wrk on the loopback.
# By hand, not a check: what it tells depends on the machine.
#
#     .ci/load-web.sh [SECONDS]      each page is asked for that long, 15 seconds unless said otherwise
#
# "alone" is what one request takes with nobody else there, the least of 20; "bytes" are as they are sent, gzip or brotli; "cpu" is what the program computes
# for a request, which also a busy machine tells.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. .ci/end-to-end.sh

seconds=${1:-15}
require wrk curl
dotnet run .ci/load-web.cs -- "$work/large.json"
dotnet publish samples/WebScorecard -c Release -o "$work/app" -v q --nologo
(cd "$work/app" && exec dotnet WebScorecard.dll --urls=http://127.0.0.1:0 "--ConnectionStrings:Scorecard=Data Source=$work/large.db" \
  "--Scorecard:Workspace=$work/large.json" --Scorecard:Today=2026-08-15 >"$work/log" 2>&1) &
app=$!
trap 'kill $app 2>/dev/null || true; stop_all' EXIT
started=$SECONDS
until address=$(grep -om1 'http://127.0.0.1:[0-9]*$' "$work/log"); do
  kill -0 $app || { cat "$work/log"; exit 1; }
  sleep 0.2
done
echo "the first start, with what it stores, took $((SECONDS - started)) s"

memory() { awk -v name="$1:" '$1 == name { printf "%d MB", $2 / 1024 }' "/proc/$app/status"; }
ticks() { awk '{ print $14 + $15 }' "/proc/$app/stat"; }
printf '%-28s %10s %7s %9s %9s %11s %8s %s\n' page alone bytes p50 p99 requests/s cpu errors
for page in / /kpis/kpi-7 /kpis /objectives/o-7 /objectives '/weekly?team=Team%207'; do
  alone=$(for _ in $(seq 20); do curl -s --compressed -o /dev/null -w '%{time_total}\n' "$address$page"; done | sort -n | head -n 1)
  bytes=$(curl -s --compressed -o /dev/null -w '%{size_download}' "$address$page")
  wrk -t 1 -c 8 -d 5s -H 'Accept-Encoding: br, gzip' "$address$page" >"$work/wrk" # until it is compiled
  before=$(ticks)
  wrk -t 1 -c 8 -d "${seconds}s" --latency -H 'Accept-Encoding: br, gzip' "$address$page" >"$work/wrk"
  cpu=$(awk -v ticks=$(($(ticks) - before)) -v hertz="$(getconf CLK_TCK)" '/requests in/ { printf "%.1f ms", ticks * 1000 / hertz / $1 }' "$work/wrk")
  told() { awk -v name="$1" '$1 == name { print $2 }' "$work/wrk"; }
  printf '%-28s %8s s %7s %9s %9s %11s %8s %s\n' "$page" "$alone" "$bytes" "$(told 50%)" "$(told 99%)" "$(told Requests/sec:)" "$cpu" \
    "$(grep -E 'Non-2xx|Socket errors' "$work/wrk" || true)"
done
echo "memory: $(memory VmRSS), at most $(memory VmHWM)"
