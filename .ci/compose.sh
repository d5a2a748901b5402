#!/usr/bin/env bash
# The network in containers, checked from outside: builds the images, brings docker-compose.yml up under a name of its
# own, looks at decisions, kills containers, scales, compares with the embedded network, and takes everything down.
#
#   .ci/compose.sh               all of it, about five minutes on two cores
#   .ci/compose.sh --no-build    with the images that are there
#   VEDETTA_RESULTS=file         writes what was checked there, as JSON
#
# Needs a Docker engine and Compose (v2 or 1.29). Where there is no engine, a script `local-docker` that provides one and
# the base images is used: $LOCAL_DOCKER, or one on the PATH, or the one in a tools folder beside this repository.
# Exit code 0: everything held. 1: something did not, or there is no engine. Removes its containers, networks and volumes
# whatever happens; leaves images, and an engine it started.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
exec </dev/null
export NO_COLOR=1 FORCE_COLOR=0
# The provider of an engine sees the machine's own Node and npm, everything else the project's.
machine_path=$PATH
export PATH="$PWD/node_modules/.bin:$PATH"
export COMPOSE_INTERACTIVE_NO_CLI=1 DOCKER_CLI_HINTS=false
export VEDETTA_TAG=${VEDETTA_TAG:-ci}
export VEDETTA_COMPOSE_PROJECT="vedetta-ci-$$"
build=yes
[ "${1:-}" = --no-build ] && build=no

work=$(mktemp -d)
tests=
say() { printf 'compose: %s\n' "$*"; }
fail() { say "$*"; exit 1; }

provider() { # prints the path of a local-docker, if there is one
  local at
  for at in "${LOCAL_DOCKER:-}" "$(command -v local-docker || true)" ../*/tools/local-docker; do
    if [ -n "$at" ] && [ -f "$at" ]; then echo "$at"; return; fi
  done
}

compose() {
  if docker compose version >/dev/null 2>&1; then docker compose -p "$VEDETTA_COMPOSE_PROJECT" "$@"
  else docker-compose -p "$VEDETTA_COMPOSE_PROJECT" "$@"; fi
}

clean() {
  local code=$?
  trap - EXIT INT TERM
  if [ -n "$tests" ]; then
    kill "$tests" 2>/dev/null || true
    wait "$tests" 2>/dev/null || true
  fi
  local left
  left=$(docker ps -aq --filter "label=com.docker.compose.project=$VEDETTA_COMPOSE_PROJECT" 2>/dev/null || true)
  if [ -n "$left" ]; then
    if [ "$code" -ne 0 ]; then
      say 'last words of the containers:'
      compose logs --no-color --tail=15 2>&1 | cut -c1-400 || true
    fi
    say 'taking down what is left'
    compose down -v --remove-orphans -t 5 >/dev/null 2>&1 || say "could not remove all of project $VEDETTA_COMPOSE_PROJECT"
  fi
  rm -rf "$work"
  exit "$code"
}
trap clean EXIT
trap 'exit 130' INT TERM

# 1. An engine, Compose, base images.
helper=$(provider)
if ! docker info >/dev/null 2>&1; then
  [ -n "$helper" ] || fail 'no Docker engine answers, and no local-docker to provide one: nothing was checked'
  [ "$(id -u)" = 0 ] || fail "no Docker engine answers, and $helper must run as root: nothing was checked"
fi
if [ -n "$helper" ] && [ "$(id -u)" = 0 ]; then
  missing=()
  for image in node:24-bookworm-slim redis:7-bookworm postgres:15-bookworm; do
    docker image inspect "$image" >/dev/null 2>&1 || missing+=("${image%%:*}")
  done
  if [ ${#missing[@]} -gt 0 ]; then
    say "asking $helper for: ${missing[*]}"
    PATH=$machine_path NODE_BINARY=${NODE_BINARY:-$PWD/node_modules/node/bin/node} bash "$helper" "${missing[@]}" >"$work/engine.log" 2>&1 \
      || { tail -20 "$work/engine.log"; fail 'local-docker failed'; }
  fi
fi
docker compose version >/dev/null 2>&1 || command -v docker-compose >/dev/null || fail 'neither docker compose nor docker-compose is here'
say "$(docker version --format 'engine {{.Server.Version}}'), $(docker compose version 2>/dev/null || docker-compose version --short | sed 's/^/docker-compose /')"

# 2. Files that only some machines can check by running them.
compose config -q || fail 'docker-compose.yml is refused'
compose --profile observability config -q || fail 'the observability profile is refused'
promtool=$(command -v promtool || true)
if [ -z "$promtool" ] && command -v apt-get >/dev/null; then
  # The program alone: its package would bring a service.
  (cd "$work" && apt-get download -qq prometheus && dpkg-deb -x prometheus_*.deb prometheus) >"$work/promtool.log" 2>&1 || true
  [ -x "$work/prometheus/usr/bin/promtool" ] && promtool=$work/prometheus/usr/bin/promtool
fi
if [ -n "$promtool" ]; then
  "$promtool" check config --lint=all deploy/prometheus.yml || fail 'promtool refuses deploy/prometheus.yml'
else
  fail 'no promtool to check deploy/prometheus.yml with (package prometheus)'
fi

# 3. Images.
if [ "$build" = yes ]; then
  began=$SECONDS
  compose build >"$work/build.log" 2>&1 || { tail -40 "$work/build.log"; fail 'an image does not build'; }
  say "images built in $((SECONDS - began)) s"
fi

# 4. The network.
VEDETTA_GATEWAY_PORT=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
export VEDETTA_GATEWAY_PORT
say "project $VEDETTA_COMPOSE_PROJECT, gateway on 127.0.0.1:$VEDETTA_GATEWAY_PORT"
results=()
[ -n "${VEDETTA_RESULTS:-}" ] && results=(--reporter=json "--outputFile.json=$VEDETTA_RESULTS")
# In the background, so that a signal is answered at once.
vitest run --config test/compose/vitest.config.ts --reporter=verbose ${results[@]+"${results[@]}"} &
tests=$!
wait "$tests" || fail 'something did not hold, see above'
tests=
say "everything held, $SECONDS s"
