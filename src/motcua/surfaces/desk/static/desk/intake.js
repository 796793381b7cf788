// Intake at the counter: the keyboard carries one through. Enter goes to the next field and never accepts; arrows
// choose in a list; Ctrl Enter accepts (keyboard.js). Everything here only saves the way: without it each act is a button.

const form = document.getElementById("nhan");
const LINE = "input:not([type=hidden], [type=checkbox], [type=radio], [type=file], [type=submit])";

const seen = (element) => element.checkVisibility?.() ?? element.offsetParent !== null;
const fields = () =>
  [...form.querySelectorAll("input:not([type=hidden]), select, textarea, button")].filter(
    (field) => field.tabIndex >= 0 && !field.disabled && seen(field),
  );

/** The first field that still asks for something, after the scan field. */
function firstEmpty() {
  return fields().find((field) => {
    if (field.matches("[data-scan], [type=file], [name='intake.procedure']")) return false;
    if (field.matches("[type=radio]")) return asksChoice(field);
    if (field.matches("[data-rows] tbody tr:first-child > :first-child > *")) return !field.value; // a list begins with one line
    return field.getAttribute("aria-required") === "true" && (field.type === "checkbox" ? !field.checked : !field.value);
  });
}

function asksChoice(radio) {
  const group = [...form.elements].filter((other) => other.name === radio.name);
  const optional = radio.closest("fieldset")?.querySelector("legend .m-regular");
  return !optional && !group.some((other) => other.checked);
}

function focusOn(element) {
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: "nearest" });
}

/** After a person or a procedure was chosen: to what is still missing, in the order of the page. */
function goOn(hint) {
  if (hint === "decision") {
    const panel = document.querySelector("[data-decision]");
    focusOn(panel);
    panel?.scrollIntoView({ block: "start" });
    return;
  }
  if (hint === "candidates") return focusOn(form.querySelector("[data-choice]"));
  const procedure = form.querySelector("[name='intake.procedure']");
  const chosen = form.querySelector("[name='frame.version_id']").value;
  const empty = firstEmpty();
  const inPerson = empty?.closest("#nguoi-nop");
  focusOn(inPerson ? empty : !chosen ? procedure : (empty ?? form.querySelector("[data-key='ctrl+enter']")));
  if (document.activeElement === procedure) procedure.select();
}

document.addEventListener("keydown", (event) => {
  const { target, key } = event;
  if (!form?.isConnected || !form.contains(target) || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
  if (key === "ArrowDown" || key === "ArrowUp") return arrow(event);
  if (key !== "Enter" || !target.matches(LINE) || target.matches("[data-scan]")) return; // scan.js
  event.preventDefault();
  const list = target.dataset.list && document.querySelector(`#${target.dataset.list} [data-choice]`);
  if (list) return list.click();
  const all = fields();
  focusOn(all[all.indexOf(target) + 1]);
});

function arrow(event) {
  const { target } = event;
  const list = target.closest(".i-list") ?? document.getElementById(target.dataset.list ?? "");
  const choices = [...(list?.querySelectorAll("[data-choice]") ?? [])];
  if (!choices.length) return;
  event.preventDefault();
  const next = choices.indexOf(target) + (event.key === "ArrowDown" ? 1 : -1);
  if (next < 0) document.querySelector(`[data-list="${list.closest("[id]").id}"]`)?.focus();
  else focusOn(choices[Math.min(next, choices.length - 1)]);
}

// What is typed takes its usual shape when one leaves the field: 14031988, nguyễn văn an, 092188000417.
form?.addEventListener("change", ({ target }) => {
  if (target.matches("[data-day], [placeholder^='ngày/tháng']") && /^\d{8}$/.test(target.value.trim())) {
    target.value = target.value.trim().replace(/^(\d\d)(\d\d)(\d{4})$/, "$1/$2/$3");
  } else if (target.matches("[data-digits]")) spaced(target);
  else if (target.matches("[autocapitalize=words]") && target.value === target.value.toLocaleLowerCase("vi")) {
    target.value = target.value.replace(/(^|\s)(\p{L})/gu, (_all, space, letter) => space + letter.toLocaleUpperCase("vi"));
  }
});

function spaced(field) {
  const digits = field.value.replace(/\D/g, "");
  const sizes = field.dataset.digits.split(" ").map(Number);
  if (digits.length !== sizes.reduce((sum, size) => sum + size, 0) || /[^\d\s.\-]/.test(field.value)) return;
  let place = 0;
  field.value = sizes.map((size) => digits.slice(place, (place += size))).join(" ");
}

// A value changed by hand is no longer what the card said.
form?.addEventListener("input", ({ target }) => {
  const key = form.elements.namedItem("intake.key").value;
  if (!location.search.includes(key)) history.replaceState(null, "", `${form.dataset.address}?khoa=${key}`);
  if (!target.matches(".m-fill")) return;
  target.classList.remove("m-fill");
  const note = document.getElementById(`${target.id}-h`);
  if (note) note.textContent = form.dataset.edited;
});

document.addEventListener("click", ({ target }) => {
  if (!target.closest("[data-tick-all]")) return;
  for (const box of form.querySelectorAll("[data-required]")) box.checked = true;
  focusOn(form.querySelector("[data-key='ctrl+enter']"));
});

document.addEventListener("htmx:afterSettle", ({ detail, target }) => {
  show(target);
  if (!form?.isConnected) return openPaper();
  const path = detail.requestConfig?.path ?? "";
  if (path !== form.dataset.address) return;
  if (form.querySelector("#can-sua")) return focusOn(form.querySelector("#can-sua"));
  goOn(hintIn(detail.xhr?.responseText ?? ""));
});

// An answer to a question about a page that has been drawn anew since says nothing about the new one.
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const asked = detail.requestConfig.elt;
  if (asked.id === "hoi-lai" && !asked.isConnected) detail.shouldSwap = false;
});

const hintIn = (html) => /data-focus="([^"]*)"/.exec(html)?.[1] ?? "";

/** Buttons that need scripts appear with them. */
function show(root) {
  for (const button of root.querySelectorAll?.("[data-tick-all]") ?? []) button.hidden = false;
}

/** The receipt opens by itself and asks the printer; where the browser forbids it, its link has the focus. */
function openPaper() {
  const link = document.querySelector("[data-open-paper]");
  if (!link) return;
  const opened = window.open(link.href, "_blank");
  opened?.addEventListener("load", () => opened.print());
}

// The last words before the page goes: kept even when the machine is switched off.
let typed = false;
form?.addEventListener("input", () => (typed = true));
addEventListener("pagehide", () => {
  if (!form?.isConnected || !typed) return;
  const data = new FormData(form);
  for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
  navigator.sendBeacon(form.dataset.autosave, data);
});

show(document);
if (form && document.getElementById("phieu").dataset.focus) goOn(document.getElementById("phieu").dataset.focus);
