// A button copies the text of the element whose id it names, and says so for a while. Works for what comes into the page later as well.
const SHOWN = 2000;

document.addEventListener('click', async (event) => {
  const button = event.target instanceof Element ? event.target.closest('button[data-copy]') : null;
  const source = button && document.getElementById(button.dataset.copy);
  if (!source) return;
  try {
    await navigator.clipboard.writeText(source.textContent);
  } catch {
    // Without the right to write to the clipboard, what is to be copied is at least selected.
    getSelection()?.selectAllChildren(source);
    return;
  }
  const before = button.textContent;
  button.textContent = button.dataset.copied;
  setTimeout(() => { button.textContent = before; }, SHOWN);
});
