package cn.mingjian.district;

import static cn.mingjian.district.TestDistrict.membership;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import cn.mingjian.platform.store.Background;
import cn.mingjian.platform.test.RealServers;
import cn.mingjian.platform.test.RowSecurity;
import cn.mingjian.platform.test.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Roles that the bureau takes back from people of a station. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class WithdrawalIT {

    private static final String STATION = "/stations/dagang";

    @Inject
    EntityManager database;

    private final TestDistrict district = TestDistrict.unique();
    private final TestDistrict elsewhere = TestDistrict.unique();

    @BeforeEach
    void twoDistrictsHaveAStation() {
        for (TestDistrict one : List.of(district, elsewhere)) {
            one.register();
            one.put(STATION, Map.of("name", "大岗镇社工站")).statusCode(201);
        }
    }

    @Test
    void aRoleIsTakenBackAtOnceAndTheOthersStay() {
        String dagang = "/" + district.code() + "/dagang/";
        String name = district.account("final.leaver");
        String withdrawals = STATION + name + "/withdrawals";
        String id = district.put(name, membership("dagang", "third-party"))
                .statusCode(201)
                .extract()
                .path("id");
        district.put(name, membership("dagang", "supervisor")).statusCode(200);
        elsewhere.put(name, membership("dagang", "third-party")).statusCode(200);
        TestDistrict.choosePassword(id, "tea-and-rice-12");
        Tokens.signedIn("third-party", TestDistrict.username(id), "tea-and-rice-12");
        assertThat(TestDistrict.sessions(id)).hasSize(1);

        district.post(elsewhere.bureau(), withdrawals, role("third-party")).statusCode(403);
        district.post(district.operator("dagang"), withdrawals, role("third-party"))
                .statusCode(403);
        for (String role : List.of("bureau", "installer", "")) {
            district.post(district.bureau(), withdrawals, role(role))
                    .statusCode(422)
                    .body("errors.pointer", contains("/role"));
        }
        district.post(district.bureau(), withdrawals, role("purchaser"))
                .statusCode(404)
                .body("type", endsWith(":district:role-not-held"));
        district.post(
                        district.bureau(),
                        STATION + district.account("final.nobody") + "/withdrawals",
                        role("supervisor"))
                .statusCode(404);
        assertThat(TestDistrict.sessions(id)).hasSize(1);

        district.post(district.bureau(), withdrawals, role("third-party"))
                .statusCode(200)
                .body("roles", contains("supervisor"));
        assertThat(TestDistrict.sessions(id)).isEmpty();
        assertThat(TestDistrict.rights(id))
                .containsOnlyKeys(dagang + "supervisor", "/" + elsewhere.code() + "/dagang/third-party");
        district.get(STATION + "/accounts")
                .body(
                        "accounts.findAll { it.role == 'third-party' }.username",
                        not(hasItem("final-" + district.code() + ".leaver")));
        // The answer was lost: said again, it is so.
        district.post(district.bureau(), withdrawals, role("third-party"))
                .statusCode(200)
                .body("roles", contains("supervisor"));
        district.put(name, membership("dagang", "third-party")).statusCode(200);
        assertThat(TestDistrict.rights(id)).containsKey(dagang + "third-party");
        RowSecurity.assertHolds(district.code() + "/dagang");
    }

    @Test
    void anOldWithdrawalIsNotSaidAgain() {
        String name = district.account("final.returned");
        String withdrawals = STATION + name + "/withdrawals";
        String id =
                district.put(name, membership("dagang", "supervisor")).extract().path("id");
        district.post(district.bureau(), withdrawals, role("supervisor")).statusCode(200);

        // Whoever has signed in anew since, elsewhere, is not signed out again.
        assertThat(Background.call(() -> QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(
                                "update withdrawn_right set withdrawn_at = withdrawn_at - interval '10 minutes'"
                                        + " where account = :account")
                        .setParameter("account", id)
                        .executeUpdate())))
                .isEqualTo(1);

        district.post(district.bureau(), withdrawals, role("supervisor"))
                .statusCode(404)
                .body("type", endsWith(":district:role-not-held"));
    }

    @Test
    void nobodyTakesARoleOfTheirOwnBack() {
        String office = "bureau@" + district.code();
        String id = district.put("/accounts/" + office, membership("dagang", "supervisor"))
                .extract()
                .path("id");
        TestDistrict.choosePassword(id, "tea-and-rice-12");

        district.post(
                        Tokens.signedIn("bureau", office, "tea-and-rice-12"),
                        STATION + "/accounts/" + office + "/withdrawals",
                        role("supervisor"))
                .statusCode(409)
                .body("type", endsWith(":district:own-account"));

        assertThat(TestDistrict.rights(id)).containsKey("/" + district.code() + "/dagang/supervisor");
    }

    private static Map<String, String> role(String role) {
        return Map.of("role", role);
    }
}
