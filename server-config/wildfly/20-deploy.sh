#!/usr/bin/env bash
# Deploys the WAR at /gatehouse, or puts a newer one in its place.
set -euo pipefail
: "${GATEHOUSE_WAR:?}"
${JBOSS_CLI:-jboss-cli.sh --connect} --command="deploy $GATEHOUSE_WAR --name=gatehouse.war --force"
