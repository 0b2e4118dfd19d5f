package io.sharewire.cli;

import io.sharewire.Channel;
import io.sharewire.ChannelPlugin;
import io.sharewire.PluginSettings;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Every {@code sharewire.*} setting: from {@code sharewire.properties} or {@code --config}, overridden by the
 * environment, where {@code SHAREWIRE_FACEBOOK_PAGE_ID} stands for {@code sharewire.facebook.page-id}.
 */
final class Configuration {

    private static final Path DEFAULT_FILE = Path.of("sharewire.properties");
    private static final String LEDGER = "sharewire.ledger";

    private final Map<String, String> values;

    private Configuration(Map<String, String> values) {
        this.values = values;
    }

    /** Exactly these values, as a sandbox gives them: an account that is configured besides must not be reached. */
    static Configuration of(Map<String, String> values) {
        return new Configuration(values);
    }

    static Configuration load(@Nullable Path file, Map<String, String> environment, List<ChannelPlugin> plugins) {
        Map<String, String> values = new TreeMap<>();
        if (file != null || Files.exists(DEFAULT_FILE)) {
            values.putAll(read(file == null ? DEFAULT_FILE : file));
        }
        for (String key : keys(plugins)) {
            String value = environment.get(variable(key));
            if (value != null) {
                values.put(key, value);
            }
        }
        return new Configuration(values);
    }

    /** The same settings but for one. */
    Configuration with(String key, String value) {
        Map<String, String> changed = new TreeMap<>(values);
        changed.put(key, value);
        return new Configuration(changed);
    }

    PluginSettings of(Channel channel) {
        return PluginSettings.of(channel, values);
    }

    /** The file of the ledger, without H2's ending. */
    Path ledger() {
        return Optional.ofNullable(values.get(LEDGER))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".sharewire", "ledger"));
    }

    static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static List<String> keys(List<ChannelPlugin> plugins) {
        List<String> keys = new ArrayList<>();
        keys.add(LEDGER);
        for (ChannelPlugin plugin : plugins) {
            PluginSettings none = PluginSettings.of(plugin.channel(), Map.of());
            plugin.settings().forEach(setting -> keys.add(none.key(setting.name())));
        }
        return keys;
    }

    private static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            throw new UsageException("settings file not found: " + file, e);
        } catch (CharacterCodingException e) {
            throw new UsageException("settings file is not UTF-8: " + file, e);
        } catch (IOException | IllegalArgumentException e) {
            throw new UsageException("settings file cannot be read: " + file + " (" + e.getMessage() + ")", e);
        }
        Map<String, String> values = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }
}
