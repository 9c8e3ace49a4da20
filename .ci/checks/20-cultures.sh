#!/usr/bin/env bash
# The tests pass wherever the machine stands: decimal comma, dotless i, other dates, other side of the date line.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

for place in de_DE:Europe/Berlin tr_TR:Pacific/Apia vi_VN:Asia/Ho_Chi_Minh; do
  echo "== $place"
  LC_ALL="${place%%:*}.UTF-8" TZ="${place#*:}" dotnet test --no-build
done
