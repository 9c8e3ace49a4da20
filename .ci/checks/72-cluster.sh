#!/usr/bin/env bash
# The sample for many tenants: three silos on one PostgreSQL, killed one after another under concurrent check-ins, restarted in turn, and all killed at once.
# Installs Debian's postgresql where it is missing. CLUSTER_CHECK_INS, CLUSTER_ORGANISATIONS and CLUSTER_KILLS say how large it is (2,000, 200 and 3);
# CLUSTER_LONGEST_WRITE and CLUSTER_LONGEST_START are the bounds in seconds, with room for a busy machine (20 and 90; on a quiet one 5 and 20).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. .ci/end-to-end.sh

require postgresql
start_postgresql
dotnet publish samples/Cluster -c Release -o "$work/app"
export CLUSTER=$work/app NOTES=$work/notes POSTGRESQL="$connection;Database=postgres"
status=0
test_all tests/Cluster.EndToEnd || status=$?
cat "$NOTES"
exit "$status"
