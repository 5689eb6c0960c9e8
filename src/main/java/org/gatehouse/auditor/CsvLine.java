package org.gatehouse.auditor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gatehouse.audit.TrailEvent;
import org.jspecify.annotations.Nullable;

/** Events as lines of CSV (RFC 4180), for people with a spreadsheet: what such a program would take for a formula begins with an apostrophe. */
final class CsvLine {
    static final String HEAD =
            "number,id,happened_at,time,action,outcome,actor,account_id,client_id,application_id,network,"
                    + "subject_mac,origin_mac,request_id,detail,hash,mac\r\n";

    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n";

    private CsvLine() {}

    static String of(TrailEvent event) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(event.number());
        values.add(event.id());
        values.add(event.at().toEpochMilli());
        values.add(event.at());
        values.add(event.action());
        values.add(event.outcome());
        values.add(event.actor());
        values.add(event.account());
        values.add(event.client());
        values.add(event.application());
        values.add(event.network());
        values.add(event.subjectMac());
        values.add(event.originMac());
        values.add(event.requestId());
        values.add(event.detail());
        values.add(event.hash());
        values.add(event.mac());
        return values.stream().map(CsvLine::field).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String field(@Nullable Object value) {
        return value == null ? "" : quoted(value.toString());
    }

    /** One field: in quotes where it needs them. */
    static String quoted(String value) {
        boolean formula = !value.isEmpty() && BEGINS_A_FORMULA.indexOf(value.charAt(0)) >= 0;
        String text = formula ? "'" + value : value;
        boolean quotes = text.chars().anyMatch(each -> each == ',' || each == '"' || each == '\r' || each == '\n');
        return quotes ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
