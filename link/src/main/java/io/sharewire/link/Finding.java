package io.sharewire.link;

import java.util.function.Function;

/**
 * A value read from a page, and where on the page it was.
 *
 * @param value what
 * @param source where, e.g. {@code og:title}
 */
record Finding<T>(T value, String source) {

    <R> Finding<R> map(Function<T, R> change) {
        return new Finding<>(change.apply(value), source);
    }

    Finding<T> noting(String remark) {
        return new Finding<>(value, source + " " + remark);
    }
}
