#!/usr/bin/env bash
# Rollups inside real PostgreSQL servers: one that holds rows itself, and one whose rows lie on two others behind foreign tables.
# Installs Debian's postgresql where it is missing. OKRKPI_SQL_CASES says how many drawn tables each way of reading is tried with.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. .ci/end-to-end.sh

require postgresql
for name in POSTGRESQL SHARD_A SHARD_B; do
  start_postgresql '-c fsync=off'
  export "$name=$connection"
done
export OKRKPI_SQL_CASES=${OKRKPI_SQL_CASES:-200}
test_all tests/OkrKpi.Sql.EndToEnd
