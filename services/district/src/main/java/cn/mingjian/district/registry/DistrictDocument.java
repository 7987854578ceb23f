package cn.mingjian.district.registry;

import cn.mingjian.district.form.Fields;
import cn.mingjian.rules.form.Form;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A district as the installer registers it.
 *
 * @param bureauAccount name of the bureau's first account: {@code bureau@nansha}
 * @param platformAccount name of the municipal platform's machine account, if it serves this district
 */
public record DistrictDocument(
        @Nullable String name,
        @Nullable String bureauAccount,
        @Nullable String platformAccount) {

    void check(String district) {
        Fields fields = new Fields();
        Pattern ownAccount = Pattern.compile("[a-z0-9-]+@" + Pattern.quote(district));
        fields.value("/name", name, Form.NAME);
        Optional<String> bureau = fields.value("/bureauAccount", bureauAccount, Form.KEY);
        if (bureau.isPresent() && !ownAccount.matcher(bureau.get()).matches()) {
            fields.wrong("/bureauAccount", "应为 bureau@%s 的形式，收到 %s".formatted(district, bureau.get()));
        }
        if (platformAccount != null) {
            fields.value("/platformAccount", platformAccount, Form.KEY);
        }
        fields.refuse();
    }
}
