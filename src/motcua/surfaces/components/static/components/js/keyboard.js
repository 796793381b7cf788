// Keys of the desk. They act outside fields only, and can be switched off (WCAG 2.1.4); without them every
// action is still a link or a button.
//
//   data-key="n"         on a link, button or field: that key presses it (or enters it); also "ctrl+enter", "alt+s"
//   data-row             on a table row: J and K move over it, Enter opens its first link or [data-open]
//   data-row-key="c"     on an action inside a row: that key presses the one of the current row, or ticks its box
//   #phim-tat            the dialog that ? opens; [data-keys-switch] in it is the check box that switches keys off

const STORE = "motcua-keys";

const off = () => localStorage.getItem(STORE) === "off";
const inField = (target) => target.closest("input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable], dialog[open]") !== null;

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing) return;
  const combined = event.ctrlKey || event.altKey || event.metaKey;
  if (!combined && (off() || inField(event.target))) return;
  const key = [event.ctrlKey || event.metaKey ? "ctrl" : "", event.altKey ? "alt" : "", event.key.toLowerCase()]
    .filter(Boolean)
    .join("+");
  if (act(key, event.target)) event.preventDefault();
});

function act(key, target) {
  if (key === "?") return openHelp();
  if (key === "j" || key === "k") return move(key === "j" ? 1 : -1);
  const row = document.querySelector("[data-row][data-current]");
  if (key === "enter" && row && target === document.body) return press(row.querySelector("[data-open], a"));
  return press(row?.querySelector(`[data-row-key="${CSS.escape(key)}"]`) ?? find(key));
}

const find = (key) => document.querySelector(`[data-key="${CSS.escape(key)}"]`);

function press(element) {
  if (!element) return false;
  if (element.matches("input:not([type=submit], [type=checkbox], [type=radio]), select, textarea")) {
    element.focus();
    element.select?.();
  } else element.click();
  return true;
}

function move(step) {
  const rows = [...document.querySelectorAll("[data-row]")];
  if (!rows.length) return false;
  const now = rows.findIndex((row) => row.hasAttribute("data-current"));
  const next = Math.min(Math.max(now < 0 ? (step > 0 ? 0 : rows.length - 1) : now + step, 0), rows.length - 1);
  rows[now]?.removeAttribute("data-current");
  rows[next].setAttribute("data-current", "");
  rows[next].scrollIntoView({ block: "nearest" });
  document.activeElement?.blur?.();
  return true;
}

function openHelp() {
  const dialog = document.getElementById("phim-tat");
  if (!dialog) return false;
  const box = dialog.querySelector("[data-keys-switch]");
  if (box) {
    box.checked = !off();
    box.onchange = () => localStorage.setItem(STORE, box.checked ? "on" : "off");
  }
  dialog.showModal();
  return true;
}

for (const opener of document.querySelectorAll("[data-keys-help]")) opener.hidden = false;
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-keys-help]")) openHelp();
});
