#!/usr/bin/env bash
# Gives a running WildFly the settings of Gatehouse: a directory with a file for each key, and a config source that reads it.
# May be run again with other values; deploy again afterwards.
set -euo pipefail
: "${GATEHOUSE_CONFIG:?}" "${GATEHOUSE_PUBLIC_URL:?}" "${GATEHOUSE_DB_URL:?}" "${GATEHOUSE_MASTER_KEY_FILE:?}"
cli=${JBOSS_CLI:-jboss-cli.sh --connect}
source=/subsystem=microprofile-config-smallrye/config-source=gatehouse
umask 077

# Never replaced: what the database holds encrypted could not be read again.
[ -s "$GATEHOUSE_MASTER_KEY_FILE" ] || head -c 32 /dev/urandom | base64 >"$GATEHOUSE_MASTER_KEY_FILE"

mkdir -p "$GATEHOUSE_CONFIG"
property() { printf '%s' "$2" >"$GATEHOUSE_CONFIG/$1"; }
property gatehouse.public-url "$GATEHOUSE_PUBLIC_URL"
property gatehouse.db.url "$GATEHOUSE_DB_URL"
property gatehouse.db.user "${GATEHOUSE_DB_USER:-gatehouse}"
property gatehouse.master-key-file "$GATEHOUSE_MASTER_KEY_FILE"
[ -z "${GATEHOUSE_DB_PASSWORD:-}" ] || property gatehouse.db.password "$GATEHOUSE_DB_PASSWORD"

# Above the defaults in the WAR (100), below environment (300) and system properties (400).
$cli --command="$source:read-resource" >/dev/null 2>&1 ||
  $cli --command="$source:add(dir={path=\"$GATEHOUSE_CONFIG\"}, ordinal=200)"
