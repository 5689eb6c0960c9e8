package org.gatehouse.world;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Draws what people of the made-up world hand in. Without any font, which a server may not have. */
final class Papers {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 620;

    private Papers() {}

    /** A page of a passport, as PNG: a face, and lines in the place of writing. */
    static byte[] passport(int look) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = pen(image, Color.getHSBColor(hue(look), 0.12f, 0.97f));
        for (int y = 0; y < HEIGHT; y += 14) {
            pen.setColor(Color.getHSBColor(hue(look), 0.2f, 0.92f));
            pen.drawArc(-200, y - 300, WIDTH + 400, 600, 200, 140);
        }
        pen.setColor(Color.getHSBColor(hue(look), 0.7f, 0.45f));
        pen.fillRect(0, 0, WIDTH, 70);
        face(pen, 60, 120, 260, look);
        lines(pen, 370, 130, look);
        pen.setColor(new Color(40, 40, 48));
        for (int row = 0; row < 2; row++)
            for (int letter = 0; letter < 44; letter++)
                if ((look * 31 + row * 17 + letter * 7) % 5 != 0)
                    pen.fillRect(60 + letter * 18, 500 + row * 48, 11, 24);
        return png(image, pen);
    }

    /** The same person, as PNG. */
    static byte[] selfie(int look) {
        BufferedImage image = new BufferedImage(600, 600, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = pen(image, Color.getHSBColor(hue(look + 7), 0.25f, 0.85f));
        face(pen, 130, 110, 340, look);
        return png(image, pen);
    }

    private static Graphics2D pen(BufferedImage image, Color ground) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(ground);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        return pen;
    }

    private static float hue(int look) {
        return look % 12 / 12f;
    }

    private static void face(Graphics2D pen, int x, int y, int size, int look) {
        pen.setColor(new Color(214, 222, 230));
        pen.fillRect(x, y, size, size * 5 / 4);
        pen.setColor(Color.getHSBColor(hue(look + 4), 0.5f, 0.6f));
        pen.fillOval(x + size / 10, y + size * 9 / 10, size * 8 / 10, size * 7 / 10);
        pen.setColor(Color.getHSBColor(0.07f, 0.35f + look % 4 * 0.1f, 0.9f - look % 5 * 0.12f));
        pen.fillOval(x + size / 4, y + size / 5, size / 2, size * 13 / 20);
        pen.setColor(Color.getHSBColor(0.08f, 0.6f, 0.15f + look % 6 * 0.1f));
        pen.fillArc(x + size / 4 - 8, y + size / 6, size / 2 + 16, size / 2, 0, 180);
        pen.setColor(new Color(30, 30, 36));
        pen.fillOval(x + size * 38 / 100, y + size * 48 / 100, size / 16, size / 16);
        pen.fillOval(x + size * 56 / 100, y + size * 48 / 100, size / 16, size / 16);
        pen.drawArc(x + size * 40 / 100, y + size * 58 / 100, size / 5, size / 8, 200, 140);
    }

    private static void lines(Graphics2D pen, int x, int y, int look) {
        for (int line = 0; line < 7; line++) {
            pen.setColor(new Color(120, 128, 140));
            pen.fillRect(x, y + line * 48, 90, 7);
            pen.setColor(new Color(40, 44, 54));
            pen.fillRect(x, y + line * 48 + 14, 150 + (look * 13 + line * 61) % 280, 14);
        }
    }

    private static byte[] png(BufferedImage image, Graphics2D pen) {
        pen.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page of text as PDF 1.4, in the font that every reader has. */
    static byte[] letter(List<String> text) {
        StringBuilder lines = new StringBuilder("BT /F1 12 Tf 60 770 Td 18 TL\n");
        text.forEach(line -> lines.append('(')
                .append(line.replaceAll("([\\\\()])", "\\\\$1"))
                .append(") Tj T*\n"));
        String page = lines.append("ET").toString();
        List<String> objects = List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
                        + " /Resources << /Font << /F1 4 0 R >> >> >>",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
                "<< /Length " + latin(page).length + " >>\nstream\n" + page + "\nendstream");
        return latin(file(objects));
    }

    private static String file(List<String> objects) {
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
        List<Integer> places = new ArrayList<>();
        for (String object : objects) {
            places.add(pdf.length());
            pdf.append(places.size()).append(" 0 obj\n").append(object).append("\nendobj\n");
        }
        int table = pdf.length();
        pdf.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
        places.forEach(place -> pdf.append("%010d 00000 n \n".formatted(place)));
        return pdf.append("trailer\n<< /Size ")
                .append(objects.size() + 1)
                .append(" /Root 1 0 R >>\nstartxref\n")
                .append(table)
                .append("\n%%EOF\n")
                .toString();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
