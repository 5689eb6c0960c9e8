// Everything that a relying party does, by openid-client: the first line of the input says which client it is; where the browser is to
// go is printed, the next line of the input is where it came back to, and what was seen is printed as one JSON object.
import { createInterface } from "node:readline";
import { webcrypto } from "node:crypto";
import * as client from "openid-client";

globalThis.crypto ??= webcrypto; // Node.js 18

const input = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const line = async () => (await input.next()).value;
const print = (kind, text) => process.stdout.write(`${kind} ${text}\n`);

const given = JSON.parse(await line());
const config = await discover();
const state = client.randomState();
const nonce = client.randomNonce();
const verifier = client.randomPKCECodeVerifier();
print("GO", client.buildAuthorizationUrl(config, {
  redirect_uri: given.redirect_uri,
  scope: given.scope,
  state,
  nonce,
  code_challenge: await client.calculatePKCECodeChallenge(verifier),
  code_challenge_method: "S256",
  ...(given.response_mode ? { response_mode: given.response_mode } : {}),
}));

const tokens = await client.authorizationCodeGrant(config, await cameBack(), {
  expectedState: state,
  expectedNonce: nonce,
  pkceCodeVerifier: verifier,
  idTokenExpected: true,
});
const id = tokens.claims();
const userinfo = await client.fetchUserInfo(config, tokens.access_token, id.sub);
const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token);
const seen = {
  id,
  userinfo,
  scope: tokens.scope,
  refreshed: { new: refreshed.access_token !== tokens.access_token, rotated: refreshed.refresh_token !== tokens.refresh_token },
  refreshedId: refreshed.claims(),
  introspection: await introspect(refreshed.access_token),
  logout: client.buildEndSessionUrl(config, {
    post_logout_redirect_uri: given.redirect_uri,
    id_token_hint: refreshed.id_token,
    state: "bye",
  }),
};
await client.tokenRevocation(config, refreshed.refresh_token);
seen.afterRevocation = {
  refresh: await refusal(client.refreshTokenGrant(config, refreshed.refresh_token)),
  userinfo: await refusal(client.fetchUserInfo(config, refreshed.access_token, id.sub)),
  introspection: await introspect(refreshed.access_token),
};
print("SEEN", JSON.stringify(seen));
process.exit(0);

async function discover() {
  const metadata = { id_token_signed_response_alg: given.algorithm };
  const found = await client.discovery(new URL(given.issuer), given.client_id, metadata, await authentication(), {
    execute: [client.allowInsecureRequests], // http, which Gatehouse takes on localhost alone
  });
  client.enableNonRepudiationChecks(found); // the signature of the ID token too, which code flow clients may leave out
  return found;
}

async function authentication() {
  switch (given.authentication) {
    case "client_secret_basic":
      return client.ClientSecretBasic(given.secret);
    case "client_secret_post":
      return client.ClientSecretPost(given.secret);
    case "private_key_jwt": {
      const { kid, ...jwk } = given.key;
      const algorithm = { name: "ECDSA", namedCurve: "P-256" };
      return client.PrivateKeyJwt({ kid, key: await crypto.subtle.importKey("jwk", jwk, algorithm, false, ["sign"]) });
    }
    default:
      return client.None();
  }
}

/** Where the browser came back to; with form_post it is the form's fields that came back. */
async function cameBack() {
  const answer = await line();
  if (given.response_mode !== "form_post") return new URL(answer);
  return new Request(given.redirect_uri, { method: "POST", body: new URLSearchParams(answer) });
}

async function introspect(token) {
  return given.authentication === "none" ? null : client.tokenIntrospection(config, token);
}

/** The error code that it was refused with; null where it was not. */
async function refusal(promise) {
  return promise.then(
    () => null,
    error => error.error ?? error.cause?.[0]?.parameters?.error ?? error.code,
  );
}
