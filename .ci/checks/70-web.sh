#!/usr/bin/env bash
# The web sample as users run it: published, in a real browser (with an accessibility check), on SQLite and on PostgreSQL,
# under ten thousand check-ins at once and killed in the middle. Installs Debian's chromium and postgresql where they are missing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
work=$(mktemp -d)

missing=()
command -v chromium >/dev/null || missing+=(chromium)
compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || missing+=(postgresql)
if [ ${#missing[@]} -gt 0 ]; then
  apt-get update -q
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
fi

# PostgreSQL refuses to run as root.
server() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
bin=$(dirname "$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1)")
data=$(server mktemp -d)
stop() {
  server "$bin/pg_ctl" -D "$data/cluster" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$work" "$data"
}
trap stop EXIT
server "$bin/initdb" -D "$data/cluster" -U scorecard -A trust -E UTF8 --no-instructions >/dev/null
started=
for _ in 1 2 3 4 5; do
  port=$((20000 + RANDOM % 10000))
  if server "$bin/pg_ctl" -D "$data/cluster" -l "$data/log" -w -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$data" start; then
    started=1
    break
  fi
done
[ -n "$started" ] || { cat "$data/log"; exit 1; }

dotnet publish samples/WebScorecard -c Release -o "$work/app"
export TMPDIR=$work WEBSCORECARD=$work/app CHROMIUM SCREENSHOTS=${SCREENSHOTS:-$work/screenshots} POSTGRESQL="Host=127.0.0.1;Port=$port;Username=scorecard"
CHROMIUM=$(command -v chromium)
mkdir -p "$SCREENSHOTS"
dotnet test tests/WebScorecard.EndToEnd -c Release --logger 'console;verbosity=normal' | tee "$work/out"

# A runner that finds or skips tests also ends with 0.
grep -qE '^ *Passed: +[1-9]' "$work/out"
! grep -qE '^ *Skipped: +[1-9]' "$work/out"
