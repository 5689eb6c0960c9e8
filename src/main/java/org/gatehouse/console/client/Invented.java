package org.gatehouse.console.client;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.account.Facts;

/** Facts that somebody made up, to try rules on. What is left empty is not known, but for roles and approvals, of which there are none then. */
public class Invented {
    private static final List<String> STATES = List.of(
            "", "Undefined", "Invite", "Candidate", "Newbie", "Verified", "Human", "Suspended", "Zombie", "Killed");

    private String wallet = "idena";
    private String state = "";
    private String age = "";
    private String epoch = "";
    private String stake = "";
    private String roles = "";
    private String approvals = "";

    /**
     * They as rules see them.
     *
     * @param client at which a template was approved that is named without a client
     */
    Facts facts(String client) {
        Map<String, Set<String>> known = new HashMap<>();
        known.put("wallet", Set.of(wallet));
        known.put("role", words(roles).collect(Collectors.toSet()));
        known.put(
                "kyc",
                words(approvals)
                        .map(one -> one.contains("/") ? one : client + "/" + one)
                        .collect(Collectors.toSet()));
        put(known, "idena.state", state);
        put(known, "idena.age", age);
        put(known, "idena.epoch", epoch);
        put(known, "idena.stake", stake);
        return Facts.of(known);
    }

    private static void put(Map<String, Set<String>> known, String fact, String value) {
        if (!value.isBlank()) known.put(fact, Set.of(value.strip()));
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split("[\\s,]+")).filter(word -> !word.isEmpty());
    }

    /** The states that there are, after none. */
    public List<String> getStates() {
        return STATES;
    }

    /** The kinds of wallet. */
    public List<String> getWallets() {
        return List.of("idena", "eip155");
    }

    public String getWallet() {
        return wallet;
    }

    public void setWallet(String wallet) {
        this.wallet = wallet;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public String getAge() {
        return age;
    }

    public void setAge(String age) {
        this.age = age;
    }

    public String getEpoch() {
        return epoch;
    }

    public void setEpoch(String epoch) {
        this.epoch = epoch;
    }

    public String getStake() {
        return stake;
    }

    public void setStake(String stake) {
        this.stake = stake;
    }

    public String getRoles() {
        return roles;
    }

    public void setRoles(String roles) {
        this.roles = roles;
    }

    public String getApprovals() {
        return approvals;
    }

    public void setApprovals(String approvals) {
        this.approvals = approvals;
    }
}
