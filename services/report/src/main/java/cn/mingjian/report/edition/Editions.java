package cn.mingjian.report.edition;

import cn.mingjian.platform.document.Documents;
import cn.mingjian.platform.document.Stored;
import cn.mingjian.report.source.ReportSources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The store of reports: what they were made of, and their files. */
@ApplicationScoped
class Editions {

    private final Documents documents;
    private final EntityManager entities;

    Editions(Documents documents, EntityManager entities) {
        this.documents = documents;
        this.entities = entities;
    }

    /** Keeps the sources of a report: the same sources are the same version. */
    Stored<ReportSources> putSources(ReportSources sources) {
        return documents.put(sources.evaluation().code(), kind(sources.state()), sources);
    }

    Optional<ReportSources> sources(String evaluation, String state) {
        return documents.find(evaluation, kind(state), ReportSources.class).map(Stored::content);
    }

    private static String kind(String state) {
        return "report-" + state.toLowerCase(java.util.Locale.ROOT);
    }

    void add(EditionEntity edition, List<PrintedFile> files) {
        entities.persist(edition);
        entities.flush();
        for (PrintedFile file : files) {
            EditionFileEntity entity = new EditionFileEntity();
            entity.evaluation = edition.evaluation;
            entity.state = edition.state;
            entity.version = edition.version;
            entity.name = file.name();
            entity.mediaType = file.mediaType();
            entity.digest = file.digest();
            entity.content = file.content();
            entities.persist(entity);
        }
        entities.flush();
    }

    Optional<EditionEntity> latest(String evaluation, String state) {
        return entities.createQuery(
                        "from EditionEntity where evaluation = :evaluation and state = :state order by version desc",
                        EditionEntity.class)
                .setParameter("evaluation", evaluation)
                .setParameter("state", state)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The versions that it took the place of, oldest first. */
    List<ReportResource.Rendering> before(EditionEntity edition) {
        return entities.createQuery(
                        "select version, renderedAt from EditionEntity"
                                + " where evaluation = :evaluation and state = :state and version < :version order by version",
                        ReportResource.Rendering.class)
                .setParameter("evaluation", edition.evaluation)
                .setParameter("state", edition.state)
                .setParameter("version", edition.version)
                .getResultList();
    }

    /** The issued report with this hash of its code, whoever asks: the one answer that needs no place. */
    Optional<ReportService.Verified> verifiedBy(String hash) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery(
                        "select title, issued_at, pdf_digest from verified_report(:hash)", Tuple.class)
                .setParameter("hash", hash)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new ReportService.Verified(
                        row.get("title", String.class),
                        row.get("issued_at", Instant.class),
                        row.get("pdf_digest", String.class)));
    }

    @Nullable
    PrintedFile file(EditionEntity edition, String name) {
        EditionFileEntity file = entities.find(
                EditionFileEntity.class,
                new EditionFileEntity.Key(edition.evaluation, edition.state, edition.version, name));
        return file == null ? null : file.toFile();
    }

    /** Name → digest. */
    Map<String, String> digests(EditionEntity edition) {
        Map<String, String> digests = new TreeMap<>();
        entities.createQuery(
                        "select name as name, digest as digest from EditionFileEntity"
                                + " where evaluation = :evaluation and state = :state and version = :version",
                        Tuple.class)
                .setParameter("evaluation", edition.evaluation)
                .setParameter("state", edition.state)
                .setParameter("version", edition.version)
                .getResultStream()
                .forEach(row -> digests.put(row.get("name", String.class), row.get("digest", String.class)));
        return digests;
    }

    static EditionEntity edition(String evaluation, String state, int version, Instant renderedAt) {
        EditionEntity edition = new EditionEntity();
        edition.evaluation = evaluation;
        edition.state = state;
        edition.version = version;
        edition.renderedAt = renderedAt;
        return edition;
    }
}
