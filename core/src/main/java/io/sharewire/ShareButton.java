package io.sharewire;

import java.util.Locale;

/** One of the buttons a reader shares with: a plain link that works without script. Thread-safe. */
public interface ShareButton {

    /** What a click does where scripts run; without script it always follows the link. */
    enum Behaviour {
        /** Opens the platform's page in a new tab. */
        OPEN,
        /** Hands over to a program, such as the mail client. */
        HAND_OVER,
        /** Copies the link, or on a phone opens its share sheet if there is one. */
        COPY
    }

    /** The channel it shares to. */
    Channel channel();

    /** The button's name, distinct from its neighbours', e.g. {@code Facebook share button}. */
    String label(Locale locale);

    /** Where it leads: a complete address, not HTML-escaped. */
    String href(Article article);

    /** What a click does. */
    default Behaviour behaviour() {
        return Behaviour.OPEN;
    }

    /** Its sign: the {@code d} of one SVG path in a 24 by 24 view box. */
    String icon();
}
