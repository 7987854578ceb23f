package cn.mingjian.district.registry;

import cn.mingjian.district.form.Fields;
import org.jspecify.annotations.Nullable;

/**
 * A district as the installer registers it.
 *
 * @param bureauAccount name of the bureau's first account
 * @param platformAccount name of the municipal platform's machine account, if it serves this district
 */
public record DistrictDocument(
        @Nullable String name,
        @Nullable String bureauAccount,
        @Nullable String platformAccount) {

    void check() {
        Fields fields = new Fields();
        fields.text("/name", name);
        fields.text("/bureauAccount", bureauAccount);
        fields.optionalText("/platformAccount", platformAccount);
        fields.refuse();
    }
}
