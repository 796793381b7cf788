// Files of an intake: dropped on a line or picked, they are sent at once by htmx; the paper is then ticked.

const form = document.getElementById("nhan");
const place = (event) => event.target.closest?.("[data-drop-here]");

/** Tell autosave and the side that the form is not what it was. */
const changed = (kind) => form.elements.namedItem("intake.key").dispatchEvent(new Event(kind, { bubbles: true }));

document.addEventListener("dragover", (event) => {
  const zone = place(event);
  if (!zone) return;
  event.preventDefault();
  zone.setAttribute("data-over", "");
});

document.addEventListener("dragleave", (event) => {
  const zone = place(event);
  if (zone && !zone.contains(event.relatedTarget)) zone.removeAttribute("data-over");
});

document.addEventListener("drop", (event) => {
  const zone = place(event);
  if (!zone) return;
  event.preventDefault();
  zone.removeAttribute("data-over");
  const input = zone.querySelector("input[type=file]");
  const files = new DataTransfer();
  for (const file of event.dataTransfer.files) files.items.add(file);
  input.files = files.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
});

// What has been sent is not sent again with the form.
document.addEventListener("htmx:afterRequest", ({ detail }) => {
  const input = detail.elt;
  if (!input.matches?.("input[type=file]")) return;
  input.value = "";
  const box = input.closest("li")?.querySelector(":scope > input[type=checkbox]");
  const kind = input.closest("li")?.querySelector("select");
  if (detail.successful && box) box.checked = true;
  if (detail.successful && kind?.value === "data") kind.value = "original"; // a picture of it: the paper was there
  changed("input");
});

// Why a file was refused stands until another is chosen. Caught on its way down: htmx consumes the change of a file.
document.addEventListener(
  "change",
  ({ target }) => {
    if (target.type !== "file" || !form?.contains(target)) return;
    for (const said of document.querySelectorAll(`#${target.getAttribute("aria-describedby")} > :has(> .m-err)`)) said.remove();
  },
  true,
);

// What was ticked while the list was asked for anew stays ticked; data-keeps says that the answer decides no ticks.
document.addEventListener("htmx:oobBeforeSwap", ({ detail: { target, fragment } }) => {
  if (!fragment.querySelector("#giay-to[data-keeps]")) return;
  for (const field of target.querySelectorAll("[name=paper], select, .i-count")) {
    const same = fragment.querySelector(`#${CSS.escape(field.id)}`);
    if (!same) continue;
    same.checked = field.checked;
    same.value = field.value;
  }
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-drop-file]");
  if (!button) return;
  event.preventDefault();
  const list = button.closest("ul");
  button.closest("li").remove();
  (list.parentElement.querySelector("input[type=file]") ?? form).focus();
  changed("change");
});

// Alt S: the next paper that waits for its picture.
document.addEventListener("keydown", (event) => {
  if (!event.altKey || event.key.toLowerCase() !== "s" || !form?.isConnected) return;
  event.preventDefault();
  const papers = [...form.querySelectorAll(".i-paper")];
  const next = papers.find((paper) => paper.matches(":has(> input:checked)") && !paper.querySelector(".i-file"));
  (next ?? form.querySelector(".i-drop") ?? form).querySelector("input[type=file]")?.click();
});
