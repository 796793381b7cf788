// A button [data-check-all="name"] ticks every box of that name that may be ticked, or unticks them when all are.

for (const button of document.querySelectorAll("[data-check-all]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const boxes = [...button.form.querySelectorAll(`input[name="${CSS.escape(button.dataset.checkAll)}"]:enabled`)];
    const all = boxes.every((box) => box.checked);
    for (const box of boxes) box.checked = !all;
  });
}
