package cn.mingjian.scoring.pool;

import cn.mingjian.rules.form.Form;
import cn.mingjian.scoring.evaluation.Fields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps the organisations of a district, each name with one of them only. */
@ApplicationScoped
class OrganisationService {

    private static final int MOST_NAMES = 20;

    private final Organisations organisations;
    private final EntityManager entities;

    OrganisationService(Organisations organisations, EntityManager entities) {
        this.organisations = organisations;
        this.entities = entities;
    }

    /** An organisation under its code. */
    record Known(String code, OrganisationDocument organisation) {}

    /** The same, and whether this call made it known. */
    record Kept(Known known, boolean isNew) {}

    @Transactional
    List<Known> list(String district) {
        return organisations.of(district).stream()
                .map(OrganisationService::known)
                .toList();
    }

    @Transactional
    Kept put(String district, String code, OrganisationDocument organisation) {
        // Two that take the same name at once come one after the other.
        entities.createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended(:names, 0))) as claimed")
                .setParameter("names", "organisations of " + district)
                .getSingleResult();
        check(code, organisation, takenByOthers(district, code));
        OrganisationEntity.Key key = new OrganisationEntity.Key(district, code);
        OrganisationEntity known = organisations.findById(key, LockModeType.PESSIMISTIC_WRITE);
        OrganisationEntity entity = known == null ? OrganisationEntity.of(key) : known;
        entity.say(organisation);
        organisations.persistAndFlush(entity);
        return new Kept(known(entity), known == null);
    }

    /** The others' codes by name. */
    private Map<String, String> takenByOthers(String district, String code) {
        Map<String, String> taken = new HashMap<>();
        for (Known other : list(district)) {
            if (!other.code().equals(code)) {
                other.organisation().names().forEach(name -> taken.put(OrganisationNames.plain(name), other.code()));
            }
        }
        return taken;
    }

    private static void check(String code, OrganisationDocument organisation, Map<String, String> taken) {
        Fields fields = new Fields();
        fields.code("/organisation", code);
        name(fields, "/name", organisation.name(), taken);
        fields.each("/otherNames", organisation.otherNames(), (at, other) -> name(fields, at, other, taken));
        if (organisation.otherNames() != null && organisation.otherNames().size() > MOST_NAMES) {
            fields.wrong("/otherNames", "最多 %d 个".formatted(MOST_NAMES));
        }
        fields.refuse();
    }

    private static void name(Fields fields, String at, String name, Map<String, String> taken) {
        fields.value(at, name, Form.NAME).map(OrganisationNames::plain).ifPresent(plain -> {
            fields.once("names", at, plain);
            if (taken.containsKey(plain)) {
                fields.wrong(PoolProblem.NAME_TAKEN, at, "机构 %s 已用这个名称".formatted(taken.get(plain)));
            }
        });
    }

    private static Known known(OrganisationEntity entity) {
        return new Known(entity.key.organisation(), entity.toOrganisation());
    }
}
