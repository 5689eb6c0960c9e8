package org.gatehouse.attribute;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/** What people share with clients. */
@Dependent
@Transactional
public class Attributes {
    /**
     * Checks attributes against our schemas and against what a client asks for. Attributes that were not asked for are accepted as well, if they are right.
     *
     * @param requirements what is asked for
     * @param sent what was sent
     */
    public Checked check(List<Requirement> requirements, List<SentAttribute> sent) {
        throw new UnsupportedOperationException();
    }

    /** Stores values, each in the place of the one of its id; others stay. The files that they refer to are the caller's affair. */
    public void store(String account, String client, List<Checked.Value> values) {
        throw new UnsupportedOperationException();
    }

    /** What a person shares with a client, by id. */
    public Map<String, JsonValue> of(String account, String client) {
        throw new UnsupportedOperationException();
    }
}
