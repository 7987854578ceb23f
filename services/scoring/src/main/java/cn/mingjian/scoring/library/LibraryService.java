package cn.mingjian.scoring.library;

import cn.mingjian.platform.caller.Caller;
import cn.mingjian.platform.document.Stored;
import cn.mingjian.rules.form.Form;
import cn.mingjian.scoring.evaluation.Access;
import cn.mingjian.scoring.evaluation.Fields;
import cn.mingjian.scoring.evaluation.Standing;
import cn.mingjian.scoring.rubric.RubricDocument;
import cn.mingjian.scoring.rubric.RubricService;
import cn.mingjian.scoring.score.RubricComparison;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Keeps a district's rubrics, publishes them and gives them to its evaluations. */
@ApplicationScoped
class LibraryService {

    private final RubricVersions versions;
    private final RubricService rubrics;
    private final Access access;
    private final Caller caller;
    private final Clock clock = Clock.systemUTC();

    LibraryService(RubricVersions versions, RubricService rubrics, Access access, Caller caller) {
        this.versions = versions;
        this.rubrics = rubrics;
        this.access = access;
        this.caller = caller;
    }

    /** A version, and whether this call made it what it is. */
    record Changed(RubricVersion version, boolean isNew) {}

    @Transactional
    List<RubricVersion> list(String district) {
        return versions.of(district);
    }

    @Transactional
    RubricVersion get(String district, String code, String version) {
        return versions.version(find(new RubricVersionEntity.Key(district, code, version)));
    }

    /** Keeps a draft, whole; the same again is harmless even when it is published. */
    @Transactional
    Changed put(String district, String code, String version, RubricDocument rubric) {
        Fields fields = new Fields();
        fields.code("/rubric", code);
        fields.value("/version", version, Form.SEGMENT);
        fields.refuse();
        rubrics.checkForAnyAgreement(rubric);
        if (!code.equals(rubric.code())) {
            fields.wrong(LibraryProblem.CODE_DIFFERS, "/code", "地址中为 " + code + "，文件中为 " + rubric.code());
        }
        if (!version.equals(rubric.version())) {
            fields.wrong(LibraryProblem.CODE_DIFFERS, "/version", "地址中为 " + version + "，文件中为 " + rubric.version());
        }
        fields.refuse();
        RubricVersionEntity.Key key = new RubricVersionEntity.Key(district, code, version);
        RubricVersionEntity known = versions.findById(key, LockModeType.PESSIMISTIC_WRITE);
        if (known != null && rubric.equals(versions.rubric(known))) {
            return new Changed(versions.version(known), false);
        }
        if (known != null && known.publishedAt != null) {
            throw LibraryProblem.RUBRIC_PUBLISHED.because("评估指标体系 %s 第 %s 版已于发布后固定，请另立新版", code, version);
        }
        RubricVersionEntity entity = known == null ? RubricVersionEntity.of(key) : known;
        entity.say(versions.text(rubric), caller.account(), clock.instant());
        versions.persistAndFlush(entity);
        return new Changed(versions.version(entity), known == null);
    }

    @Transactional
    Changed publish(String district, String code, String version) {
        RubricVersionEntity entity =
                find(new RubricVersionEntity.Key(district, code, version), LockModeType.PESSIMISTIC_WRITE);
        boolean isNew = entity.publishedAt == null;
        if (isNew) {
            rubrics.requireNoOtherOfThisName(district, versions.rubric(entity), entity.content);
            entity.publish(caller.account(), clock.instant());
        }
        return new Changed(versions.version(entity), isNew);
    }

    @Transactional
    RubricComparison compare(String district, String code, String version, String other) {
        return RubricComparison.of(
                get(district, code, other).rubric().toRubric(),
                get(district, code, version).rubric().toRubric());
    }

    /** Gives an evaluation a published version of its district, until scoring opens. */
    @Transactional
    Stored<RubricDocument> pin(String evaluation, String code, String version) {
        Standing standing = access.change(evaluation);
        standing.requireBureau();
        Fields fields = new Fields();
        fields.code("/rubric", code);
        fields.value("/version", version, Form.SEGMENT);
        fields.refuse();
        String district = standing.evaluation().place().district();
        RubricVersionEntity wanted = find(new RubricVersionEntity.Key(district, code, version));
        if (wanted.publishedAt == null) {
            throw LibraryProblem.RUBRIC_NOT_PUBLISHED.because("评估指标体系 %s 第 %s 版须先发布", code, version);
        }
        return rubrics.put(evaluation, versions.rubric(wanted));
    }

    private RubricVersionEntity find(RubricVersionEntity.Key key) {
        return find(key, LockModeType.NONE);
    }

    private RubricVersionEntity find(RubricVersionEntity.Key key, LockModeType lock) {
        RubricVersionEntity entity = versions.findById(key, lock);
        if (entity == null) {
            throw LibraryProblem.RUBRIC_VERSION_NOT_FOUND.because("没有评估指标体系 %s 第 %s 版", key.code(), key.version());
        }
        return entity;
    }
}
