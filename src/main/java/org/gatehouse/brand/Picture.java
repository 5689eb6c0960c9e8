package org.gatehouse.brand;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Logos: what they are is read from the bytes, and an SVG holds no script. */
final class Picture {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final String SVG = "http://www.w3.org/2000/svg";

    private Picture() {}

    /** The picture in a file of this extension; empty where the bytes are not one that pages can show safely. */
    static Optional<Asset> of(String extension, byte[] bytes) {
        boolean png = extension.equals("png");
        if (!(png ? isPng(bytes) : isSvg(bytes))) return Optional.empty();
        return Optional.of(Asset.of(extension, png ? "image/png" : "image/svg+xml", bytes));
    }

    private static boolean isPng(byte[] bytes) {
        return bytes.length > PNG.length && Arrays.equals(bytes, 0, PNG.length, PNG, 0, PNG.length);
    }

    private static boolean isSvg(byte[] bytes) {
        try {
            XMLInputFactory factory = XMLInputFactory.newFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            boolean first = true;
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) continue;
                if (first && !(xml.getLocalName().equals("svg") && SVG.equals(xml.getNamespaceURI()))) return false;
                if (acts(xml)) return false;
                first = false;
            }
            return !first;
        } catch (XMLStreamException | RuntimeException e) {
            return false;
        }
    }

    /** Whether an element would run something, or show something of another kind. No browser lets it in an img, but the file has an address too. */
    private static boolean acts(XMLStreamReader xml) {
        String name = xml.getLocalName().toLowerCase(Locale.ROOT);
        if (name.equals("script") || name.equals("foreignobject")) return true;
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).toLowerCase(Locale.ROOT).startsWith("on")) return true;
        }
        return false;
    }
}
