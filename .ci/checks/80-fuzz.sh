#!/usr/bin/env bash
# The fuzzing program takes its seeds; and where OKRKPI_FUZZ_MINUTES says for how long, afl++ looks for inputs that break the readers
# of JSON, led by the code each input reaches. Installs Debian's afl++ where it is missing then; keeps what it finds in artifacts/fuzz.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

program=OkrKpi.Serialization.SystemTextJson.Fuzzing
targets=(document problems preserving lines domain-types)
dotnet publish "tests/$program" -c Release -o "$work/plain"
run() { timeout 20 dotnet "$work/plain/$program.dll" "$@"; }
run --dictionary >"$work/words"
for target in "${targets[@]}"; do
  mkdir "$work/$target.seeds"
  run "$target" --seeds "$work/$target.seeds" tests/OkrKpi.Serialization.SystemTextJson.Tests/documents/*/*.json samples/Scorecard/data/ipld.json
  run "$target" "$work/$target.seeds"/*
done

minutes=${OKRKPI_FUZZ_MINUTES:-}
if [ -z "$minutes" ]; then
  echo 'note: seeds only; OKRKPI_FUZZ_MINUTES=10 bash .ci/run lets afl++ look for more for ten minutes'
  exit 0
fi

if ! command -v afl-fuzz >/dev/null; then
  apt-get update -q
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends afl++
fi
version=$(sed -n 's/.*Include="SharpFuzz" Version="\([^"]*\)".*/\1/p' Directory.Packages.props)
dotnet tool install SharpFuzz.CommandLine --version "$version" --tool-path "$work/tools"

# afl++ feeds a copy that tells which code it runs; findings are shown with the program as it is.
cp -r "$work/plain" "$work/told"
for library in OkrKpi OkrKpi.Serialization.SystemTextJson; do
  "$work/tools/sharpfuzz" "$work/told/$library.dll"
done

# A program of .NET is no binary afl++ knows; it is slow to start, and no core is its own.
export AFL_SKIP_BIN_CHECK=1 AFL_FORKSRV_INIT_TMOUT=60000 AFL_NO_AFFINITY=1 AFL_NO_UI=1 AFL_SKIP_CPUFREQ=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1
findings=artifacts/fuzz
bad=0
for target in "${targets[@]}"; do
  afl-fuzz -i "$work/$target.seeds" -o "$work/$target" -x "$work/words" -t 1000 -m none -V $((minutes * 60 / ${#targets[@]})) -- \
    dotnet "$work/told/$program.dll" "$target" >"$work/$target.log" 2>&1 || { tail -n 40 "$work/$target.log"; exit 1; }

  stats() { sed -n "s/^$1 *: //p" "$work/$target/default/fuzzer_stats"; }
  echo "note: $target: $(stats execs_done) runs in $(stats run_time) s, $(stats corpus_found) ways found beyond $(ls "$work/$target.seeds" | wc -l) seeds," \
    "$(stats bitmap_cvg) of the map, $(stats saved_crashes) crashes, $(stats saved_hangs) hangs"
  for found in "$work/$target"/default/{crashes,hangs}/id*; do
    [ -f "$found" ] || continue
    # A machine that had no time for a second makes a hang of anything; it is one when it hangs again.
    if [[ $found == */hangs/* ]] && run "$target" "$found" >/dev/null 2>&1; then continue; fi
    bad=$((bad + 1))
    kept=$findings/$target-$(basename "$(dirname "$found")")-$bad
    mkdir -p "$findings"
    cp "$found" "$kept"
    echo "--- $kept: $(head -c 2000 "$kept" | cat -v)"
    run "$target" "$kept" || echo "ends with $?"
  done
done
[ "$bad" = 0 ]
