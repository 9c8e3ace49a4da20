# For the checks that run whole programs to source: Debian packages, PostgreSQL on the loopback, tests of which all must have run.
# $work is a folder of the check's own; it and the servers go with the check.
work=$(mktemp -d)
trap stop_all EXIT

# require PACKAGE...: installs those that are missing.
require() {
  local package missing=()
  for package in "$@"; do
    case $package in
      postgresql) compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null ;;
      *) command -v "$package" >/dev/null ;;
    esac || missing+=("$package")
  done
  if [ ${#missing[@]} -gt 0 ]; then
    apt-get update -q
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
  fi
}

# PostgreSQL refuses to run as root.
server() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

# start_postgresql [OPTIONS]: a server of its own on a free port, which anybody on this machine may use; $connection says how.
servers=()
start_postgresql() {
  local data port bin
  bin=$(dirname "$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1)")
  data=$(server mktemp -d)
  servers+=("$bin/pg_ctl -D $data/cluster")
  server "$bin/initdb" -D "$data/cluster" -U tester -A trust -E UTF8 --no-instructions >/dev/null
  for _ in 1 2 3 4 5; do
    port=$((20000 + RANDOM % 10000))
    if server "$bin/pg_ctl" -D "$data/cluster" -l "$data/log" -w \
      -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$data ${1:-}" start >/dev/null; then
      connection="Host=127.0.0.1;Port=$port;Username=tester"
      return
    fi
  done
  cat "$data/log"
  return 1
}

stop_all() {
  local each
  for each in "${servers[@]}"; do
    server $each -m immediate stop >/dev/null 2>&1 || true
    rm -rf "$(dirname "${each##* }")"
  done
  rm -rf "$work"
}

# test_all PROJECT: its tests; a runner that finds or skips tests also ends with 0.
test_all() {
  dotnet test "$1" -c Release --logger 'console;verbosity=normal' | tee "$work/out" &&
    grep -qE '^ *Passed: +[1-9]' "$work/out" && ! grep -qE '^ *Skipped: +[1-9]' "$work/out"
}
