package org.gatehouse;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every import between rooms stands in the map, and everything in the map is imported. */
final class KeepToTheMap extends ArchCondition<JavaClass> {
    private final Map<String, Set<String>> mayImport;
    private final Map<String, Set<String>> unused = new TreeMap<>();
    private final Set<String> missing = new TreeSet<>();

    KeepToTheMap(RoomMap map) {
        super("import the rooms of the map, and all of them");
        mayImport = map.mayImport();
    }

    @Override
    public void init(Collection<JavaClass> classes) {
        mayImport.forEach((room, targets) -> unused.put(room, new TreeSet<>(targets)));
        missing.addAll(mayImport.keySet());
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        String from = room(type);
        missing.remove(from);
        if (!mayImport.containsKey(from)) {
            events.add(SimpleConditionEvent.violated(type, "this room is not in the map: " + from));
            return;
        }
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            JavaClass target = dependency.getTargetClass().getBaseComponentType();
            if (!target.getPackageName().startsWith(ArchitectureTest.BASE)) continue;
            String to = room(target);
            if (to.equals(from)) continue;
            unused.getOrDefault(from, Set.of()).remove(to);
            if (!mayImport.getOrDefault(from, Set.of()).contains(to)) {
                String sentence = from + " -> " + to + " is not in the map: " + dependency.getDescription();
                events.add(SimpleConditionEvent.violated(dependency, sentence));
            }
        }
    }

    @Override
    public void finish(ConditionEvents events) {
        unused.forEach((room, targets) -> targets.forEach(target -> events.add(
                SimpleConditionEvent.violated(target, "in the map, and used by nobody: " + room + " -> " + target))));
        missing.forEach(room -> events.add(SimpleConditionEvent.violated(room, "in the map, and no room: " + room)));
    }

    private static String room(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(ArchitectureTest.BASE) ? "" : name.substring(ArchitectureTest.BASE.length() + 1);
    }
}
