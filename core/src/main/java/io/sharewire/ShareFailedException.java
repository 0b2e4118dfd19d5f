package io.sharewire;

/** Thrown by {@link ShareResult#orElseThrow} for callers who want an exception; carries the result. */
public final class ShareFailedException extends RuntimeException {

    private final transient ShareResult result;

    ShareFailedException(ShareResult result) {
        super(describe(result));
        this.result = result;
    }

    /** What is known. */
    public ShareResult result() {
        return result;
    }

    private static String describe(ShareResult result) {
        return result.fold(
                shared -> "shared",
                partly -> "partly shared (" + partly.receipts().size() + " parts are out): " + describe(partly.cause()),
                rejected -> "rejected, " + rejected.reason() + " " + rejected.code() + ": " + rejected.message() + " "
                        + rejected.remedy(),
                unknown -> "outcome unknown, " + unknown.evidence().code() + ": "
                        + unknown.evidence().message());
    }
}
