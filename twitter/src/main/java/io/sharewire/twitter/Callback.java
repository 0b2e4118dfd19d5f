package io.sharewire.twitter;

import okhttp3.HttpUrl;

/** What a browser brings back from X. */
final class Callback {

    private Callback() {}

    /** The parameters of an address, or of a form; an app's own scheme ({@code newsroom://back?code=…}) will do. */
    static HttpUrl query(String addressOrForm) {
        String form = addressOrForm.substring(addressOrForm.indexOf('?') + 1);
        int fragment = form.indexOf('#');
        return HttpUrl.get("https://callback.invalid/")
                .newBuilder()
                .encodedQuery(fragment < 0 ? form : form.substring(0, fragment))
                .build();
    }
}
