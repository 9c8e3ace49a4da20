#!/usr/bin/env bash
# The web sample as users run it: published, in a real browser (with an accessibility check), on SQLite and on PostgreSQL,
# under ten thousand check-ins at once and killed in the middle. Installs Debian's chromium and postgresql where they are missing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. .ci/end-to-end.sh

require chromium postgresql
start_postgresql
dotnet publish samples/WebScorecard -c Release -o "$work/app"
export TMPDIR=$work WEBSCORECARD=$work/app CHROMIUM SCREENSHOTS=${SCREENSHOTS:-$work/screenshots} POSTGRESQL=$connection
CHROMIUM=$(command -v chromium)
mkdir -p "$SCREENSHOTS"
# A shared compiler would be looked for, and left, in the folder of temporary files.
export UseSharedCompilation=false
test_all tests/WebScorecard.EndToEnd
