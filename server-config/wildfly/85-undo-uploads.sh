#!/usr/bin/env bash
# Takes back 15-uploads.sh: the limit is 10 MB again. Reloads the server.
set -euo pipefail
cli=${JBOSS_CLI:-jboss-cli.sh --connect}
$cli --command="/subsystem=undertow/server=default-server/http-listener=default:undefine-attribute(name=max-post-size)"
$cli --command=reload
