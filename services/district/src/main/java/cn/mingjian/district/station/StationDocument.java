package cn.mingjian.district.station;

import cn.mingjian.district.form.Fields;
import cn.mingjian.rules.agreement.AgreementShapes;
import org.jspecify.annotations.Nullable;

/** A station's profile as the bureau registers it; what is null is unknown. */
public record StationDocument(
        @Nullable String name,
        @Nullable String town,
        @Nullable String founded,
        @Nullable Integer sites,
        @Nullable Integer population,
        @Nullable Coverage coverage) {

    /** Households and persons on file, and residents who were served. */
    public record Coverage(
            @Nullable Integer households,
            @Nullable Integer persons,
            @Nullable Integer residentsServed) {}

    void check() {
        Fields fields = new Fields();
        fields.of(AgreementShapes.STATION, "", "name", name);
        fields.of(AgreementShapes.STATION, "", "town", town);
        fields.of(AgreementShapes.STATION, "", "founded", founded);
        fields.optionalCount("/sites", sites);
        fields.optionalCount("/population", population);
        if (coverage != null) {
            fields.optionalCount("/coverage/households", coverage.households());
            fields.optionalCount("/coverage/persons", coverage.persons());
            fields.optionalCount("/coverage/residentsServed", coverage.residentsServed());
        }
        fields.refuse();
    }
}
