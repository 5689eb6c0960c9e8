package org.gatehouse.attribute;

import static org.gatehouse.attribute.AttributeTestBed.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.account.AccountTestBed;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.token.MovedClock;
import org.gatehouse.vault.MasterKey;
import org.gatehouse.vault.Randomness;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AttributesTest {
    private static final byte[] OLD = new byte[MasterKey.BYTES];
    private static final byte[] NEW = new Randomness().bytes(MasterKey.BYTES);
    private static final String FILE = "0123456789abcdef0123456789abcdef";
    private static final String OTHER_FILE = "f123456789abcdef0123456789abcdef";

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final Attributes attributes = attributes(new MasterKey(OLD, new Randomness()));
    private String ada = "";
    private String eve = "";

    @BeforeEach
    void people() {
        ada = account("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
        eve = account("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359");
    }

    @Test
    void aValueIsStoredForOneAccountAndOneClient() {
        store(ada, "notes", value("mail", "email", "'ada@engines.example'"));
        assertEquals(Map.of("mail", json("'ada@engines.example'")), of(ada, "notes"));
        assertEquals(Map.of(), of(ada, "another"));
        assertEquals(Map.of(), of(eve, "notes"));
    }

    @Test
    void whatIsStoredAgainTakesThePlaceAndOthersStay() {
        store(ada, "notes", value("mail", "email", "'a@b.example'"), value("name", "first-name", "'Ada'"));
        clock.move(Duration.ofDays(1));
        store(ada, "notes", value("mail", "email", "'c@d.example'"));
        assertEquals(Map.of("mail", json("'c@d.example'"), "name", json("'Ada'")), of(ada, "notes"));
        assertEquals(2, database.count("SharedAttributeRow"));
    }

    @Test
    void anIdThatBecameAnotherAttributesGivesNothingOfTheFirst() {
        store(ada, "notes", value("it", "passport", "{}"), value("mail", "email", "'a@b.example'"));
        List<Requirement> asked = List.of(
                new Requirement("it", "email", Optional.empty(), true),
                new Requirement("mail", "email", Optional.empty(), true),
                new Requirement("name", "first-name", Optional.empty(), true));
        assertEquals(
                Map.of("mail", json("'a@b.example'")),
                database.inTransaction(() -> attributes.of(ada, "notes", asked)));
        assertEquals(Map.of(), database.inTransaction(() -> attributes.of(ada, "notes", List.of())));
    }

    @Test
    void nothingOfAValueStandsInTheDatabase() {
        store(ada, "notes", value("mail", "email", "'ada@engines.example'"));
        String sealed = sealed().get(0);
        for (String text : List.of(sealed, new String(Base64.getUrlDecoder().decode(sealed), StandardCharsets.UTF_8))) {
            assertFalse(text.contains("ada"), text);
            assertFalse(text.contains("engines"), text);
        }
    }

    @Test
    void aSealedValueOpensInItsPlaceAlone() {
        store(ada, "notes", value("mail", "email", "'ada@engines.example'"));
        store(eve, "notes", value("mail", "email", "'eve@engines.example'"));
        String adas = sealedOf(ada);
        database.inTransaction(() -> database.entities()
                .createQuery("update SharedAttributeRow a set a.valueSealed = :sealed")
                .setParameter("sealed", adas)
                .executeUpdate());
        assertEquals(Map.of(), of(eve, "notes"), "a value that cannot be opened is none");
        store(eve, "notes", value("mail", "email", "'eve@engines.example'"));
        assertEquals(Map.of("mail", json("'eve@engines.example'")), of(eve, "notes"));
    }

    @Test
    void aWithdrawalErasesWhatWasSharedWithThatClient() {
        store(ada, "notes", value("cv", "cv", "[{'content':'" + FILE + "'}]"), value("name", "first-name", "'Ada'"));
        store(ada, "another", value("name", "first-name", "'Ada'"));
        database.inTransaction(() -> attributes.withdraw(ada, "notes"));
        assertEquals(Map.of(), of(ada, "notes"));
        assertEquals(Map.of("name", json("'Ada'")), of(ada, "another"));
    }

    @Test
    void aFileIsReleasedWhenNoValueRefersToIt() {
        assertEquals(Set.of(), store(ada, "notes", value("cv", "cv", "[{'content':'" + FILE + "'}]")));
        assertEquals(Set.of(), store(ada, "notes", value("x", "external-document", "[{'content':'" + FILE + "'}]")));
        String other = "[{'content':'" + OTHER_FILE + "'}]";
        assertEquals(Set.of(), store(ada, "notes", value("cv", "cv", other)), "another value refers to it");
        assertEquals(Set.of(FILE), store(ada, "notes", value("x", "external-document", other)));
    }

    @Test
    void whatIsEmptiedGoesWithItsFiles() {
        store(ada, "notes", value("cv", "cv", "[{'content':'" + FILE + "'}]"), value("name", "first-name", "'Ada'"));
        store(eve, "notes", value("cv", "cv", "[{'content':'" + OTHER_FILE + "'}]"));
        Checked.Accepted emptied = new Checked.Accepted(List.of(), Set.of("cv", "never stored"));
        assertEquals(Set.of(FILE), database.inTransaction(() -> attributes.store(ada, "notes", emptied)));
        assertEquals(Map.of("name", json("'Ada'")), of(ada, "notes"));
        assertEquals(Set.of("cv"), of(eve, "notes").keySet());
    }

    @Test
    void aClientIsForgottenWithWhatEveryoneSharesWithIt() {
        store(ada, "notes", value("name", "first-name", "'Ada'"));
        store(eve, "notes", value("name", "first-name", "'Eve'"));
        store(ada, "another", value("name", "first-name", "'Ada'"));
        database.inTransaction(() -> attributes.forget("notes"));
        assertEquals(1, database.count("SharedAttributeRow"));
        assertEquals(Map.of("name", json("'Ada'")), of(ada, "another"));
    }

    @Test
    void everyValueGoesOverToANewMasterKey() {
        store(ada, "notes", value("mail", "email", "'a@b.example'"), value("name", "first-name", "'Ada'"));
        store(eve, "notes", value("mail", "email", "'e@b.example'"));
        MasterKey key = new MasterKey(NEW, Optional.of(OLD), Optional.empty(), new Randomness());
        SealedAttributes sealed = new SealedAttributes(database.entities(), key);
        String head = key.headBefore().orElseThrow();
        assertEquals(3L, database.inTransaction(() -> sealed.waiting(head)));
        assertEquals(2, database.inTransaction(() -> sealed.reseal(head, 2)));
        assertEquals(1L, database.inTransaction(() -> sealed.waiting(head)));
        assertEquals(1, database.inTransaction(() -> sealed.reseal(head, 2)));
        Attributes after = attributes(new MasterKey(NEW, new Randomness()));
        assertEquals(
                Map.of("mail", json("'a@b.example'"), "name", json("'Ada'")),
                database.inTransaction(() -> AttributeTestBed.all(database.entities(), after, ada, "notes")));
    }

    @Test
    void oneThatCannotBeOpenedHoldsUpNoOther() {
        store(ada, "notes", value("mail", "email", "'a@b.example'"), value("name", "first-name", "'Ada'"));
        database.inTransaction(() -> database.entities()
                .createQuery("update SharedAttributeRow a set a.id = 'moved' where a.id = 'mail'")
                .executeUpdate());
        MasterKey key = new MasterKey(NEW, Optional.of(OLD), Optional.empty(), new Randomness());
        SealedAttributes sealed = new SealedAttributes(database.entities(), key);
        String head = key.headBefore().orElseThrow();
        assertEquals(1, database.inTransaction(() -> sealed.reseal(head, 10)));
        assertEquals(1L, database.inTransaction(() -> sealed.waiting(head)));
    }

    @Test
    void theSameValueIsNeverSealedTheSame() {
        store(ada, "notes", value("mail", "email", "'a@b.example'"));
        String first = sealedOf(ada);
        store(ada, "notes", value("mail", "email", "'a@b.example'"));
        assertNotEquals(first, sealedOf(ada));
    }

    private static Checked.Value value(String id, String attribute, String data) {
        return new Checked.Value(id, attribute, json(data), FileIds.of(attribute, json(data)));
    }

    private Set<String> store(String account, String client, Checked.Value... values) {
        return database.inTransaction(
                () -> attributes.store(account, client, new Checked.Accepted(List.of(values), Set.of())));
    }

    private Map<String, JsonValue> of(String account, String client) {
        return database.inTransaction(() -> AttributeTestBed.all(database.entities(), attributes, account, client));
    }

    private List<String> sealed() {
        return database.texts("select a.valueSealed from SharedAttributeRow a");
    }

    private String sealedOf(String account) {
        return database.texts("select a.valueSealed from SharedAttributeRow a where a.accountId = '" + account + "'")
                .get(0);
    }

    private Attributes attributes(MasterKey masterKey) {
        return new Attributes(database.entities(), masterKey, clock);
    }

    private String account(String address) {
        return database.inTransaction(() ->
                AccountTestBed.accounts(database.entities(), clock).ofWallet(AccountId.idena(Address.parse(address))));
    }
}
