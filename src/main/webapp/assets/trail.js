// The times of the filter are the viewer's: they are shown in the viewer's zone, and sent in UTC.
const form = document.getElementById('trail-filter');
const inputs = [...form.querySelectorAll('input[type="datetime-local"]')];

function local(utc) {
  const time = new Date(`${utc}Z`);
  const here = new Date(time.getTime() - time.getTimezoneOffset() * 60_000);
  return Number.isNaN(here.getTime()) ? utc : here.toISOString().slice(0, 16);
}

for (const input of inputs) if (input.value) input.value = local(input.value);

form.addEventListener('formdata', event => {
  for (const input of inputs) {
    if (input.value) event.formData.set(input.name, new Date(input.value).toISOString());
  }
  for (const [name, value] of [...event.formData]) if (!value) event.formData.delete(name);
});
