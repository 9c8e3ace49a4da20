#!/usr/bin/env bash
# Rollups inside real PostgreSQL servers: one that holds rows itself, and one whose rows lie on two others behind foreign tables.
# Installs Debian's postgresql where it is missing. OKRKPI_SQL_CASES says how many drawn tables each way of reading is tried with.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
work=$(mktemp -d)

if ! compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; then
  apt-get update -q
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends postgresql
fi

# PostgreSQL refuses to run as root.
server() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
bin=$(dirname "$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1)")
data=$(server mktemp -d)
stop() {
  for cluster in main shard_a shard_b; do
    server "$bin/pg_ctl" -D "$data/$cluster" -m immediate stop >/dev/null 2>&1 || true
  done
  rm -rf "$work" "$data"
}
trap stop EXIT

# start NAME: a cluster of its own on a free port of the loopback; says the connection string.
start() {
  local port
  server "$bin/initdb" -D "$data/$1" -U rollup -A trust -E UTF8 --no-instructions >/dev/null
  for _ in 1 2 3 4 5; do
    port=$((20000 + RANDOM % 10000))
    if server "$bin/pg_ctl" -D "$data/$1" -l "$data/$1.log" -w -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$data -c fsync=off" start >/dev/null; then
      echo "Host=127.0.0.1;Port=$port;Username=rollup"
      return
    fi
  done
  cat "$data/$1.log" >&2
  return 1
}
POSTGRESQL=$(start main)
SHARD_A=$(start shard_a)
SHARD_B=$(start shard_b)
export POSTGRESQL SHARD_A SHARD_B OKRKPI_SQL_CASES=${OKRKPI_SQL_CASES:-200}

dotnet test tests/OkrKpi.Sql.EndToEnd -c Release --logger 'console;verbosity=normal' | tee "$work/out"

# A runner that finds or skips tests also ends with 0.
grep -qE '^ *Passed: +[1-9]' "$work/out"
! grep -qE '^ *Skipped: +[1-9]' "$work/out"
