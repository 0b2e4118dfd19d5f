package io.sharewire.cli;

import io.sharewire.Channel;
import io.sharewire.ChannelPlugin;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The channels on the class path, in the order of the share buttons. */
final class Plugins {

    private Plugins() {}

    static List<ChannelPlugin> all() {
        return ServiceLoader.load(ChannelPlugin.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparingInt(ChannelPlugin::rank))
                .toList();
    }

    /** Those that {@code --to a,b} names; all if it is not given. */
    static List<ChannelPlugin> named(List<ChannelPlugin> all, @Nullable String to) {
        if (to == null) {
            return all;
        }
        Set<String> wanted = Arrays.stream(to.split(",")).map(String::strip).collect(Collectors.toCollection(LinkedHashSet::new));
        List<String> known = all.stream().map(ChannelPlugin::channel).map(Channel::id).toList();
        for (String name : wanted) {
            if (!known.contains(name)) {
                throw new UsageException(
                        "unknown channel '" + name + "' in --to; there are " + String.join(", ", known));
            }
        }
        return all.stream().filter(plugin -> wanted.contains(plugin.channel().id())).toList();
    }
}
