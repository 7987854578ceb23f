package cn.mingjian.cli.evaluation;

import cn.mingjian.cli.bundle.Bundle;
import cn.mingjian.cli.platform.Api;
import cn.mingjian.cli.platform.Halt;
import cn.mingjian.cli.platform.Keycloak;
import cn.mingjian.cli.platform.Session;
import cn.mingjian.rules.scoring.Party;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everybody who takes part, each with an account of their own. */
final class Cast {
    private final Api api;
    private final Keycloak keycloak;
    private final String district;
    private final String station;
    private final String evaluation;
    private final List<Evaluator> evaluators;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final Map<String, String> ids = new ConcurrentHashMap<>();

    Cast(Api api, Keycloak keycloak, Bundle bundle) {
        this.api = api;
        this.keycloak = keycloak;
        JsonNode file = bundle.evaluation();
        this.district = file.path("district").path("code").asText();
        this.station = file.path("station").path("code").asText();
        this.evaluation = file.path("evaluation").path("code").asText();
        this.evaluators = Evaluator.of(bundle);
    }

    List<Evaluator> evaluators() {
        return evaluators;
    }

    List<Evaluator> eligible() {
        return evaluators.stream().filter(Evaluator::isEligible).toList();
    }

    Evaluator lead(Party party) {
        return eligible().stream()
                .filter(evaluator -> evaluator.lead() && evaluator.party() == party)
                .findFirst()
                .orElseThrow();
    }

    String bureauAccount() {
        return "bureau@" + district;
    }

    Session installer() {
        return sessions.computeIfAbsent("installer", keycloak::client);
    }

    Session platform() {
        return sessions.computeIfAbsent("municipal-platform", keycloak::client);
    }

    /** The bureau, when it has an account. */
    Optional<Session> findBureau() {
        keycloak.account("bureau", bureauAccount()).ifPresent(session -> sessions.put(bureauAccount(), session));
        return Optional.ofNullable(sessions.get(bureauAccount()));
    }

    Session bureau() {
        return signedIn("bureau", bureauAccount());
    }

    /** Has everything of the bureau done by this account. */
    void bureauIs(Session session) {
        sessions.put(bureauAccount(), session);
    }

    Session operator() {
        return signedIn("operator", operatorAccount());
    }

    Session of(Evaluator evaluator) {
        return signedIn(evaluator.party().role(), accountOf(evaluator));
    }

    /** The names of everybody's account. */
    Set<String> accounts() {
        return Stream.concat(
                        Stream.of(bureauAccount(), operatorAccount()),
                        evaluators.stream().map(this::accountOf))
                .collect(Collectors.toSet());
    }

    /** Signs everybody in, several at a time: each sign-in costs the server a slow hash. */
    void signIn() {
        List<Runnable> tasks = new ArrayList<>();
        tasks.add(this::operator);
        evaluators.forEach(evaluator -> tasks.add(() -> of(evaluator)));
        Together.run(tasks);
    }

    /** Creates the accounts of operator and evaluators where they are missing. */
    void create() {
        List<Runnable> tasks = new ArrayList<>();
        tasks.add(() -> create("operator", operatorAccount(), "承办方"));
        evaluators.forEach(evaluator ->
                tasks.add(() -> create(evaluator.party().role(), accountOf(evaluator), evaluator.label())));
        Together.run(tasks);
    }

    /** The panel's document with the account of each evaluator. */
    ObjectNode withAccounts(ObjectNode panel) {
        panel.path("members").forEach(member -> {
            String username =
                    AccountName.of(evaluation, member.path("evaluator").asText());
            ((ObjectNode) member).put("account", ids.get(username));
        });
        return panel;
    }

    private void create(String role, String username, String name) {
        ObjectNode account = Json.object().put("displayName", name);
        account.putArray("memberships").addObject().put("station", station).put("role", role);
        var place = new Api.Place("district", "/v1/districts/%s/accounts/%s".formatted(district, username));
        var answer = api.tryToPut(bureau(), place, account);
        if (!answer.isFine()) {
            throw Api.refused(place, answer);
        }
        String id = answer.body().path("id").asText();
        ids.put(username, id);
        if (answer.status() == 201) {
            sessions.put(username, keycloak.newAccount(role, username, id));
        }
    }

    private Session signedIn(String role, String username) {
        return sessions.computeIfAbsent(
                username, name -> keycloak.account(role, name).orElseThrow(() -> new Halt("没有账号 %s。", name)));
    }

    private String operatorAccount() {
        return "operator@%s.%s".formatted(station, district);
    }

    private String accountOf(Evaluator evaluator) {
        return AccountName.of(evaluation, evaluator.code());
    }
}
