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
import org.jspecify.annotations.Nullable;

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

    /** The bureau's and the platform's account with their rights, made where they are missing; no transaction is open. */
    District ensureAccounts(Place district, DistrictDocument document) {
        String name = Objects.requireNonNull(document.name());
        District.Member platform = ensurePlatform(district, document.platformAccount());
        Account bureau = directory.ensure(Objects.requireNonNull(document.bureauAccount()), name + "民政局");
        directory.join(bureau, district, Roles.BUREAU);
        return new District(name, new District.Member(bureau.id(), bureau.username()), platform);
    }

    @Transactional
    Stored<District> register(Place place, District district) {
        places.lock(place);
        return documents.put(place.path(), KIND, district);
    }

    @Transactional
    Stored<District> find(Place district) {
        return documents
                .find(district.path(), KIND, District.class)
                .orElseThrow(() -> DistrictProblem.DISTRICT_UNKNOWN.because("没有登记区 %s", district.path()));
    }

    /** A machine's account is made with the realm, never here. */
    private District.@Nullable Member ensurePlatform(Place district, @Nullable String username) {
        if (username == null) {
            return null;
        }
        Account platform = directory.find(username).orElseThrow(() -> DistrictProblem.ACCOUNT_UNKNOWN
                .because("没有账号 %s", username)
                .at("/platformAccount"));
        directory.join(platform, district, Roles.PLATFORM);
        return new District.Member(platform.id(), platform.username());
    }
}
