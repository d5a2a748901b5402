#!/usr/bin/env bash
# Makes sure that this machine can run the servers of the tests: redis-server, and PostgreSQL 15 or newer. Installs
# Debian's packages for what is missing, as root or with sudo, and runs no service of them: tests start their own.
set -euo pipefail

have_redis() { command -v redis-server >/dev/null; }
have_postgres() {
  local folder
  for folder in /usr/lib/postgresql/*/bin; do
    [ "$(basename "$(dirname "$folder")")" -ge 15 ] 2>/dev/null && [ -x "$folder/initdb" ] && [ -x "$folder/postgres" ] && return
  done
  command -v initdb >/dev/null && command -v postgres >/dev/null
}

packages=()
have_redis || packages+=(redis-server)
have_postgres || packages+=(postgresql)
if [ ${#packages[@]} -eq 0 ]; then
  echo 'servers for the tests: all there'
  exit 0
fi

command -v apt-get >/dev/null || { echo "cannot install ${packages[*]}: no apt-get here"; exit 1; }
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "cannot install ${packages[*]}: neither root nor sudo"; exit 1; }
  as_root=(sudo)
fi

# For as long as the packages are being set up, nothing may start their services; a policy that is there already stays.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" install -m 755 /dev/stdin "$policy"
  trap '"${as_root[@]}" rm -f "$policy"' EXIT
fi
echo "servers for the tests: installing ${packages[*]}"
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
have_redis && have_postgres || { echo 'installed, but not found afterwards'; exit 1; }
