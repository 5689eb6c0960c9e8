// The demo: gets an access token for this application, shows it to this application's own server, and decodes it for the eye.
const element = id => document.getElementById(id);

async function ask(path, token) {
  const response = await fetch(path, { headers: { Authorization: `Bearer ${token}` } });
  const body = await response.text();
  if (response.status === 403) return "403: the token is good, but its groups do not let you in here.";
  return `${response.status} ${response.ok ? JSON.stringify(JSON.parse(body), null, 1) : ""}`;
}

function decode(part) {
  const bytes = Uint8Array.from(atob(part.replaceAll("-", "+").replaceAll("_", "/")), c => c.charCodeAt(0));
  return JSON.stringify(JSON.parse(new TextDecoder().decode(bytes)), null, 2);
}

const { url } = await (await fetch("api/gatehouse")).json();
const response = await fetch(`${url}/api/tokens`, {
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify({ client_id: "demo" }),
});
if (response.ok) {
  const { access_token: token } = await response.json();
  const [header, claims] = token.split(".");
  element("header").textContent = decode(header);
  element("claims").textContent = decode(claims);
  element("me").textContent = await ask("api/me", token);
  element("humans").textContent = await ask("api/humans", token);
  element("state").textContent = "You are signed in.";
  element("answers").hidden = false;
} else {
  element("state").textContent = response.status === 401 ? "You are not signed in." : `Gatehouse answered ${response.status}.`;
  const link = element("signin");
  link.href = `${url}/signin?go=${encodeURIComponent(location.pathname)}`;
  link.hidden = false;
}
