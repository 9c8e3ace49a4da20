#!/usr/bin/env bash
# The code is laid out as .editorconfig says. (Style and analyzer warnings are errors of the build already.)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

dotnet format whitespace OkrKpi.sln --verify-no-changes --no-restore
