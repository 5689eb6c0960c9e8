package org.gatehouse.auditor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvLineTest {
    /** RFC 4180, and what spreadsheets take for a formula. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plain            | plain",
                "GET api/x        | GET api/x",
                "a,b              | \"a,b\"",
                "a\"b             | \"a\"\"b\"",
                "`a\nb`           | `\"a\nb\"`",
                "=1+1             | '=1+1",
                "+1               | '+1",
                "-1               | '-1",
                "@SUM(A1)         | '@SUM(A1)",
                "`\t=1`           | `'\t=1`",
                "`=HYPERLINK(\"http://x\",\"y\")` | `\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"`",
                "``               | ``"
            })
    void aFieldIsQuotedAndNoFormula(String value, String field) {
        assertEquals(field, CsvLine.quoted(value));
    }
}
