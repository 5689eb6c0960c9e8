package org.gatehouse.it;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.gatehouse.vault.MasterKey;
import org.gatehouse.vault.Randomness;

/** Tokens as the server under test would have minted them some time ago: with its own key, taken out of its PostgreSQL with its master key. */
final class OldTokens {
    private OldTokens() {}

    /** The same token, as if it had been minted so long before. */
    static String before(String token, Duration age) {
        try {
            RSAKey key = signingKey();
            JWTClaimsSet now = SignedJWT.parse(token).getJWTClaimsSet();
            JWTClaimsSet then = new JWTClaimsSet.Builder(now)
                    .issueTime(earlier(now.getIssueTime(), age))
                    .notBeforeTime(earlier(now.getNotBeforeTime(), age))
                    .expirationTime(earlier(now.getExpirationTime(), age))
                    .build();
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(key.getKeyID())
                    .type(JOSEObjectType.JWT)
                    .build();
            SignedJWT old = new SignedJWT(header, then);
            old.sign(new RSASSASigner(key));
            return old.serialize();
        } catch (JOSEException | ParseException | SQLException e) {
            throw new IllegalStateException("no old token", e);
        }
    }

    private static Date earlier(Date time, Duration age) {
        Instant then = time.toInstant().minus(age);
        return Date.from(then);
    }

    private static RSAKey signingKey() throws SQLException, ParseException {
        try (Connection connection = DriverManager.getConnection(Database.url(), "postgres", "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select kid, private_sealed from signing_key where family = 'TOKEN' and algorithm = 'RS256'")) {
            if (!row.next()) throw new IllegalStateException("no signing key");
            MasterKey masterKey = new MasterKey(Base64.getDecoder().decode(TestBed.MASTER_KEY), new Randomness());
            byte[] opened = masterKey.open(row.getString(2), "signing_key:" + row.getString(1));
            return RSAKey.parse(new String(opened, StandardCharsets.UTF_8));
        }
    }
}
