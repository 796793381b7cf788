// Files may be dropped on a file field [data-drop], and are listed under it. data-max-bytes and data-too-big (a sentence
// with {name}) refuse a large file before it is sent; the server judges again.

const zoneOf = (event) => event.target.closest?.("[data-drop]");

document.addEventListener("dragover", (event) => {
  const zone = zoneOf(event);
  if (!zone) return;
  event.preventDefault();
  zone.setAttribute("data-over", "");
});

document.addEventListener("dragleave", (event) => zoneOf(event)?.removeAttribute("data-over"));

document.addEventListener("drop", (event) => {
  const zone = zoneOf(event);
  if (!zone) return;
  event.preventDefault();
  zone.removeAttribute("data-over");
  const input = zone.querySelector("input[type=file]");
  const all = new DataTransfer();
  for (const file of [...(input.multiple ? input.files : []), ...event.dataTransfer.files]) all.items.add(file);
  input.files = all.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
});

document.addEventListener("change", (event) => {
  const zone = zoneOf(event);
  if (zone && event.target.type === "file") show(zone, event.target);
});

function show(zone, input) {
  const limit = Number(zone.dataset.maxBytes || Infinity);
  const list = zone.querySelector("[data-drop-list]");
  list.replaceChildren(
    ...[...input.files].map((file) => {
      const line = document.createElement("li");
      const tooBig = file.size > limit;
      line.textContent = tooBig
        ? zone.dataset.tooBig.replace("{name}", file.name)
        : `${file.name} (${Math.max(1, Math.round(file.size / 1024)).toLocaleString("vi-VN")} kB)`;
      if (tooBig) line.className = "m-err";
      return line;
    }),
  );
}
