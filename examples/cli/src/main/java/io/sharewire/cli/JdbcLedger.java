package io.sharewire.cli;

import io.sharewire.Attempt;
import io.sharewire.Draft;
import io.sharewire.LedgerRules;
import io.sharewire.Progress;
import io.sharewire.ResultJson;
import io.sharewire.ShareLedger;
import io.sharewire.ShareResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of the command line: an H2 file that one process opens at a time, so that what was shared yesterday is not
 * shared again today.
 */
final class JdbcLedger implements ShareLedger, AutoCloseable {

    private static final String TABLE = """
            create table if not exists share_attempt (
              seq          bigint generated always as identity primary key,
              id           varchar(36)  not null unique,
              share_key    varchar(128) not null,
              target       varchar(64)  not null,
              fingerprint  char(64)     not null,
              started_at   varchar(40)  not null,
              since        varchar(40)  not null,
              progress     varchar      not null,
              result       varchar
            )""";

    private static final String COLUMNS = "id, share_key, target, fingerprint, started_at, since, progress, result";

    /** H2's code for a database file that another process has open. */
    private static final int IN_USE = 90020;

    private final Connection connection;

    private JdbcLedger(Connection connection) {
        this.connection = connection;
    }

    static JdbcLedger open(Path file) {
        Path absolute = file.toAbsolutePath();
        try {
            Files.createDirectories(absolute.getParent());
            Connection connection = DriverManager.getConnection("jdbc:h2:file:" + absolute);
            try (Statement statement = connection.createStatement()) {
                statement.execute(TABLE);
            }
            return new JdbcLedger(connection);
        } catch (IOException e) {
            throw new UsageException("the ledger's folder cannot be made: " + absolute.getParent(), e);
        } catch (SQLException e) {
            throw new UsageException(
                    e.getErrorCode() == IN_USE
                            ? "the ledger " + absolute + " is in use by another sharewire process; wait for it to end"
                            : "the ledger " + absolute + " cannot be opened: " + e.getMessage(),
                    e);
        }
    }

    @Override
    public synchronized Begin begin(Draft draft, Instant now) {
        Begin begin = LedgerRules.begin(latest(draft.key(), draft.target()), draft, now, newId());
        if (begin instanceof Begin.Fresh fresh) {
            insert(fresh.attempt());
        }
        return begin;
    }

    @Override
    public synchronized void settle(Attempt attempt, ShareResult result) {
        try (PreparedStatement update =
                connection.prepareStatement("update share_attempt set result = ? where id = ?")) {
            update.setString(1, ResultJson.write(result));
            update.setString(2, attempt.id());
            update.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public synchronized Optional<Attempt> takeOver(Attempt doubtful, Instant now) {
        Attempt latest = latest(doubtful.key(), doubtful.target());
        if (latest == null || !latest.id().equals(doubtful.id())) {
            return Optional.empty();
        }
        Attempt next = LedgerRules.successor(doubtful, now, newId());
        insert(next);
        return Optional.of(next);
    }

    @Override
    public synchronized List<Attempt> attempts(String key) {
        return select("share_key = ? order by seq", key);
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private @Nullable Attempt latest(String key, String target) {
        List<Attempt> found = select("share_key = ? and target = ? order by seq desc limit 1", key, target);
        return found.isEmpty() ? null : found.get(0);
    }

    private List<Attempt> select(String where, String... values) {
        try (PreparedStatement select =
                connection.prepareStatement("select " + COLUMNS + " from share_attempt where " + where)) {
            for (int i = 0; i < values.length; i++) {
                select.setString(i + 1, values[i]);
            }
            List<Attempt> attempts = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    attempts.add(attempt(row));
                }
            }
            return attempts;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        String result = row.getString("result");
        return new Attempt(
                row.getString("id"),
                row.getString("share_key"),
                row.getString("target"),
                row.getString("fingerprint"),
                Instant.parse(row.getString("started_at")),
                Instant.parse(row.getString("since")),
                Progress.fromJson(row.getString("progress")),
                result == null ? null : ResultJson.read(result));
    }

    private void insert(Attempt attempt) {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into share_attempt (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, null)")) {
            insert.setString(1, attempt.id());
            insert.setString(2, attempt.key());
            insert.setString(3, attempt.target());
            insert.setString(4, attempt.fingerprint());
            insert.setString(5, attempt.startedAt().toString());
            insert.setString(6, attempt.since().toString());
            insert.setString(7, attempt.progress().toJson());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("the ledger failed: " + e.getMessage(), e);
    }
}
