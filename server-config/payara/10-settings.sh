#!/usr/bin/env bash
# Gives a running Payara Server the settings of Gatehouse: MicroProfile Config properties of the domain, the password as an alias.
# May be run again with other values; deploy again afterwards.
set -euo pipefail
: "${GATEHOUSE_PUBLIC_URL:?}" "${GATEHOUSE_DB_URL:?}" "${GATEHOUSE_MASTER_KEY_FILE:?}"
asadmin=${ASADMIN:-asadmin}

# Never replaced: what the database holds encrypted could not be read again.
[ -s "$GATEHOUSE_MASTER_KEY_FILE" ] || (umask 077 && head -c 32 /dev/urandom | base64 >"$GATEHOUSE_MASTER_KEY_FILE")

property() { $asadmin set-config-property --source domain --propertyName "$1" --propertyValue "$2"; }
property gatehouse.public-url "$GATEHOUSE_PUBLIC_URL"
property gatehouse.db.url "$GATEHOUSE_DB_URL"
property gatehouse.db.user "${GATEHOUSE_DB_USER:-gatehouse}"
property gatehouse.master-key-file "$GATEHOUSE_MASTER_KEY_FILE"

if [ -n "${GATEHOUSE_DB_PASSWORD:-}" ]; then
  verb=create
  ! $asadmin list-password-aliases | grep -qx gatehouse.db.password || verb=update
  # Not as an argument, which every user of the machine could read.
  $asadmin --passwordfile <(printf 'AS_ADMIN_ALIASPASSWORD=%s\n' "$GATEHOUSE_DB_PASSWORD") \
    "$verb-password-alias" gatehouse.db.password
fi
