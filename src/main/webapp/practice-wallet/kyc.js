// The practice wallet applies for KYC: sends what Identity-Wallet 2.1.3 sends (src/common/kyc), in its order.
import { addressOf, key, newKey } from './key.js';
import { RelyingParty, Told } from './party.js';
import { practiceValue } from './values.js';

const at = (id) => document.getElementById(id);
const texts = new Map();
for (const item of document.querySelectorAll('#texts [data-text]')) texts.set(item.dataset.text, item.textContent);

const FIELDS = 'id,attributes,currentStatus,payments,questions,statusLog,statusName,template,createdAt';
/** At these the wallet opens the page: ADDITIONAL_REQUESTED and USER_PROCESSING_REQUIREMENT. */
const HANDED_OVER = [9, 11];

const client = new URLSearchParams(location.search).get('client');
let party;

function schemaIdOf(attribute) {
  const given = typeof attribute === 'string' ? attribute : (attribute.schemaId ?? attribute.id);
  return given.includes('/') ? given : `http://platform.selfkey.org/schema/attribute/${given}.json`;
}

/** What is required and has a value. */
async function filled(token, template) {
  const attributes = [];
  for (const asked of template.attributes) {
    const schemaId = schemaIdOf(asked);
    const type = schemaId.replace(/.*\//, '').replace(/\.json$/, '');
    const value = practiceValue(type);
    if (asked.required === false || value === '') continue;
    const data = await party.withFiles(token, value, '/files');
    attributes.push({ id: asked.id ?? schemaId, schemaId, schema: { $id: schemaId }, required: true, data });
  }
  return attributes;
}

async function apply(id) {
  const template = await party.call('GET', party.address('/templates') + '/' + id);
  const token = await party.session(key());
  const attributes = await filled(token, template);
  await party.call('POST', party.address('/applications'), { token, json: { attributes, templateId: id } });
  await show();
}

/** As the wallet hands its person over: a token for this once, and the browser. */
async function open(id) {
  const page = window.open('about:blank', '_blank');
  const token = await party.session(key());
  const { jwt } = await party.call('GET', party.address('/auth/token'), { token });
  const address = party.address('/applications') + '/' + id + '?access_token=' + jwt;
  if (page === null) location.href = address;
  else page.location.href = address;
}

function row(title, detail, button) {
  const item = document.createElement('li');
  const line = document.createElement('div');
  const name = document.createElement('span');
  line.className = 'split';
  name.textContent = title;
  line.append(name);
  if (detail) {
    const badge = document.createElement('span');
    badge.className = 'badge';
    badge.textContent = detail;
    line.append(badge);
  }
  item.append(line);
  if (button) item.append(button);
  return item;
}

function button(text, task) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'button quiet';
  made.textContent = text;
  made.addEventListener('click', () => work(task));
  return made;
}

const orNone = (rows) => (rows.length === 0 ? [row(texts.get('none'))] : rows);

async function show() {
  const templates = await party.call('GET', party.address('/templates'));
  const token = await party.session(key());
  const query = `?fields=${FIELDS}&baseApplications=true&sort=-createdAt`;
  const applications = await party.call('GET', party.address('/applications') + query, { token });
  const names = new Map(templates.map((one) => [one.id ?? one.templateId, one.name]));
  at('templates').replaceChildren(
    ...orNone(Array.from(names, ([id, name]) => row(name, '', button(texts.get('apply'), () => apply(id))))),
  );
  at('applications').replaceChildren(
    ...orNone(
      applications.map(({ id, template, statusName, currentStatus }) =>
        row(
          names.get(template) ?? template,
          statusName,
          HANDED_OVER.includes(currentStatus) && button(texts.get('open'), () => open(id)),
        ),
      ),
    ),
  );
  at('shown').hidden = false;
}

async function work(task) {
  at('failure').textContent = '';
  at('status').textContent = texts.get('working');
  try {
    await task();
  } catch (fault) {
    at('failure').textContent = fault instanceof Told ? fault.message : texts.get('failed');
  }
  at('status').textContent = '';
}

function begin(name) {
  at('client').value = name;
  party = new RelyingParty({ website: { url: location.href }, rootEndpoint: at('wallet').dataset.root + name, did: true });
  return work(show);
}

at('address').textContent = addressOf(key());
at('new').addEventListener('click', () => {
  at('address').textContent = addressOf(newKey());
  if (party) work(show);
});
at('ask').addEventListener('submit', (event) => {
  event.preventDefault();
  begin(at('client').value.trim());
});
at('refresh').addEventListener('click', () => work(show));
if (client) begin(client);
