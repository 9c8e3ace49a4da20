#!/usr/bin/env bash
# Where OKRKPI_MUTATE names folders of src/OkrKpi (OKRKPI_MUTATE="Needs Okrs/Goals"), the code there is changed piece by piece, to see
# whether a test notices. Some hundreds of changes an hour; the report, with every change that no test noticed, is kept in artifacts/mutation.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

folders=${OKRKPI_MUTATE:-}
if [ -z "$folders" ]; then
  echo 'note: off; OKRKPI_MUTATE="Needs" bash .ci/run changes the code of src/OkrKpi/Needs piece by piece'
  exit 0
fi

version=5.1.0
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
dotnet tool install dotnet-stryker --version "$version" --tool-path "$tools"

mutate=()
for folder in $folders; do
  [ -d "src/OkrKpi/$folder" ] || { echo "src/OkrKpi/$folder is no folder"; exit 1; }
  mutate+=(--mutate "$folder/**/*.cs")
done

kept=$PWD/artifacts/mutation
rm -rf "$kept"
(cd src/OkrKpi && "$tools/dotnet-stryker" --config-file ../../.config/stryker.json --output "$kept" "${mutate[@]}" ${OKRKPI_MUTATE_AT_LEAST:+--break-at "$OKRKPI_MUTATE_AT_LEAST"})

# Folder by folder: how many changes a test noticed, and which none did.
python3 - "$kept/reports/mutation-report.json" <<'PYTHON'
import json, sys, collections
scores = collections.defaultdict(lambda: [0, 0])
for name, file in json.load(open(sys.argv[1]))["files"].items():
    for mutant in file["mutants"]:
        status = mutant["status"]
        if status in ("Ignored", "CompileError"):
            continue
        folder = name.split("src/OkrKpi/")[-1].rpartition("/")[0] or "."
        scores[folder][1] += 1
        if status in ("Killed", "Timeout"):
            scores[folder][0] += 1
        else:
            place = mutant["location"]["start"]
            print(f"{status}: {name.split('src/OkrKpi/')[-1]}:{place['line']} {mutant['mutatorName']}: {mutant.get('replacement', '')[:120]!r}")
for folder, (noticed, all) in sorted(scores.items()):
    print(f"note: {folder}: {noticed} of {all} changes noticed, {100 * noticed / all:.1f} %")
PYTHON
