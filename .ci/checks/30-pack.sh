#!/usr/bin/env bash
# Every package of src packs without a warning, with its symbols, also in a clone without a remote.
# The suffix keeps these packages apart from any published ones.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
work=${OKRKPI_CI_WORK:-$(mktemp -d)}

dotnet pack -c Release -o "$work/feed" --version-suffix ci -warnaserror | tee "$work/pack.out"
if grep -E ': warning ' "$work/pack.out"; then
  echo "pack warned"
  exit 1
fi

for project in src/*/*.csproj; do
  name=$(basename "$project" .csproj)
  for kind in nupkg snupkg; do
    compgen -G "$work/feed/$name.[0-9]*-ci.$kind" || { echo "no $kind of $name"; exit 1; }
  done
done
