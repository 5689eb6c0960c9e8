// Shows times in the viewer's zone and language. Without this script they stand in UTC.
const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long', timeStyle: 'short' });

for (const time of document.querySelectorAll('time[datetime]:not([data-keep])')) {
  time.textContent = format.format(new Date(time.dateTime));
}
