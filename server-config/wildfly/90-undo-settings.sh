#!/usr/bin/env bash
# Takes back 10-settings.sh. The file of the master key stays: without it what the database holds encrypted is lost.
# The server forgets the config source with its next reload.
set -euo pipefail
: "${GATEHOUSE_CONFIG:?}"
${JBOSS_CLI:-jboss-cli.sh --connect} --command="/subsystem=microprofile-config-smallrye/config-source=gatehouse:remove"
for key in public-url db.url db.user db.password master-key-file; do
  rm -f "$GATEHOUSE_CONFIG/gatehouse.$key"
done
rmdir --ignore-fail-on-non-empty "$GATEHOUSE_CONFIG"
