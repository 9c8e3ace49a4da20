#!/usr/bin/env bash
# The analyst's scripts run from nothing and find what is to be found; the notebook gives, from top to bottom, what is saved in it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cd samples/Analysis
dotnet run make-measurements.cs
[ "$(wc -l <measurements.csv)" = 1000001 ]
dotnet run rollup.cs | tee "$work/rollup"
for words in '1,000,000 rows' 'revenue      Needed     lagging: 16,129,902.08 USD in FY2026-Q4' 'missed since FY2026-Q3' 'conversion   Needed     target raised: 4 % to 5 %' 'meetings     NotNeeded' 'revenue      South    Worsening  since' 'revenue      South    FY2027-Q1: 2,326,'; do
  grep -qF -- "$words" "$work/rollup" || { echo "missing: $words"; exit 1; }
done
cp quarters.csv "$work/quarters.csv"
cp quarters.parquet "$work/quarters.parquet"
[ "$(wc -l <quarters.csv)" = 241 ] # 5 KPIs, 4 regions, 12 quarters, and the header
[ "$(grep -c '<svg' report.html)" = 5 ]
if grep -nE '(src|href)="https?:' report.html; then echo "the page loads something"; exit 1; fi

# The same rows as Parquet give the same answer, and the same table goes out.
dotnet run make-measurements.cs -- measurements.parquet
dotnet run rollup.cs -- measurements.parquet | diff "$work/rollup" -
diff "$work/quarters.csv" quarters.csv
cmp "$work/quarters.parquet" quarters.parquet
[ "$(head -c 4 quarters.parquet)" = PAR1 ]

status=0
dotnet run rollup.cs -- nothing.csv 2>"$work/error" || status=$?
[ "$status" = 1 ] && grep -qF 'There is no nothing.csv' "$work/error"

dotnet run warehouse.cs -- 1000000 "$work/rows.parquet" | tee "$work/warehouse"
for words in '1,000,000 rows to 7,200' '99 of 200 stores need an OKR' 'Sales of store 18: lagging: 35,615.65 USD in FY2026-Q4'; do
  grep -qF -- "$words" "$work/warehouse" || { echo "missing: $words"; exit 1; }
done
sed -n '2s/^/note: /p' "$work/warehouse"

dotnet run profiles.cs | tee "$work/profiles"
grep -qE '^Microsoft Viva Goals +63 % ' "$work/profiles"
grep -qE '^Oboard +56 % ' "$work/profiles"

cd ../..
dotnet run --project tests/NotebookRunner -c Release -- samples/Analysis/rollup.ipynb
