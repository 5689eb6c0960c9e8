package org.gatehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Named;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.RolesTable.Row;
import org.gatehouse.console.MayAct;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@code docs/roles.md} says of every endpoint and every page who may open it, and nothing else. */
class RolesTableTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ArchitectureTest.BASE);

    @Test
    void everyEndpointHasItsRow() {
        Set<Row> written = rows(row -> !row.path().startsWith("/account")
                && !row.path().startsWith("/console")
                && !servlets().contains(row.path()));
        assertEquals(text(endpoints()), text(written));
    }

    @Test
    void everyServletHasItsRow() {
        Set<String> written = RolesTable.read().stream()
                .filter(Row::open)
                .map(Row::path)
                .filter(servlets()::contains)
                .collect(Collectors.toSet());
        assertEquals(servlets(), written);
    }

    /** A page's bean changes something in methods that buttons call: public ones without arguments that give nothing. */
    @Test
    void whatAPageDoesSaysWhoMay() {
        Set<String> silent = CLASSES.stream()
                .filter(bean -> bean.getPackageName().startsWith(ArchitectureTest.BASE + ".console"))
                .filter(bean -> bean.isAnnotatedWith(Named.class))
                .flatMap(bean -> bean.getMethods().stream())
                .filter(RolesTableTest::acts)
                .filter(method -> !method.isAnnotatedWith(MayAct.class))
                .map(JavaMethod::getFullName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), silent);
    }

    private static boolean acts(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.PUBLIC)
                && method.getRawParameterTypes().isEmpty()
                && method.getRawReturnType().getName().equals("void");
    }

    private static Set<Row> rows(Predicate<Row> which) {
        return RolesTable.read().stream().filter(which).collect(Collectors.toSet());
    }

    /** One a line, so that a difference is seen. */
    private static String text(Set<Row> rows) {
        return new TreeSet<>(rows).stream().map(Row::toString).collect(Collectors.joining("\n"));
    }

    private static Set<String> servlets() {
        return CLASSES.stream()
                .filter(servlet -> servlet.isAnnotatedWith(WebServlet.class))
                .map(JavaClass::reflect)
                .flatMap(servlet ->
                        Arrays.stream(servlet.getAnnotation(WebServlet.class).value()))
                .map(pattern -> pattern.isEmpty() ? "/" : pattern)
                .collect(Collectors.toSet());
    }

    private static Set<Row> endpoints() {
        return CLASSES.stream()
                .filter(resource -> resource.isAnnotatedWith(Under.class))
                .map(JavaClass::reflect)
                .flatMap(resource ->
                        Arrays.stream(resource.getDeclaredMethods()).flatMap(method -> row(resource, method)))
                .collect(Collectors.toSet());
    }

    private static Stream<Row> row(Class<?> resource, Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type ->
                        new Row(type.getAnnotation(HttpMethod.class).value(), path(resource, method), roles(method)));
    }

    private static Set<String> roles(Method method) {
        if (method.isAnnotationPresent(PermitAll.class)) return Set.of(RolesTable.ANYONE);
        return method.isAnnotationPresent(DenyAll.class)
                ? Set.of()
                : Set.of(method.getAnnotation(RolesAllowed.class).value());
    }

    private static String path(Class<?> resource, Method method) {
        return "/" + root(resource.getAnnotation(Under.class).value())
                + part(resource.getAnnotation(Path.class))
                + part(method.getAnnotation(Path.class));
    }

    private static String root(Root root) {
        return root == Root.WELL_KNOWN ? ".well-known" : root.name().toLowerCase(Locale.ROOT);
    }

    private static String part(@Nullable Path path) {
        if (path == null || path.value().isEmpty()) return "";
        String plain = plain(path.value());
        return plain.startsWith("/") ? plain : "/" + plain;
    }

    /** The template without the expressions of its parameters. */
    private static String plain(String template) {
        StringBuilder plain = new StringBuilder();
        int depth = 0;
        boolean expression = false;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == '{') depth++;
            if (c == ':' && depth == 1) expression = true;
            if (c == '}') depth--;
            if (depth == 0) expression = false;
            if (!expression && c != ' ') plain.append(c);
        }
        return plain.toString();
    }

    /** What the test of the running application needs: every row can be called. */
    @Test
    void aRowStandsOnce() {
        List<Row> rows = RolesTable.read();
        assertEquals(
                rows.size(),
                rows.stream()
                        .map(row -> row.method() + " " + row.path())
                        .distinct()
                        .count());
    }
}
