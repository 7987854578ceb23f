package cn.mingjian.platform.document;

import cn.mingjian.platform.caller.Caller;
import cn.mingjian.platform.problem.CommonProblem;
import cn.mingjian.platform.store.Database;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The store of versioned documents. Callers lock the aggregate they belong to first, so that versions follow its order. */
@ApplicationScoped
public class Documents {

    private static final String LATEST =
            "select version, content, recorded_by, recorded_at from document where owner = ? and kind = ? order by version desc limit 1";
    private static final String EXACT =
            "select version, content, recorded_by, recorded_at from document where owner = ? and kind = ? and version = ?";
    private static final String LATEST_OF_KINDS = """
            select distinct on (kind) kind, version, content, recorded_by, recorded_at
              from document where owner = ? and starts_with(kind, ?) order by kind, version desc
            """;
    private static final String KINDS = "select distinct kind from document where owner = ?";
    // Compared as jsonb: the order of keys and white space are no difference.
    private static final String APPEND = """
            with latest as (
              select version, content from document where owner = ? and kind = ? order by version desc limit 1)
            insert into document (owner, kind, version, content, recorded_by)
            select ?, ?, coalesce((select version from latest), 0) + 1, cast(? as jsonb), ?
             where not exists (select 1 from latest where content = cast(? as jsonb))
            """;

    private final Database database;
    private final ObjectMapper json;
    private final Caller caller;

    Documents(Database database, ObjectMapper json, Caller caller) {
        this.database = database;
        this.json = json;
        this.caller = caller;
    }

    /** Appends a version unless the content equals the latest one; answers the latest version either way. */
    @Transactional(Transactional.TxType.MANDATORY)
    public <T> Stored<T> put(String owner, String kind, T content) {
        try (Connection connection = database.connection()) {
            String text = json.writeValueAsString(content);
            boolean isNew;
            try (PreparedStatement append = connection.prepareStatement(APPEND)) {
                append.setString(1, owner);
                append.setString(2, kind);
                append.setString(3, owner);
                append.setString(4, kind);
                append.setString(5, text);
                append.setString(6, caller.account());
                append.setString(7, text);
                isNew = append.executeUpdate() == 1;
            }
            try (PreparedStatement latest = connection.prepareStatement(LATEST)) {
                latest.setString(1, owner);
                latest.setString(2, kind);
                try (ResultSet row = latest.executeQuery()) {
                    row.next();
                    return new Stored<>(
                            owner,
                            kind,
                            row.getInt("version"),
                            content,
                            row.getString("recorded_by"),
                            row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                            isNew);
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("document " + owner + "/" + kind + " not stored", failure);
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException("document " + owner + "/" + kind + " has no JSON form", failure);
        }
    }

    /** The same over the version that its author has read; refused where that is not the latest, unless the latest already says so. */
    @Transactional(Transactional.TxType.MANDATORY)
    public <T> Stored<T> put(String owner, String kind, T content, Precondition precondition) {
        if (precondition.equals(Precondition.NONE)) {
            return put(owner, kind, content);
        }
        @SuppressWarnings("unchecked")
        Optional<Stored<T>> latest = find(owner, kind, (Class<T>) content.getClass());
        int version = latest.map(Stored::version).orElse(0);
        if (!precondition.holds(version)
                && latest.filter(same -> same.content().equals(content)).isEmpty()) {
            throw CommonProblem.READ_ANOTHER_VERSION.because(
                    version == 0 ? "这里还没有内容，请刷新后再改" : "已有第 %d 版，没有改动；请读取已有的内容后再改", version);
        }
        return put(owner, kind, content);
    }

    /** The latest version of every document whose kind begins so, by kind. */
    public <T> List<Stored<T>> findAll(String owner, String kinds, Class<T> type) {
        try (Connection connection = database.connection();
                PreparedStatement select = connection.prepareStatement(LATEST_OF_KINDS)) {
            select.setString(1, owner);
            select.setString(2, kinds);
            List<Stored<T>> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(stored(owner, row.getString("kind"), row, type));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException("documents " + owner + "/" + kinds + " not read", failure);
        }
    }

    /** The kinds of which there is a document. */
    public Set<String> kinds(String owner) {
        try (Connection connection = database.connection();
                PreparedStatement select = connection.prepareStatement(KINDS)) {
            select.setString(1, owner);
            Set<String> kinds = new HashSet<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    kinds.add(row.getString(1));
                }
            }
            return kinds;
        } catch (SQLException failure) {
            throw new IllegalStateException("documents of " + owner + " not read", failure);
        }
    }

    /** The latest version, if there is any. */
    public <T> Optional<Stored<T>> find(String owner, String kind, Class<T> type) {
        return query(LATEST, owner, kind, null, type);
    }

    /** That very version, if it exists. */
    public <T> Optional<Stored<T>> find(String owner, String kind, int version, Class<T> type) {
        return query(EXACT, owner, kind, version, type);
    }

    private <T> Optional<Stored<T>> query(
            String sql, String owner, String kind, @org.jspecify.annotations.Nullable Integer version, Class<T> type) {
        try (Connection connection = database.connection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, owner);
            select.setString(2, kind);
            if (version != null) {
                select.setInt(3, version);
            }
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                return Optional.of(stored(owner, kind, row, type));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("document " + owner + "/" + kind + " not read", failure);
        }
    }

    private <T> Stored<T> stored(String owner, String kind, ResultSet row, Class<T> type) throws SQLException {
        try {
            return new Stored<>(
                    owner,
                    kind,
                    row.getInt("version"),
                    json.readValue(row.getString("content"), type),
                    row.getString("recorded_by"),
                    row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                    false);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(
                    "document " + owner + "/" + kind + " is not a " + type.getSimpleName(), failure);
        }
    }
}
