#!/bin/bash
# Asks this container's own service whether it serves: GET /healthz. In bash alone, which takes 3 ms where a Node
# process would take 60, in every container, every few seconds.
set -u
exec 3<>"/dev/tcp/127.0.0.1/${VEDETTA_METRICS_PORT:-9464}" || exit 1
printf 'GET /healthz HTTP/1.0\r\n\r\n' >&3
read -r -t 3 _ status _ <&3
[ "${status:-}" = 200 ]
