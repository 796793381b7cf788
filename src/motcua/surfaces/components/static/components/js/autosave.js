// Keeps what is typed: a form with data-autosave="/address/" is posted there, quietly, a moment after each change.
// The server answers JSON: {"saved_at": "09:43", "fields": {"draft": "17"}}; fields are written into hidden inputs.
// [data-autosave-status] shows its data-saved sentence (with {time}) or its data-failed sentence.

const PAUSE = 1500;
const LONGEST = 60000;

const kept = new WeakMap();

for (const kind of ["input", "change"]) {
  document.addEventListener(kind, ({ target }) => {
    const form = target.form;
    if (!form?.matches("[data-autosave]")) return;
    if (!kept.has(form)) kept.set(form, keep(form));
    kept.get(form).later();
  });
}
document.addEventListener("submit", ({ target }) => kept.get(target)?.stop());

function keep(form) {
  let timer = 0;
  let wait = PAUSE;
  let sent = "";

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  };

  async function save() {
    const data = new FormData(form);
    for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
    const body = new URLSearchParams(data);
    if (body.toString() === sent) return;
    try {
      const answer = await fetch(form.dataset.autosave, {
        method: "POST",
        body,
        headers: { "X-Requested-With": "autosave", Accept: "application/json" },
        credentials: "same-origin",
      });
      if (!answer.ok) throw new Error(answer.status);
      const { saved_at: time, fields = {} } = await answer.json();
      sent = body.toString();
      wait = PAUSE;
      for (const [name, value] of Object.entries(fields)) write(form, name, value);
      say("saved", time);
    } catch {
      wait = Math.min(wait * 2, LONGEST);
      say("failed", "");
      later();
    }
  }

  function say(state, time) {
    for (const status of document.querySelectorAll("[data-autosave-status]")) {
      status.textContent = (status.dataset[state] ?? "").replace("{time}", time);
    }
  }

  return { later, stop: () => clearTimeout(timer) };
}

function write(form, name, value) {
  let input = form.elements.namedItem(name);
  if (!input) {
    input = document.createElement("input");
    input.type = "hidden";
    input.name = name;
    form.append(input);
  }
  input.value = value;
}
