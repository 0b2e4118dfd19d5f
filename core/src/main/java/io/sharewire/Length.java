package io.sharewire;

/**
 * How much of a platform's room a draft takes.
 *
 * @param used as the platform counts
 * @param limit what the platform allows
 * @param unit what is counted, e.g. {@code weighted characters}
 */
public record Length(int used, int limit, String unit) {

    /** Whether it is over the limit. */
    public boolean exceeded() {
        return used > limit;
    }
}
