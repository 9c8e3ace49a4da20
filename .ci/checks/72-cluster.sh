#!/usr/bin/env bash
# The sample for many tenants: three silos on one PostgreSQL, killed one after another under concurrent check-ins, restarted in turn, and all killed at once.
# Installs Debian's postgresql where it is missing. CLUSTER_CHECK_INS, CLUSTER_ORGANISATIONS and CLUSTER_KILLS say how large it is (2,000, 200 and 3);
# CLUSTER_LONGEST_WRITE and CLUSTER_LONGEST_START are the bounds in seconds, with room for a busy machine (20 and 90; on a quiet one 5 and 20).
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
  server "$bin/pg_ctl" -D "$data/tenants" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$work" "$data"
}
trap stop EXIT
server "$bin/initdb" -D "$data/tenants" -U tenants -A trust -E UTF8 --no-instructions >/dev/null
started=
for _ in 1 2 3 4 5; do
  port=$((20000 + RANDOM % 10000))
  if server "$bin/pg_ctl" -D "$data/tenants" -l "$data/log" -w -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$data" start >/dev/null; then
    started=1
    break
  fi
done
[ -n "$started" ] || { cat "$data/log"; exit 1; }

dotnet publish samples/Cluster -c Release -o "$work/app"
export CLUSTER=$work/app NOTES=$work/notes POSTGRESQL="Host=127.0.0.1;Port=$port;Username=tenants;Database=postgres"
status=0
dotnet test tests/Cluster.EndToEnd -c Release --logger 'console;verbosity=normal' | tee "$work/out" || status=$?
cat "$NOTES"
[ "$status" = 0 ]

# A runner that finds or skips tests also ends with 0.
grep -qE '^ *Passed: +[1-9]' "$work/out"
! grep -qE '^ *Skipped: +[1-9]' "$work/out"
