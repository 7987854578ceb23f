package cn.mingjian.scoring.evaluation;

import cn.mingjian.platform.caller.Place;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The stations and agreements that the district service has told of. */
@ApplicationScoped
public class Agreements {

    private final EntityManager entities;

    Agreements(EntityManager entities) {
        this.entities = entities;
    }

    /** The codes an agreement defines. */
    public record Codes(Set<String> areas, Set<String> indicators) {}

    /** The codes of the evaluation's agreement. */
    public Codes of(Evaluation evaluation) {
        AgreementEntity entity = pinned(evaluation);
        return new Codes(Set.copyOf(entity.areas), Set.copyOf(entity.indicators));
    }

    @Transactional
    boolean knows(Place place, String code, int version) {
        return entities.find(AgreementEntity.class, new AgreementEntity.Key(place.path(), code, version)) != null;
    }

    @Transactional
    boolean knowsStation(Place place, int version) {
        return entities.find(StationEntity.class, new StationEntity.Key(place.path(), version)) != null;
    }

    private AgreementEntity pinned(Evaluation evaluation) {
        Opening opening = evaluation.opening();
        return entities.find(
                AgreementEntity.class,
                new AgreementEntity.Key(evaluation.place().path(), opening.agreement(), opening.agreementVersion()));
    }

    void registered(Place place, int version) {
        if (!knowsStation(place, version)) {
            entities.persist(StationEntity.of(new StationEntity.Key(place.path(), version)));
        }
    }

    /** The name of the operator that the evaluation is about, when it is known. */
    public Optional<String> operator(Evaluation evaluation) {
        return Optional.ofNullable(pinned(evaluation).operator);
    }

    void signed(Place place, String code, int version, String operator, List<String> areas, List<String> indicators) {
        if (!knows(place, code, version)) {
            entities.persist(AgreementEntity.of(
                    new AgreementEntity.Key(place.path(), code, version),
                    operator,
                    areas.stream().distinct().toList(),
                    indicators.stream().distinct().toList()));
        }
    }
}
