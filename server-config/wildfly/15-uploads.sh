#!/usr/bin/env bash
# Lets uploads through: WildFly refuses bodies of more than 10 MB, and a form of documents may have 251 MB. Reloads the server.
set -euo pipefail
cli=${JBOSS_CLI:-jboss-cli.sh --connect}
$cli --command="/subsystem=undertow/server=default-server/http-listener=default:write-attribute(name=max-post-size, value=300000000)"
$cli --command=reload
