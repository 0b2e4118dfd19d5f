package io.sharewire.kakao;

import io.sharewire.ShareResult;

/** What {@link KakaoApi} was asked for was not done, or nobody knows whether it was; holds no credential. */
public final class KakaoException extends RuntimeException {

    private final transient ShareResult result;

    KakaoException(String asked, ShareResult result) {
        super(result.<String>fold(
                shared -> asked,
                partly -> asked,
                rejected -> asked + " failed, " + rejected.code() + ": " + rejected.message() + " " + rejected.remedy(),
                unknown -> asked + " may or may not have been done, "
                        + unknown.evidence().code() + ": " + unknown.evidence().message()));
        this.result = result;
    }

    /** {@link ShareResult.Rejected} if it is proven not to have been done, with reason and remedy, else {@link ShareResult.Unknown}. */
    public ShareResult result() {
        return result;
    }
}
