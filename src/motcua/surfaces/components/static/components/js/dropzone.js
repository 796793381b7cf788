// Files may be dropped on a file field [data-drop], and are listed under it. data-max-bytes and data-too-big (a sentence
// with {name}) refuse a large file before it is sent; the server judges again.

for (const zone of document.querySelectorAll("[data-drop]")) {
  const input = zone.querySelector("input[type=file]");
  const stop = (event) => event.preventDefault();
  zone.addEventListener("dragover", (event) => {
    stop(event);
    zone.setAttribute("data-over", "");
  });
  zone.addEventListener("dragleave", () => zone.removeAttribute("data-over"));
  zone.addEventListener("drop", (event) => {
    stop(event);
    zone.removeAttribute("data-over");
    const all = new DataTransfer();
    for (const file of input.multiple ? [...input.files, ...event.dataTransfer.files] : event.dataTransfer.files) {
      all.items.add(file);
    }
    input.files = all.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  input.addEventListener("change", () => show(zone, input));
}

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
