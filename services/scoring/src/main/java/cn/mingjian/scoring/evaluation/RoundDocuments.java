package cn.mingjian.scoring.evaluation;

import cn.mingjian.platform.document.Documents;
import cn.mingjian.platform.document.Precondition;
import cn.mingjian.platform.document.Stored;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whole documents of an evaluation that may be replaced until a deadline; repeating the last one is always harmless. */
@ApplicationScoped
public class RoundDocuments {

    private final Documents documents;

    RoundDocuments(Documents documents) {
        this.documents = documents;
    }

    /**
     * Keeps the content as a new version, or answers the version that already says so.
     *
     * @param open whether it may still change
     * @param what completes the refusal "不能…"
     */
    public <T> Stored<T> put(Evaluation evaluation, String kind, T content, boolean open, String what) {
        return put(evaluation, kind, content, open, what, Precondition.NONE);
    }

    /** The same over the version that its author has read. */
    public <T> Stored<T> put(
            Evaluation evaluation, String kind, T content, boolean open, String what, Precondition precondition) {
        if (open) {
            return documents.put(evaluation.code(), kind, content, precondition);
        }
        @SuppressWarnings("unchecked")
        Class<T> type = (Class<T>) content.getClass();
        return find(evaluation, kind, type)
                .filter(latest -> latest.content().equals(content))
                .orElseThrow(() -> evaluation.tooLateOrEarly(what));
    }

    public <T> Optional<Stored<T>> find(Evaluation evaluation, String kind, Class<T> type) {
        return documents.find(evaluation.code(), kind, type);
    }

    /** The latest version of every document whose kind begins so, by kind. */
    public <T> List<Stored<T>> findAll(Evaluation evaluation, String kinds, Class<T> type) {
        return documents.findAll(evaluation.code(), kinds, type);
    }

    /** The kinds of which the evaluation has a document. */
    public Set<String> kinds(Evaluation evaluation) {
        return documents.kinds(evaluation.code());
    }

    public <T> Optional<Stored<T>> find(Evaluation evaluation, String kind, int version, Class<T> type) {
        return documents.find(evaluation.code(), kind, version, type);
    }
}
