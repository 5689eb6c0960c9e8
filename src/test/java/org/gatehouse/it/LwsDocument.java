package org.gatehouse.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Base64;

/** A document that a wallet holds: a picture of one pixel. */
enum LwsDocument {
    PASSPORT(1, "passport.png"),
    SELFIE(2, "selfie.png");

    private static final String PICTURE =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private final int number;
    private final String fileName;

    LwsDocument(int number, String fileName) {
        this.number = number;
        this.fileName = fileName;
    }

    /** What stands for it in an attribute's data. */
    String place() {
        return "$document-" + number;
    }

    int number() {
        return number;
    }

    byte[] content() {
        return Base64.getDecoder().decode(PICTURE);
    }

    /** Adds it to a form, under this name. */
    void addTo(FormData form, String name) {
        form.file(name, fileName, "image/png", content());
    }

    /** What the wallet puts into its place when it has been sent: the {@code id} of the answer is the content. */
    JsonObject described(String id) {
        return Json.createObjectBuilder()
                .add("id", number)
                .add("name", fileName)
                .add("mimeType", "image/png")
                .add("size", content().length)
                .add("content", id)
                .build();
    }
}
