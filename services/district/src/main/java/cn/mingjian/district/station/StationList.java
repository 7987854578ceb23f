package cn.mingjian.district.station;

import cn.mingjian.platform.store.Database;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The registered stations of a district with their agreements, in the order of their codes. */
@ApplicationScoped
class StationList {

    private static final TypeReference<List<Signed>> AGREEMENTS = new TypeReference<>() {};
    private static final String PAGE = """
            select substr(p.path, length(?) + 2) as code, s.content ->> 'name' as name, s.content ->> 'town' as town, s.version,
                   coalesce(a.agreements, '[]') as agreements
              from place p
              join lateral (select content, version from document
                             where owner = p.path and kind = 'station' order by version desc limit 1) s on true
              left join lateral (
                select jsonb_agg(jsonb_build_object('agreement', substr(kind, length('agreement/') + 1), 'version', version,
                         'operator', content ->> 'operator', 'from', content ->> 'from', 'to', content ->> 'to') order by kind) as agreements
                  from (select distinct on (kind) kind, version, content from document
                         where owner = p.path and starts_with(kind, 'agreement/') order by kind, version desc) latest) a on true
             where starts_with(p.path, ? || '/') and p.path > ?
               and (not ? or p.path in (select path from unevaluated_station))
               and (? = '' or position(? in s.content ->> 'name') > 0 or position(? in s.content ->> 'town') > 0 or p.path = ?)
             order by p.path limit ?
            """;

    private final Database database;
    private final ObjectMapper json;

    StationList(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The latest version of an agreement. */
    record Signed(
            String agreement,
            int version,
            @Nullable String operator,
            @Nullable String from,
            @Nullable String to) {}

    /** A station as registered now. */
    record Line(String code, String name, @Nullable String town, int version, List<Signed> agreements) {}

    /**
     * Stations whose name or town contains the text, or whose code it is; all for the empty text.
     *
     * @param unevaluated only those that have no round but cancelled ones
     * @param after code of the last one of the page before, empty for the first page
     */
    @Transactional
    List<Line> page(String district, String text, boolean unevaluated, String after, int limit) {
        try (Connection connection = database.connection();
                PreparedStatement select = connection.prepareStatement(PAGE)) {
            int at = 0;
            select.setString(++at, district);
            select.setString(++at, district);
            select.setString(++at, district + "/" + after);
            select.setBoolean(++at, unevaluated);
            select.setString(++at, text);
            select.setString(++at, text);
            select.setString(++at, text);
            select.setString(++at, district + "/" + text);
            select.setInt(++at, limit);
            List<Line> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Line(
                            row.getString("code"),
                            row.getString("name"),
                            row.getString("town"),
                            row.getInt("version"),
                            json.readValue(row.getString("agreements"), AGREEMENTS)));
                }
            }
            return found;
        } catch (SQLException | JsonProcessingException failure) {
            throw new IllegalStateException("stations of " + district + " not read", failure);
        }
    }
}
