// Reads the QR code of an identity card. A reader types the text and Enter into [data-scan]: the form is then sent by
// its [data-scan-submit] button. A button [data-scan-camera] uses the camera where the browser can read QR codes.

document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !event.target.matches("[data-scan]")) return;
  event.preventDefault();
  send(event.target);
});

function send(field) {
  const button = field.form.querySelector("[data-scan-submit]");
  if (button) button.click(); // pressed, not submitted, so that htmx may take it
  else field.form.requestSubmit();
}

if ("BarcodeDetector" in window && navigator.mediaDevices) {
  const reveal = () => document.querySelectorAll("[data-scan-camera]").forEach((button) => (button.hidden = false));
  document.addEventListener("htmx:afterSettle", reveal);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-scan-camera]");
    if (button) look(button).catch(() => (button.hidden = true));
  });
  reveal();
}

/** Show the camera in the dialog that the button names until a code is read or the dialog is closed. */
async function look(button) {
  const field = document.getElementById(button.dataset.scanCamera);
  const dialog = document.getElementById(button.getAttribute("aria-controls"));
  const video = dialog.querySelector("video");
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  dialog.addEventListener("close", () => stream.getTracks().forEach((track) => track.stop()), { once: true });
  video.srcObject = stream;
  await video.play();
  dialog.showModal();
  while (dialog.open) {
    const [code] = await detector.detect(video);
    if (code) {
      field.value = code.rawValue;
      dialog.close();
      send(field);
      return;
    }
    await new Promise((next) => setTimeout(next, 150));
  }
}
