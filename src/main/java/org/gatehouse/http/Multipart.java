package org.gatehouse.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
 * memory. What stands around the contents that are read has limits of its own. Header fields are read as UTF-8. A part has a name; the parts of a {@code multipart/mixed} within count as parts of its name.
 */
public final class Multipart {
    /** How long a body may be, in bytes: the servers let no longer one through. */
    public static final long MAX_BYTES = 251_000_000;

    /** How much may stand around the contents that are read, in bytes: boundaries, headers, and contents that nobody reads. */
    public static final int FRAME_BYTES = 65_536;

    /** How long a body may take. */
    private static final Duration MAX_TIME = Duration.ofMinutes(15);

    private static final int MAX_HEADER_BYTES = 4_096;

    private final Frame frame;
    private final FileItemInputIterator items;
    private final int mostParts;
    private int parts;

    /**
     * Begins to read.
     *
     * @param contentType the value of the header {@code Content-Type}, or null
     * @param length the value of the header {@code Content-Length}, or less than 0: what it says is too long is not even begun
     * @param body the body; the caller closes it
     * @param mostBytes how long the body may be, {@link #MAX_BYTES} at most
     * @param mostParts how many parts it may have
     * @throws Malformed if it is not of this type, or does not begin as it should
     * @throws TooLarge if it is too long already
     */
    public Multipart(@Nullable String contentType, long length, InputStream body, long mostBytes, int mostParts)
            throws IOException {
        this.mostParts = mostParts;
        FormData form = new FormData();
        form.setMaxSize(mostBytes);
        form.setMaxPartHeaderSize(MAX_HEADER_BYTES);
        form.setHeaderCharset(StandardCharsets.UTF_8);
        this.frame = new Frame(Timely.within(MAX_TIME, body));
        this.items = told(() -> form.getItemIterator(new Body(contentType, length, frame)));
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
        return Optional.of(told(() -> new Part(item, frame)));
    }

    /** The library has exceptions of several kinds for a body that is not as it should be, unchecked ones too. */
    private static <T> T told(Reading<T> reading) throws IOException {
        try {
            return reading.get();
        } catch (FileUploadSizeException e) {
            throw new TooLarge("too long", e);
        } catch (FileUploadException | RuntimeException e) {
            if (e.getCause() instanceof TooLarge large) throw large;
            throw new Malformed(e);
        }
    }

    /** A part, to be read before the next one is asked for. */
    public static final class Part {
        private final FileItemInput item;
        private final Frame frame;
        private final String name;
        private final Optional<String> fileName;

        Part(FileItemInput item, Frame frame) {
            this.item = item;
            this.frame = frame;
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
            return new Content(told(item::getInputStream), frame);
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
        private final Frame frame;

        Content(InputStream content, Frame frame) {
            this.content = content;
            this.frame = frame;
        }

        @Override
        public int read() throws IOException {
            int read = told(content::read);
            if (read >= 0) frame.took(1);
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = told(() -> content.read(into, from, length));
            if (read > 0) frame.took(read);
            return read;
        }
    }

    /** The body, which counts what is no content that was read. The library reads some kilobytes ahead. */
    private static final class Frame extends FilterInputStream {
        private long bytes;

        Frame(InputStream body) {
            super(body);
        }

        void took(int content) {
            bytes -= content;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            if (read > 0) bytes += read;
            if (bytes > FRAME_BYTES) throw new TooLarge("too much around the contents", null);
            return read;
        }
    }

    /** What the library reads from. */
    private record Body(@Nullable String contentType, long length, InputStream body) implements RequestContext {
        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public long getContentLength() {
            return length;
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
