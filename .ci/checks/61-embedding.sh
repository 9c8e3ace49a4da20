#!/usr/bin/env bash
# The examples run as a user runs them; what each prints is tested by tests/Embedding.Tests.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

printed=$(dotnet run --project samples/Embedding --no-build)
echo "$printed"
grep -q '^# InAHost$' <<<"$printed"
status=0
dotnet run --project samples/Embedding --no-build -- nonsense || status=$?
[ "$status" = 2 ]
