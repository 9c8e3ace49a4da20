#!/usr/bin/env bash
# The examples run as a user runs them; what each prints is tested by tests/Embedding.Tests.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

dotnet run --project samples/Embedding -c Release --no-build | tee /dev/stderr | grep -q '^# InAHost$'
status=0
dotnet run --project samples/Embedding -c Release --no-build -- nonsense || status=$?
[ "$status" = 2 ]
