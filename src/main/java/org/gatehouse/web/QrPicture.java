package org.gatehouse.web;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as the path of an SVG picture, one unit for each module. ISO/IEC 18004 wants four light modules around it.
 *
 * @param size width and height, the light edge included
 * @param path the dark modules
 */
record QrPicture(int size, String path) {
    private static final int EDGE = 4;

    /** The code of this text, as small as it can be: what is scanned is a clean screen, which needs little error correction. */
    static QrPicture of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.LOW);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) row(code, y, path);
        return new QrPicture(code.size + 2 * EDGE, path.toString());
    }

    private static void row(QrCode code, int y, StringBuilder path) {
        for (int x = 0; x < code.size; x++) {
            int from = x;
            while (x < code.size && code.getModule(x, y)) x++;
            int run = x - from;
            if (run > 0) {
                path.append('M').append(from + EDGE).append(' ').append(y + EDGE);
                path.append('h').append(run).append("v1h-").append(run).append('z');
            }
        }
    }
}
