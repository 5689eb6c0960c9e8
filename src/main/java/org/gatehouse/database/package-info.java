/**
 * The one database: the data source that is read from {@code gatehouse.db.*} and works on every server, the migrations (Flyway), and the
 * readiness of both.
 *
 * <p>Features see it as JPA only. It does not know their tables.
 */
@NullMarked
package org.gatehouse.database;

import org.jspecify.annotations.NullMarked;
