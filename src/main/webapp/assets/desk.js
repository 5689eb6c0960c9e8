// The reviewer's desk: opens dialogs, and keys for the daily work. Keys act outside of inputs only, and can be switched off.
const STORED = 'gatehouse.desk.keys';
const keysOn = () => localStorage.getItem(STORED) !== 'off';
const widget = (name) => window.PrimeFaces?.widgets[name];

// A key may be faster than the page, whose dialogs are made a moment after it is there.
function open(button, tries = 100) {
  const dialog = widget(button.dataset.opens);
  if (!dialog) {
    if (tries > 0) setTimeout(() => open(button, tries - 1), 50);
    return;
  }
  const content = dialog.jq[0];
  for (const [name, value] of Object.entries(button.dataset)) {
    content.querySelectorAll(`[data-holds="${name}"]`).forEach((input) => { input.value = value; });
    content.querySelectorAll(`[data-shows="${name}"]`).forEach((text) => { text.textContent = value; });
  }
  dialog.show();
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-opens], [data-closes], [data-print]');
  if (!button) return;
  if (button.dataset.opens) open(button);
  else if (button.dataset.closes) widget(button.dataset.closes)?.hide();
  else window.print();
});

// What was done closes its dialog; what was refused leaves it, with what was typed.
window.jQuery?.(document).on('pfAjaxComplete', (event, xhr) => {
  if (xhr?.pfArgs?.done) Object.values(window.PrimeFaces.widgets).forEach((one) => { if (one.isVisible?.() && one.jq?.hasClass('desk-dialog')) one.hide(); });
  times();
});

// Parts of the page that came anew have times in UTC.
function times() {
  const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long', timeStyle: 'short' });
  document.querySelectorAll('time[datetime]').forEach((time) => { time.textContent = format.format(new Date(time.dateTime)); });
}

function move(step) {
  const rows = [...document.querySelectorAll('[data-row]')];
  const at = rows.indexOf(document.activeElement);
  rows[at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + step, 0), rows.length - 1)]?.focus();
}

const typing = (target) => target.closest('input, textarea, select, [contenteditable]') !== null;
const busy = () => Object.values(window.PrimeFaces?.widgets ?? {}).some((one) => one.jq?.hasClass?.('desk-dialog') && one.isVisible?.());

document.addEventListener('keydown', (event) => {
  if (!keysOn() || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target) || busy()) return;
  if (event.key === 'j' || event.key === 'k') {
    move(event.key === 'j' ? 1 : -1);
    return;
  }
  const target = [...document.querySelectorAll('[data-key]')].find((one) => one.dataset.key === event.key && !one.disabled);
  if (!target) return;
  event.preventDefault();
  if (target.tagName === 'TEXTAREA') target.focus();
  else target.click();
});

const choice = document.getElementById('keys-on');
if (choice) {
  choice.checked = keysOn();
  choice.addEventListener('change', () => localStorage.setItem(STORED, choice.checked ? 'on' : 'off'));
}
