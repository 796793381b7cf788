// Reads the QR code of an identity card. A reader types the text and Enter into [data-scan]: the form is then sent by
// its [data-scan-submit] button. A button [data-scan-camera] uses the camera where the browser can read QR codes.

for (const field of document.querySelectorAll("[data-scan]")) {
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    send(field);
  });
}

function send(field) {
  const button = field.form.querySelector("[data-scan-submit]");
  field.form.requestSubmit(button ?? undefined);
}

if ("BarcodeDetector" in window && navigator.mediaDevices) {
  for (const button of document.querySelectorAll("[data-scan-camera]")) {
    button.hidden = false;
    button.addEventListener("click", () => look(button).catch(() => (button.hidden = true)));
  }
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
