package cn.mingjian.district.agreement;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** What this feature tells others. */
sealed interface AgreementEvent {

    String TOPIC = "district.agreement";

    /** A version of an agreement was signed; all of it. */
    record AgreementSigned(
            String district,
            String station,
            String agreement,
            int version,
            @JsonUnwrapped AgreementDocument document) implements AgreementEvent {}

    default String type() {
        return "cn.mingjian.district." + getClass().getSimpleName() + ".v1";
    }
}
