package cn.mingjian.scoring.pool;

import cn.mingjian.rules.form.Form;
import cn.mingjian.scoring.evaluation.Access;
import cn.mingjian.scoring.evaluation.Agreements;
import cn.mingjian.scoring.evaluation.Evaluation;
import cn.mingjian.scoring.evaluation.EvaluationService;
import cn.mingjian.scoring.evaluation.Fields;
import cn.mingjian.scoring.evaluation.Standing;
import cn.mingjian.scoring.panel.Member;
import cn.mingjian.scoring.panel.PanelService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps a district's pool and weighs who is in it against a round. */
@ApplicationScoped
class PoolService {

    private static final int MOST = 50;

    private final Profiles profiles;
    private final Organisations organisations;
    private final Access access;
    private final Agreements agreements;
    private final EvaluationService evaluations;
    private final PanelService panels;

    PoolService(
            Profiles profiles,
            Organisations organisations,
            Access access,
            Agreements agreements,
            EvaluationService evaluations,
            PanelService panels) {
        this.profiles = profiles;
        this.organisations = organisations;
        this.access = access;
        this.agreements = agreements;
        this.evaluations = evaluations;
        this.panels = panels;
    }

    /** Somebody in the pool. */
    record Pooled(String evaluator, ProfileDocument profile) {}

    /** The same, and whether this call put them there. */
    record Kept(Pooled who, boolean isNew) {}

    /** Somebody who may be asked, with what might stand in the way. */
    record Candidate(Pooled who, Set<ConflictHint> hints) {}

    @Transactional
    List<Pooled> list(String district) {
        return profiles.of(district).stream().map(PoolService::pooled).toList();
    }

    @Transactional
    Kept put(String district, String evaluator, ProfileDocument profile) {
        check(evaluator, profile);
        ProfileEntity.Key key = new ProfileEntity.Key(district, evaluator);
        ProfileEntity known = profiles.findById(key, LockModeType.PESSIMISTIC_WRITE);
        ProfileEntity entity = known == null ? ProfileEntity.of(key) : known;
        entity.say(profile);
        profiles.persistAndFlush(entity);
        return new Kept(pooled(entity), known == null);
    }

    /** The active ones of the round's district. */
    @Transactional
    List<Candidate> candidates(String code) {
        Standing standing = access.read(code);
        standing.requireBureau();
        Evaluation evaluation = standing.evaluation();
        Optional<String> operator = agreements.operator(evaluation);
        Set<String> servedLast = evaluations.closedBefore(evaluation).stream()
                .limit(1)
                .flatMap(last -> panels.members(last).stream())
                .map(Member::account)
                .collect(Collectors.toSet());
        OrganisationNames names = organisations.names(evaluation.place().district());
        return profiles.of(evaluation.place().district()).stream()
                .filter(each -> each.active)
                .map(each -> new Candidate(
                        pooled(each),
                        ConflictHint.of(each.toProfile(), operator, names, servedLast.contains(each.account))))
                .toList();
    }

    private static Pooled pooled(ProfileEntity entity) {
        return new Pooled(entity.key.evaluator(), entity.toProfile());
    }

    private static void check(String evaluator, ProfileDocument profile) {
        Fields fields = new Fields();
        fields.value("/evaluator", evaluator, Form.EVALUATOR);
        fields.value("/label", profile.label(), Form.KEY);
        fields.value("/organisation", profile.organisation(), Form.NAME);
        names(fields, "/expertise", profile.expertise());
        names(fields, "/pastEmployers", profile.pastEmployers());
        fields.present("/active", profile.active());
        if (profile.account() != null) {
            fields.account("/account", profile.account());
        }
        fields.refuse();
    }

    private static void names(Fields fields, String pointer, List<String> names) {
        fields.each(pointer, names, (at, name) -> fields.value(at, name, Form.NAME)
                .ifPresent(its -> fields.once(pointer, at, its)));
        if (names != null && names.size() > MOST) {
            fields.wrong(pointer, "最多 %d 项".formatted(MOST));
        }
    }
}
