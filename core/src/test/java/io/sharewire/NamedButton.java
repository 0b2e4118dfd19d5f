package io.sharewire;

import java.util.Locale;

/** A button that leads where it is told, in English and Korean. */
record NamedButton(Channel channel, String english, String korean, String address, Behaviour behaviour, String icon)
        implements ShareButton {

    static final String SQUARE = "M4 4h16v16H4z";

    static NamedButton of(String id, Behaviour behaviour, String address) {
        return new NamedButton(
                new Channel(id, id, "social"), id + " share button", id + " 공유 버튼", address, behaviour, SQUARE);
    }

    static NamedButton opening(String id, String address) {
        return of(id, Behaviour.OPEN, address);
    }

    NamedButton called(String name) {
        return new NamedButton(channel, name, name, address, behaviour, icon);
    }

    NamedButton drawn(String path) {
        return new NamedButton(channel, english, korean, address, behaviour, path);
    }

    @Override
    public String label(Locale locale) {
        return locale.getLanguage().equals("ko") ? korean : english;
    }

    @Override
    public String href(Article article) {
        return address;
    }
}
