// Nothing typed is lost when the session has ended, an error page comes, or the form was used up ([data-unsent]).
// What a form sends is kept in this tab until the next page opens. If that one says that nothing arrived, the words
// wait, and are put back when the form is drawn again for the same account; files are chosen anew. data-put-back is
// the sentence that tells so.

const PLACE = "motcua.sent";
const UNSENT = ["sign-in", "error"];
const HOURS = 12;

const { page, account, putBack } = document.body.dataset;

document.addEventListener("submit", ({ target: form }) => {
  if (form.method !== "post" || !account || form.matches("[data-autosave]")) return;
  const words = typed(form).map(({ name, type, value, checked, selectedOptions }) => ({
    name,
    value: selectedOptions ? [...selectedOptions].map((option) => option.value) : value,
    checked: type === "checkbox" || type === "radio" ? checked : null,
  }));
  if (words.length) keep({ to: path(form), account, words, at: Date.now() });
});

// What htmx sent has an answer without a new page. The door is a page of its own, never a part of one.
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (detail.serverResponse.includes('data-page="sign-in"')) {
    detail.shouldSwap = false;
    location.assign(detail.xhr.responseURL);
  } else if (detail.requestConfig.verb === "post") sessionStorage.removeItem(PLACE);
});

const sent = kept();
if (sent && (UNSENT.includes(page) || document.querySelector("[data-unsent]"))) keep({ ...sent, waits: true });
if (sent && account) giveBack(kept());

function giveBack({ waits, to, account: whose, words, at }) {
  const form = [...document.forms].find((one) => one.method === "post" && path(one) === to);
  const lost = waits && whose === account && Date.now() - at < HOURS * 3_600_000;
  if (lost && !form) return; // its page may be opened next
  sessionStorage.removeItem(PLACE);
  if (!lost) return;
  write(typed(form), words);
  const told = document.createElement("p");
  told.className = "m-note";
  told.setAttribute("role", "status");
  told.textContent = putBack;
  form.prepend(told);
  told.scrollIntoView({ block: "center" });
}

function write(controls, words) {
  const left = [...words];
  for (const control of controls) {
    const sameValue = (word) => word.checked === null || word.value === control.value;
    const found = left.findIndex((word) => word.name === control.name && sameValue(word));
    if (found < 0) continue;
    const [{ value, checked }] = left.splice(found, 1);
    if (checked !== null) control.checked = checked;
    else if (control.options) for (const one of control.options) one.selected = value.includes(one.value);
    else control.value = value;
    control.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

/** What people fill in themselves. */
function typed(form) {
  const given = "[type=hidden], [type=password], [type=file], [type=submit]";
  return [...form.elements].filter((one) => one.name && one.matches("input, select, textarea") && !one.matches(given));
}

function path(form) {
  return new URL(form.getAttribute("action") || location.href, location.href).pathname;
}

function kept() {
  return JSON.parse(sessionStorage.getItem(PLACE) ?? "null");
}

function keep(entry) {
  sessionStorage.setItem(PLACE, JSON.stringify(entry));
}
