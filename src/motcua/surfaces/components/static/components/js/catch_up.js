// Tells htmx what was chosen before it was there. On a slow line a page can be read and filled in long before its
// scripts run, and a browser puts back what stood in a form; neither says "change" to a script that comes later.

document.addEventListener("htmx:load", tell, { once: true });

function tell() {
  for (const form of document.forms) {
    for (const control of [...form.elements].filter(differs)) {
      control.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }
}

/** Whether a control stands otherwise than the page was sent. */
function differs(control) {
  if (control.type === "checkbox") return control.checked !== control.defaultChecked;
  if (control.type === "radio") return control.checked && !control.defaultChecked;
  if (control.matches("select")) {
    const options = [...control.options];
    const sent = options.findLast((option) => option.defaultSelected) ?? options[0];
    return !control.multiple && sent?.index !== control.selectedIndex;
  }
  if (control.type === "file") return control.files.length > 0;
  return control.matches("textarea, input:not([type=hidden])") && control.value !== control.defaultValue;
}
