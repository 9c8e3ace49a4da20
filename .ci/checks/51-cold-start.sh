#!/usr/bin/env bash
# A short program that uses no time zone loads no database of them: nothing of it gets compiled. The times are printed, not judged.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

dotnet build benchmarks/OkrKpi.ColdStart -c Release -warnaserror -o "$work/jit"
"$work/jit/OkrKpi.ColdStart" | sed "s/^/note: /"
document=samples/Scorecard/data/company-a.json
DOTNET_JitStdOutFile="$work/compiled" DOTNET_JitDisasmSummary=1 "$work/jit/OkrKpi.ColdStart" review "$document"
grep -q 'OkrKpi.PortfolioReviewing:Review' "$work/compiled"
if grep Tzdb "$work/compiled"; then
  echo "the database of time zones was loaded"
  exit 1
fi
