package org.gatehouse.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.util.Optional;
import org.gatehouse.session.LocalPath;
import org.gatehouse.vault.Randomness;
import org.gatehouse.vault.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DepartureTest {
    private final Randomness randomness = new Randomness();
    private final Secret browser = randomness.secret();
    private final Departure departure = departure("/members?page=2&of=a%20b");

    @Test
    void whoComesBackWithItsStateGoesOnWhereHeLeft() {
        assertEquals(Optional.of(departure), Departure.returned(browser, departure.state()));
    }

    @Test
    void anotherBrowserDidNotLeaveWithIt() {
        assertEquals(Optional.empty(), Departure.returned(randomness.secret(), departure.state()));
    }

    @Test
    void twoTabsOfABrowserComeBackEachForItself() {
        Departure other = departure("/elsewhere");
        assertNotEquals(departure.state(), other.state());
        assertNotEquals(departure.verifier(), other.verifier());
        assertEquals(Optional.of(other), Departure.returned(browser, other.state()));
        assertEquals(Optional.of(departure), Departure.returned(browser, departure.state()));
    }

    @Test
    void nothingInAStateCanBeChanged() {
        String state = departure.state();
        for (int place = 0; place < state.length(); place++) {
            String changed =
                    state.substring(0, place) + (state.charAt(place) == 'a' ? 'b' : 'a') + state.substring(place + 1);
            assertEquals(Optional.empty(), Departure.returned(browser, changed), "at " + place);
        }
        assertEquals(Optional.empty(), Departure.returned(browser, state + "a"));
        assertEquals(Optional.empty(), Departure.returned(browser, state.replace("/members", "//evil.example")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "..", "garbage", "\r\n"})
    void whatIsNoStateIsNobodys(String state) {
        assertEquals(Optional.empty(), Departure.returned(browser, state));
    }

    @Test
    void theStateTellsNeitherTheCookieNorTheVerifier() {
        assertFalse(departure.state().contains(browser.text()));
        assertFalse(departure.state().contains(departure.verifier()));
    }

    @Test
    void theVerifierIsOneOfRfc7636() {
        assertEquals(departure.verifier(), new CodeVerifier(departure.verifier()).getValue());
    }

    @Test
    void aStateIsNoLongerThanTheProviderTakes() {
        assertTrue(departure("/" + "a".repeat(1_899)).state().length() <= 2_000);
        assertEquals(LocalPath.HOME, departure("/" + "a".repeat(1_900)).goOn());
    }

    private Departure departure(String path) {
        return new Departure(browser, randomness.id(), new LocalPath(path));
    }
}
