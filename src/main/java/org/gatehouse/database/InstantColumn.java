package org.gatehouse.database;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Every {@link Instant} of every entity as a {@code bigint} of milliseconds since 1970 UTC. JPA 3.1 has no such type of its own, and EclipseLink
 * hands what the driver gives to the converter as it is: H2's and PostgreSQL's timestamps are different classes.
 */
@Converter(autoApply = true)
public class InstantColumn implements AttributeConverter<Instant, Long> {
    @Override
    public @Nullable Long convertToDatabaseColumn(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    @Override
    public @Nullable Instant convertToEntityAttribute(@Nullable Long milliseconds) {
        return milliseconds == null ? null : Instant.ofEpochMilli(milliseconds);
    }
}
