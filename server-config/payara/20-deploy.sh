#!/usr/bin/env bash
# Deploys the WAR, or puts a newer one in its place.
set -euo pipefail
: "${GATEHOUSE_WAR:?}"
${ASADMIN:-asadmin} deploy --force --name gatehouse --contextroot "${GATEHOUSE_CONTEXT_ROOT:-/gatehouse}" "$GATEHOUSE_WAR"
