// Small things any page may use: print buttons, rows of a table field. Hidden until this script runs.

for (const button of document.querySelectorAll("[data-print], [data-add-row]")) button.hidden = false;

// On a phone the rail lies on its side: show where one is, even at its far end.
const rail = document.querySelector(".m-rail");
const here = rail?.querySelector("[aria-current]");
if (here && rail.scrollWidth > rail.clientWidth) {
  const [place, frame] = [here.getBoundingClientRect(), rail.getBoundingClientRect()];
  rail.scrollLeft += place.left - frame.left - (frame.width - place.width) / 2;
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-print], [data-add-row]");
  if (!button) return;
  if (button.matches("[data-print]")) window.print();
  else addRow(button.closest("[data-rows]"));
});

// Parts that htmx brings in have buttons of their own.
document.addEventListener("htmx:afterSettle", (event) => {
  for (const button of event.target.querySelectorAll("[data-print], [data-add-row]")) button.hidden = false;
  event.target.querySelector("[autofocus]")?.focus();
});

// A form that got no answer, or one that is no page, says so where it was sent; what was typed stays.
for (const kind of ["htmx:sendError", "htmx:responseError"]) {
  document.addEventListener(kind, ({ detail: { elt: form } }) => {
    if (!form.matches("form") || form.querySelector("[data-unanswered]")) return;
    const told = document.createElement("p");
    told.className = "m-err";
    told.setAttribute("role", "alert");
    told.dataset.unanswered = "";
    told.textContent = document.body.dataset.unanswered;
    form.append(told);
  });
}

/** Append an empty row made from the table's template, with the next number in every id, name and label. */
function addRow(rows) {
  const body = rows.querySelector("tbody");
  const index = body.rows.length;
  const blank = rows.querySelector("template[data-blank-row]").innerHTML;
  body.insertAdjacentHTML("beforeend", blank.replaceAll("__row__", index).replaceAll("__number__", index + 1));
  body.rows[index].querySelector("input, select")?.focus();
}
