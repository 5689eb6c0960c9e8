package org.gatehouse.client;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.gatehouse.http.Json;

/**
 * Three-way merge of a client's entry, member by member: what the file changed is taken, unless the API changed the same member.
 *
 * @param entry what comes of it
 * @param kept the members that both changed, differently: there the API's stands
 */
record ClientMerge(JsonObject entry, Set<String> kept) {
    /**
     * @param base the file's entry as it was last applied
     * @param ours the entry as it holds now
     * @param theirs the file's entry now
     */
    static ClientMerge of(JsonObject base, JsonObject ours, JsonObject theirs) {
        Set<String> members = new LinkedHashSet<>(theirs.keySet());
        members.addAll(ours.keySet());
        Set<String> kept = new LinkedHashSet<>();
        JsonObjectBuilder entry = Json.object();
        for (String member : members) {
            boolean fileChanged = !Objects.equals(base.get(member), theirs.get(member));
            boolean apiChanged = !Objects.equals(base.get(member), ours.get(member));
            boolean same = Objects.equals(ours.get(member), theirs.get(member));
            if (fileChanged && apiChanged && !same) kept.add(member);
            JsonObject source = fileChanged && !apiChanged ? theirs : ours;
            if (source.containsKey(member)) entry.add(member, source.get(member));
        }
        return new ClientMerge(entry.build(), kept);
    }
}
