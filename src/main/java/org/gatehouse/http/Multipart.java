package org.gatehouse.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.fileupload2.core.AbstractFileUpload;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemHeaders;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.core.RequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body of the type {@code multipart/form-data} (RFC 7578) part by part, as it comes: nothing is stored, and nothing but a part's headers is held in
 * memory. Header fields are read as UTF-8. A part has a name; the parts of a {@code multipart/mixed} within count as parts of its name.
 */
public final class Multipart {
    /** How long a body may be, in bytes: the servers let no longer one through. */
    public static final long MAX_BYTES = 251_000_000;

    private static final int MAX_HEADER_BYTES = 4_096;

    private final FileItemInputIterator items;
    private final int mostParts;
    private int parts;

    /**
     * Begins to read.
     *
     * @param contentType the value of the header {@code Content-Type}, or null
     * @param body the body; the caller closes it
     * @param mostBytes how long the body may be, {@link #MAX_BYTES} at most
     * @param mostParts how many parts it may have
     * @throws Malformed if it is not of this type, or does not begin as it should
     * @throws TooLarge if it is too long already
     */
    public Multipart(@Nullable String contentType, InputStream body, long mostBytes, int mostParts) throws IOException {
        this.mostParts = mostParts;
        FormData form = new FormData();
        form.setMaxSize(mostBytes);
        form.setMaxPartHeaderSize(MAX_HEADER_BYTES);
        form.setHeaderCharset(StandardCharsets.UTF_8);
        this.items = told(() -> form.getItemIterator(new Body(contentType, body)));
    }

    /**
     * The next part; empty when there is none. What was not read of the one before is skipped.
     *
     * @throws Malformed if the body is not as it should be, or ends before its end
     * @throws TooLarge if it is too long, or has too many parts
     */
    public Optional<Part> next() throws IOException {
        if (!told(items::hasNext)) return Optional.empty();
        if (++parts > mostParts) throw new TooLarge("too many parts", null);
        FileItemInput item = told(items::next);
        return Optional.of(told(() -> new Part(item)));
    }

    /** The library has exceptions of several kinds for a body that is not as it should be, unchecked ones too. */
    private static <T> T told(Reading<T> reading) throws IOException {
        try {
            return reading.get();
        } catch (FileUploadSizeException e) {
            throw new TooLarge("too long", e);
        } catch (FileUploadException | RuntimeException e) {
            throw new Malformed(e);
        }
    }

    /** A part, to be read before the next one is asked for. */
    public static final class Part {
        private final FileItemInput item;
        private final String name;
        private final Optional<String> fileName;

        Part(FileItemInput item) {
            this.item = item;
            this.name = item.getFieldName();
            this.fileName = Optional.ofNullable(item.getName());
        }

        /** Its name, as it was sent. */
        public String name() {
            return name;
        }

        /** The name of its file, as it was sent: it may hold a path, or anything else. */
        public Optional<String> fileName() {
            return fileName;
        }

        /** Its content, which throws {@link Malformed} and {@link TooLarge} as {@link Multipart#next} does. */
        public InputStream content() throws IOException {
            return new Content(told(item::getInputStream));
        }

        /**
         * Its whole content.
         *
         * @param most how long it may be, in bytes
         * @throws TooLarge if it is longer
         */
        public byte[] bytes(int most) throws IOException {
            byte[] bytes = content().readNBytes(most + 1);
            if (bytes.length > most) throw new TooLarge("a part is too long", null);
            return bytes;
        }
    }

    /** The body is no {@code multipart/form-data}, or ends before its end. */
    public static final class Malformed extends IOException {
        private static final long serialVersionUID = 1L;

        Malformed(Throwable cause) {
            super("not a multipart/form-data body", cause);
        }
    }

    /** The body, one of its parts or the headers of one is longer than the reader takes, or there are too many parts. */
    public static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    private interface Reading<T> {
        T get() throws IOException;
    }

    /** Reads as the library does, and throws what we throw. */
    private static final class Content extends InputStream {
        private final InputStream content;

        Content(InputStream content) {
            this.content = content;
        }

        @Override
        public int read() throws IOException {
            return told(content::read);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            return told(() -> content.read(into, from, length));
        }
    }

    /** What the library reads from. It says nothing of a length: what comes is counted. */
    private record Body(@Nullable String contentType, InputStream body) implements RequestContext {
        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public long getContentLength() {
            return -1;
        }

        @Override
        public @Nullable String getContentType() {
            return contentType;
        }

        @Override
        public InputStream getInputStream() {
            return body;
        }

        @Override
        public boolean isMultipartRelated() {
            return false;
        }
    }

    /** The half of the library that stores nothing. */
    private static final class FormData extends AbstractFileUpload<Body, DiskFileItem, DiskFileItemFactory> {
        @Override
        public FileItemInputIterator getItemIterator(Body request) throws IOException {
            return super.getItemIterator((RequestContext) request);
        }

        /** The library leaves out what has no name; section 4.2 demands one. */
        @Override
        public String getFieldName(FileItemHeaders headers) {
            String name = super.getFieldName(headers);
            if (name == null) throw new IllegalArgumentException("a part without a name");
            return name;
        }

        @Override
        public Map<String, List<DiskFileItem>> parseParameterMap(Body request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<DiskFileItem> parseRequest(Body request) {
            throw new UnsupportedOperationException();
        }
    }
}
