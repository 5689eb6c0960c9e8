// The practice wallet in the place of SelfKey's: sends what Identity-Wallet 2.1.3 sends, in its order, with a key that is worth nothing.
import { addressOf, key, newKey } from './key.js';
import { RelyingParty, Told } from './party.js';
import { practiceValue } from './values.js';

const at = (id) => document.getElementById(id);
const texts = new Map();
for (const item of document.querySelectorAll('#texts [data-text]')) texts.set(item.dataset.text, item.textContent);

/** What the configuration may say of an attribute, in both of its forms: text, or {id | key, title | label, schemaId | attribute, required}. */
function wanted(asked) {
  const attribute = typeof asked === 'string' ? { schemaId: asked } : asked;
  const given = attribute.schemaId ?? attribute.attribute ?? attribute.id ?? attribute.key;
  const schemaId = given.includes('/') ? given : `http://platform.selfkey.org/schema/attribute/${given}.json`;
  const type = schemaId.replace(/.*\//, '').replace(/\.json$/, '');
  return {
    id: attribute.id ?? attribute.key ?? schemaId,
    schemaId,
    title: attribute.title ?? attribute.label ?? type,
    required: attribute.required !== false,
    value: practiceValue(type),
  };
}

function field(attribute, index) {
  const structured = typeof attribute.value === 'object';
  const row = document.createElement('div');
  const label = document.createElement('label');
  const input = document.createElement(structured ? 'textarea' : 'input');
  row.className = 'field';
  label.textContent = attribute.title + (attribute.required ? '' : ' ' + texts.get('optional'));
  label.htmlFor = input.id = 'attribute-' + index;
  input.value = structured ? JSON.stringify(attribute.value, null, 1) : attribute.value;
  if (structured) input.rows = 5;
  input.required = attribute.required;
  row.append(label, input);
  return { row, read: () => read(attribute, input.value.trim(), structured) };
}

/** What the person leaves empty is not sent. */
function read({ id, schemaId, title }, text, structured) {
  if (text === '') return [];
  try {
    return [{ id, schemaId, data: structured ? JSON.parse(text) : text }];
  } catch {
    throw new Told(texts.get('unreadable') + ' ' + title);
  }
}

async function work(task) {
  const buttons = document.querySelectorAll('#ask button');
  const able = (yes) => buttons.forEach((button) => (button.disabled = !yes));
  able(false);
  at('failure').textContent = '';
  at('status').textContent = texts.get('working');
  try {
    await task();
  } catch (fault) {
    at('status').textContent = '';
    at('failure').textContent = fault instanceof Told ? fault.message : texts.get('failed');
    able(true);
  }
}

function show(config, origin) {
  const party = new RelyingParty(config);
  if (new URL(party.root).origin !== location.origin) {
    at('failure').textContent = texts.get('foreign');
    return;
  }
  const fields = (config.attributes ?? []).map(wanted).map(field);
  const logIn = async () => {
    const payload = await party.logIn(key());
    at('status').textContent = texts.get('done');
    window.parent.postMessage({ type: 'practice_auth', payload }, origin);
  };
  at('website').textContent = config.website.name;
  at('origin').textContent = origin;
  at('address').textContent = addressOf(key());
  at('attributes').replaceChildren(...fields.map(({ row }) => row));
  at('asked').hidden = fields.length === 0;
  at('ask').hidden = false;
  at('login').addEventListener('click', () => work(logIn));
  at('new').addEventListener('click', () => {
    at('address').textContent = addressOf(newKey());
  });
  at('ask').addEventListener('submit', (event) => {
    event.preventDefault();
    work(async () => {
      await party.signUp(
        key(),
        fields.flatMap(({ read }) => read()),
      );
      await logIn();
    });
  });
}

let told = false;
window.addEventListener('message', (event) => {
  if (told || event.source !== window.parent || event.data?.type !== 'practice_init') return;
  told = true;
  const config = event.data.payload;
  if (!config) at('failure').textContent = texts.get('missing');
  else if (new URL(config.website.url).origin === event.origin) show(config, event.origin);
});
if (window.parent === window) at('failure').textContent = texts.get('missing');
// Says nothing but that it is here: whoever shows it may know.
else window.parent.postMessage({ type: 'practice_init' }, '*');
