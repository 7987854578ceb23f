package cn.mingjian.district.registry;

import cn.mingjian.district.directory.Account;
import cn.mingjian.district.directory.Directory;
import cn.mingjian.district.form.Roles;
import cn.mingjian.platform.caller.Place;
import cn.mingjian.platform.document.Documents;
import cn.mingjian.platform.document.Stored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Objects;

/** Registers districts. */
@ApplicationScoped
class DistrictService {
    private static final String KIND = "district";

    private final Directory directory;
    private final Places places;
    private final Documents documents;

    DistrictService(Directory directory, Places places, Documents documents) {
        this.directory = directory;
        this.places = places;
        this.documents = documents;
    }

    /** A district with the bureau's account. */
    record Registered(Stored<DistrictDocument> document, Account bureau) {}

    /** The bureau's account with its right, made where they are missing. */
    Account assureAccounts(Place district, DistrictDocument document) {
        String platform = document.platformAccount();
        if (platform != null) {
            Account account = directory.account(platform).orElseThrow(() -> DistrictProblem.ACCOUNT_UNKNOWN
                    .because("没有账号 %s", platform)
                    .at("/platformAccount"));
            directory.join(account, district, Roles.PLATFORM);
        }
        Account bureau = directory.assure(
                Objects.requireNonNull(document.bureauAccount()), Objects.requireNonNull(document.name()) + "民政局");
        directory.join(bureau, district, Roles.BUREAU);
        return bureau;
    }

    @Transactional
    Stored<DistrictDocument> register(Place district, DistrictDocument document) {
        places.lock(district);
        return documents.put(district.path(), KIND, document);
    }

    @Transactional
    Registered find(Place district) {
        Stored<DistrictDocument> document = documents
                .find(district.path(), KIND, DistrictDocument.class)
                .orElseThrow(() -> DistrictProblem.DISTRICT_UNKNOWN.because("没有登记区 %s", district.path()));
        String username = Objects.requireNonNull(document.content().bureauAccount());
        return new Registered(document, directory.account(username).orElse(new Account("", username, false)));
    }
}
