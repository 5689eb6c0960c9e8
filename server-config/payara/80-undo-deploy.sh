#!/usr/bin/env bash
# Takes back 20-deploy.sh. The database stays.
set -euo pipefail
${ASADMIN:-asadmin} undeploy gatehouse
