#!/usr/bin/env bash
# Takes back 20-deploy.sh. The database stays.
set -euo pipefail
${JBOSS_CLI:-jboss-cli.sh --connect} --command="undeploy gatehouse.war"
