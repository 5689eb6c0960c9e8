package org.gatehouse.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.nayuki.qrcodegen.QrCode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrPictureTest {
    private static final String LINK =
            "https://app.idena.io/dna/signin?token=k7qf&callback_url=https%3A%2F%2Fgate.example";
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z");
    private static final int EDGE = 4;

    @Test
    void thePathDrawsEachDarkModuleAndNoOther() {
        QrCode code = QrCode.encodeText(LINK, QrCode.Ecc.LOW);
        QrPicture picture = QrPicture.of(LINK);
        boolean[][] drawn = draw(picture);
        assertEquals(code.size + 2 * EDGE, picture.size());
        for (int y = 0; y < picture.size(); y++) {
            for (int x = 0; x < picture.size(); x++) {
                assertEquals(code.getModule(x - EDGE, y - EDGE), drawn[y][x], x + " " + y);
            }
        }
    }

    @Test
    void fourLightModulesAreAroundTheCode() {
        QrPicture picture = QrPicture.of(LINK);
        boolean[][] drawn = draw(picture);
        for (int i = 0; i < picture.size(); i++) {
            for (int edge = 0; edge < EDGE; edge++) {
                assertFalse(drawn[edge][i] || drawn[i][edge]);
                assertFalse(drawn[picture.size() - 1 - edge][i] || drawn[i][picture.size() - 1 - edge]);
            }
        }
    }

    private static boolean[][] draw(QrPicture picture) {
        boolean[][] drawn = new boolean[picture.size()][picture.size()];
        Matcher run = RUN.matcher(picture.path());
        int end = 0;
        while (run.find()) {
            assertEquals(end, run.start());
            end = run.end();
            int from = Integer.parseInt(run.group(1));
            for (int x = 0; x < Integer.parseInt(run.group(3)); x++) {
                drawn[Integer.parseInt(run.group(2))][from + x] = true;
            }
        }
        assertEquals(picture.path().length(), end);
        return drawn;
    }
}
