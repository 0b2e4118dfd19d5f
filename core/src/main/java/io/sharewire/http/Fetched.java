package io.sharewire.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.MediaType;

/** What an address answered, whole and decompressed, whatever its status. Immutable and thread-safe. */
public final class Fetched {

    private final String url;
    private final int status;
    private final Headers headers;
    private final byte[] bytes;

    Fetched(String url, int status, Headers headers, byte[] bytes) {
        this.url = url;
        this.status = status;
        this.headers = headers;
        this.bytes = bytes;
    }

    /** The address that answered: the last one if there were redirects. */
    public String url() {
        return url;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Whether the status is 2xx. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Every value of one header, in order. */
    public List<String> headers(String name) {
        return headers.values(name);
    }

    /** The media type without parameters, lower-case, e.g. {@code text/html}; empty if there is none that can be read. */
    public Optional<String> mediaType() {
        return contentType().map(type -> (type.type() + "/" + type.subtype()).toLowerCase(Locale.ROOT));
    }

    /** The charset label of the content type, as written; empty if there is none. */
    public Optional<String> charset() {
        return contentType().map(type -> type.parameter("charset"));
    }

    /** The body; a copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "Fetched[" + url + ", " + status + ", " + bytes.length + " bytes]";
    }

    private Optional<MediaType> contentType() {
        return Optional.ofNullable(headers.get("Content-Type")).map(MediaType::parse);
    }
}
