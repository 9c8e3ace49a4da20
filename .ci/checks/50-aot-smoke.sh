#!/usr/bin/env bash
# The packages compile ahead of time to native code without one warning, and the consumer's program prints the same.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
work=${OKRKPI_CI_WORK:-$(mktemp -d)}

dotnet publish tests/AotSmoke -c Release -o "$work/aot" -warnaserror | tee "$work/aot.out"
if grep -E ': warning |warning IL[0-9]+' "$work/aot.out"; then
  echo "publishing warned"
  exit 1
fi
"$work/aot/AotSmoke" | tee "$work/aot-smoke.out"
diff tests/Consumer/expected.txt "$work/aot-smoke.out"
