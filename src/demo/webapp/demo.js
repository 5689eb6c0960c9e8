// The demo: a public client in a browser, by the authorization code flow with PKCE (RFC 7636). No library, and nothing that is
// Gatehouse's own: with another issuer and client_id it signs in elsewhere.
const CLIENT = "demo";
const HERE = location.origin + location.pathname; // registered as redirect_uri and as post_logout_redirect_uri

const element = id => document.getElementById(id);
const base64url = bytes => btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

let provider; // the discovery document
let tokens; // in memory alone: no other page and no later script finds them, and a reload forgets them

async function discover() {
  const { url } = await (await fetch("api/gatehouse")).json();
  const metadata = await (await fetch(`${url}/.well-known/openid-configuration`)).json();
  if (metadata.issuer !== url) throw new Error("The discovery document is of another issuer.");
  return metadata;
}

async function signIn() {
  const request = { state: random(), nonce: random(), verifier: random() };
  sessionStorage.setItem("request", JSON.stringify(request));
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(request.verifier));
  leaveFor(provider.authorization_endpoint, {
    response_type: "code",
    client_id: CLIENT,
    redirect_uri: HERE,
    scope: "openid profile",
    state: request.state,
    nonce: request.nonce,
    code_challenge: base64url(new Uint8Array(hash)),
    code_challenge_method: "S256",
  });
}

async function comeBack(answer) {
  const request = JSON.parse(sessionStorage.getItem("request"));
  sessionStorage.removeItem("request");
  history.replaceState(null, "", HERE); // a code is good once: neither a reload nor the history is to show it again
  if (!request || answer.get("state") !== request.state) throw new Error("This page did not ask for that answer.");
  if (answer.get("iss") !== provider.issuer) throw new Error("The answer is of another issuer."); // RFC 9207
  if (answer.has("error")) throw new Error(`${answer.get("error")}: ${answer.get("error_description") ?? ""}`);
  await take({
    grant_type: "authorization_code",
    code: answer.get("code"),
    redirect_uri: HERE,
    code_verifier: request.verifier,
  });
  // Straight from the token endpoint, so its signature may go unchecked (OpenID Connect Core 3.1.3.7, 6). The rest may not.
  const id = decode(tokens.id_token, 1);
  const mine = id.iss === provider.issuer && id.aud === CLIENT && id.nonce === request.nonce && id.exp * 1000 > Date.now();
  if (!mine) throw new Error("The ID token is not the answer to this request.");
}

/** Asks the token endpoint. A refresh token is good once: each answer brings the next. */
async function take(grant) {
  const response = await post(provider.token_endpoint, grant);
  const answer = await response.json();
  if (!response.ok) throw new Error(`${answer.error}: ${answer.error_description ?? ""}`);
  tokens = { ...tokens, ...answer };
}

async function refresh() {
  await take({ grant_type: "refresh_token", refresh_token: tokens.refresh_token });
  await show("You are signed in, with new tokens.");
}

async function revoke() {
  await post(provider.revocation_endpoint, { token: tokens.refresh_token });
  say("Revoked. A refresh is refused from now on; servers that ask nobody take the access token until it expires.");
}

function signOut() {
  leaveFor(provider.end_session_endpoint, { id_token_hint: tokens.id_token, post_logout_redirect_uri: HERE });
}

/** What the application's own server says, and what the token holds. */
async function show(sentence) {
  element("header").textContent = pretty(decode(tokens.access_token, 0));
  element("claims").textContent = pretty(decode(tokens.access_token, 1));
  element("me").textContent = await ask("api/me");
  element("humans").textContent = await ask("api/humans");
  element("answers").hidden = false;
  say(sentence);
}

async function ask(path) {
  const response = await fetch(path, { headers: { Authorization: `Bearer ${tokens.access_token}` } });
  if (response.status === 403) return "403: the token is good, but its groups do not let you in here.";
  return `${response.status} ${response.ok ? JSON.stringify(await response.json(), null, 1) : ""}`;
}

const post = (url, fields) => fetch(url, { method: "POST", body: new URLSearchParams({ client_id: CLIENT, ...fields }) });
const leaveFor = (url, query) => location.assign(`${url}?${new URLSearchParams(query)}`);
const pretty = value => JSON.stringify(value, null, 2);
const say = sentence => (element("state").textContent = sentence);

/** Part 0 of a JWT is its header, part 1 its claims. */
function decode(token, part) {
  const text = atob(token.split(".")[part].replaceAll("-", "+").replaceAll("_", "/"));
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(text, letter => letter.charCodeAt(0))));
}

/** Every step ends in what the page says, a refusal too. */
const step = doing => () => doing().catch(refusal => say(refusal.message));

async function begin() {
  provider = await discover();
  for (const [id, doing] of Object.entries({ signin: signIn, refresh, revoke })) element(id).onclick = step(doing);
  element("signout").onclick = signOut;
  const answer = new URLSearchParams(location.search);
  element("signin").hidden = false;
  if (!answer.has("state")) return say("You are not signed in here.");
  await comeBack(answer);
  element("signin").hidden = true;
  await show("You are signed in.");
}

step(begin)();
