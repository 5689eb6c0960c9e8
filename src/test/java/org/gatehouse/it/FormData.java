package org.gatehouse.it;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

/** A {@code multipart/form-data} body as the library {@code form-data} writes it, which the wallet has. */
final class FormData {
    private static final String BOUNDARY = "--------------------------513846027185243087612905";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    FormData file(String name, String fileName, String type, byte[] content) {
        return part(name, "; filename=\"" + fileName + "\"", type, content);
    }

    FormData json(String name, String json) {
        return part(name, "", "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    FormData part(String name, String more, String type, byte[] content) {
        write("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more
                + "\r\nContent-Type: " + type + "\r\n\r\n");
        body.writeBytes(content);
        write("\r\n");
        return this;
    }

    /** The request that sends it. */
    HttpRequest.Builder post(HttpRequest.Builder request) {
        write("--" + BOUNDARY + "--\r\n");
        return request.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private void write(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
