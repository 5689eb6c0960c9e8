#!/usr/bin/env bash
# Takes back 10-settings.sh. The file of the master key stays: without it what the database holds encrypted is lost.
set -euo pipefail
asadmin=${ASADMIN:-asadmin}

for key in gatehouse.public-url gatehouse.db.url gatehouse.db.user gatehouse.master-key-file; do
  $asadmin delete-config-property --source domain --propertyName "$key"
done
if $asadmin list-password-aliases | grep -qx gatehouse.db.password; then
  $asadmin delete-password-alias gatehouse.db.password
fi
