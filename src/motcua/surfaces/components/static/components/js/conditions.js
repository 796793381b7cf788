// Shows and hides the questions of an e-form as the answers change. The server decides what counts; this only saves
// the way there. data-when on a question is a list of {field, op, values, of_age} that must all hold.

// It listens on the document, so that a form brought in by htmx is served like one that was there.

for (const kind of ["change", "input"]) {
  document.addEventListener(kind, ({ target }) => target.form?.querySelector("[data-when]") && refresh(target.form));
}
document.addEventListener("htmx:afterSettle", start);
start();

function start() {
  for (const form of document.querySelectorAll("form")) {
    if (!form.querySelector("[data-when]")) continue;
    for (const button of form.querySelectorAll("[data-refresh]")) button.hidden = true;
    refresh(form);
  }
}

function refresh(form) {
  for (const slot of form.querySelectorAll("[data-when]")) {
    slot.hidden = !JSON.parse(slot.dataset.when).every((comparison) => holds(form, comparison));
  }
  for (const section of form.querySelectorAll("[data-section]")) {
    const slots = [...section.querySelectorAll("[data-field]")];
    section.hidden = slots.length > 0 && slots.every((slot) => slot.hidden);
  }
}

function holds(form, { field, op, values, of_age: ofAge }) {
  const typed = answer(form, field);
  const value = ofAge ? age(typed) : typed;
  if (value === "") return false;
  if (op === "=" || op === "in") return values.some((wanted) => String(wanted) === value);
  const [number, bound] = [Number(value.replaceAll(".", "")), values[0]];
  return { "<": number < bound, "<=": number <= bound, ">": number > bound, ">=": number >= bound }[op];
}

/** The answer of a question as text, "" when it is not given or not asked. */
function answer(form, name) {
  const fields = [...form.querySelectorAll(`[name="${CSS.escape(name)}"]`)];
  if (!fields.length || fields[0].closest("[data-when][hidden]")) return "";
  if (fields[0].type === "checkbox" && fields.length === 1) return String(fields[0].checked);
  const chosen = fields.find((field) => !["radio", "checkbox"].includes(field.type) || field.checked);
  return chosen ? chosen.value.trim() : "";
}

/** Whole years since a day typed as dd/mm/yyyy, "" when it is none. */
function age(text) {
  const [, day, month, year] = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(text) ?? [];
  if (!year) return "";
  const now = new Date();
  const passed = [now.getMonth() + 1, now.getDate()];
  const before = passed[0] < Number(month) || (passed[0] === Number(month) && passed[1] < Number(day));
  return String(now.getFullYear() - Number(year) - (before ? 1 : 0));
}
