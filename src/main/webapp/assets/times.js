// Shows times in the viewer's zone and language, also those that come into the page later; the title says the zone and the second. Without this script they stand in UTC.
const language = document.documentElement.lang;
const short = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' });
const exact = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'long' });
const all = 'time[datetime]:not([data-keep], [data-shown])';

function show(time) {
  const moment = new Date(time.dateTime);
  if (Number.isNaN(moment.valueOf())) return;
  time.textContent = short.format(moment);
  time.title = exact.format(moment);
  time.dataset.shown = '';
}

function showWithin(node) {
  if (node.matches(all)) show(node);
  node.querySelectorAll(all).forEach(show);
}

showWithin(document.documentElement);
new MutationObserver((changes) => {
  for (const change of changes) {
    for (const node of change.addedNodes) if (node.nodeType === Node.ELEMENT_NODE) showWithin(node);
  }
}).observe(document.body, { childList: true, subtree: true });
