/* What the pages do beyond plain HTML. Every one of them works without this file. */
"use strict";

const firstField = (box) => box?.matches("input, select, textarea") ? box : box?.querySelector("input, select, textarea");

/* --- Forms ----------------------------------------------------------------------------------- */

function say(text) {
  const place = document.getElementById("live");
  const alert = Object.assign(document.createElement("p"), { className: "alert alert-error", textContent: text });
  place?.replaceChildren(alert);
  alert.scrollIntoView({ block: "nearest" });
}

function focusFirstError(root) {
  root.querySelector("[data-focus]")?.focus();
}

// A link of the error summary leads into the field, also where the field is a group of boxes.
document.addEventListener("click", (event) => {
  const link = event.target.closest(".error-summary a");
  const field = link && firstField(document.getElementById(link.hash.slice(1)));
  if (field) { event.preventDefault(); field.focus(); }
});

// A second click on the same button has no effect. Back makes the form usable again, and so does some time,
// for an answer that is a file leaves the page where it is.
function release(form) {
  delete form.dataset.sent;
  form.querySelectorAll("[aria-disabled]").forEach((button) => button.removeAttribute("aria-disabled"));
}
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || form.hasAttribute("hx-post") || event.submitter?.formTarget === "_blank") return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "yes";
  delete form.dataset.dirty;
  event.submitter?.setAttribute("aria-disabled", "true");
  setTimeout(release, 10000, form);
});
window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(release));

// Blank fields of a filter do not clutter the address.
document.addEventListener("formdata", (event) => {
  if (!event.target.hasAttribute("data-drop-blank")) return;
  for (const [name, value] of [...event.formData.entries()]) if (value === "") event.formData.delete(name);
});

// 05092024 becomes 05/09/2024.
document.addEventListener("change", (event) => {
  const digits = event.target.matches("[data-date]") && event.target.value.trim().match(/^(\d\d)(\d\d)(\d{4})$/);
  if (digits) event.target.value = digits.slice(1).join("/");
});

document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (form?.matches("[data-guard], [data-autosave]")) form.dataset.dirty = "yes";
});
window.addEventListener("beforeunload", (event) => {
  if (document.querySelector("form[data-dirty]")) event.preventDefault();
});

// The running total of points; the page says the saved one without this.
document.addEventListener("input", (event) => {
  const box = event.target.matches("[data-points]") && event.target.closest("[data-sum]");
  if (!box) return;
  const points = [...box.querySelectorAll("[data-points]")].map((field) => parseInt(field.value, 10) || 0);
  box.querySelector("[data-total]").textContent = points.reduce((sum, one) => sum + one, 0);
});

/* --- Autosave: POST to data-autosave; answered {"version", "message"}, or 409 when another saved first -- */

const KEPT_ALIVE = 60000; // bytes that browsers still send for a page that is being closed

// Whether it should be tried again.
async function autosave(form) {
  if (form.dataset.sent || form.dataset.conflict) return false;
  const show = (state, text) => {
    const place = form.querySelector("[data-autosave-status]");
    if (place) { place.dataset.state = state; place.textContent = text; }
  };
  const body = new FormData(form);
  for (const [name, value] of [...body.entries()]) if (value instanceof File) body.delete(name);
  const size = [...body.entries()].reduce((sum, [name, value]) => sum + name.length + 3 * value.length + 150, 0);
  show("saving", "Đang lưu…");
  delete form.dataset.dirty;
  form.dataset.saving = "yes";
  try {
    const answer = await fetch(form.dataset.autosave, {
      method: "POST", body, keepalive: size < KEPT_ALIVE, headers: { "X-Requested-With": "autosave" },
    });
    const isJson = answer.headers.get("Content-Type")?.startsWith("application/json");
    if (!isJson || answer.redirected) throw new Error("not saved");
    const { version, message } = await answer.json();
    if (version && form.elements.version) form.elements.version.value = version;
    if (answer.status === 409) form.dataset.conflict = "yes";
    show(answer.ok ? "saved" : answer.status === 409 ? "conflict" : "failed", message);
    if (!answer.ok) form.dataset.dirty = "yes";
    form.dispatchEvent(new CustomEvent("portal:saved"));
    return false;
  } catch {
    form.dataset.dirty = "yes";
    show("failed", "Chưa lưu được, máy sẽ thử lại. Đừng đóng trang này.");
    return true;
  } finally {
    delete form.dataset.saving;
  }
}

function startAutosave(form) {
  let timer = 0;
  let running = Promise.resolve(); // one after the other, so that each carries the version of the last
  const save = () => {
    clearTimeout(timer);
    timer = 0;
    running = running.then(() => autosave(form)).then((again) => { if (again && !timer) later(15000); });
  };
  const later = (ms) => { clearTimeout(timer); timer = setTimeout(save, ms); };
  const atOnce = () => { if (timer) save(); };
  form.autocomplete = "off"; // what Back shows is what is saved, not what was typed before
  form.addEventListener("input", () => later(1500));
  form.addEventListener("change", () => later(1500));
  document.addEventListener("visibilitychange", () => { if (document.hidden) atOnce(); });
  window.addEventListener("pagehide", atOnce);
}
// Back to a page that the browser has kept, and that never heard the answer to its last saving.
window.addEventListener("pageshow", (event) => {
  if (event.persisted && document.querySelector("form[data-saving]")) location.reload();
});

/* --- Insert: a button's data-insert goes where the cursor stood last in a field of several lines ------- */

let written = null;
document.addEventListener("focusin", (event) => {
  if (event.target.matches("textarea")) written = event.target;
});
document.addEventListener("click", (event) => {
  const text = event.target.closest("[data-insert]")?.dataset.insert;
  const field = written ?? document.querySelector("form[data-autosave] textarea");
  if (!text || !field) return;
  field.focus();
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
});

/* --- Preview: a picture of the paper beside its form, from data-preview; one at a time --------------- */

const asDataUrl = (blob) => new Promise((done) => {
  const reader = new FileReader();
  reader.addEventListener("load", () => done(reader.result));
  reader.readAsDataURL(blob);
});

// `form`: send what is typed in it; without it the draft is shown as it is saved.
async function showPreview(panel, form) {
  const picture = panel.querySelector("img"), state = panel.querySelector("[data-preview-state]");
  if (panel.dataset.busy) { panel.dataset.again = "yes"; return; }
  panel.dataset.busy = "yes";
  state.textContent = "Đang dàn trang…";
  try {
    const answer = await fetch(panel.dataset.preview, form ? { method: "POST", body: new FormData(form) } : {});
    const kind = answer.headers.get("Content-Type") || "";
    if (kind.startsWith("image/")) {
      picture.src = await asDataUrl(await answer.blob());
      picture.hidden = false;
      state.textContent = answer.headers.get("X-Preview") === "whole" ? "Toàn văn." : "Những trang đầu.";
    } else {
      state.textContent = kind.startsWith("text/plain") ? await answer.text() : "Chưa xem trước được.";
    }
  } catch {
    state.textContent = "Chưa xem trước được, máy chủ không trả lời.";
  }
  delete panel.dataset.busy;
  if (panel.dataset.again) { delete panel.dataset.again; showPreview(panel, form); }
}

// Where there is no room for the picture, the link or button opens a PDF by itself.
const hasRoom = (panel) => panel.querySelector(".preview-sheet").offsetParent !== null;

function startPreview(panel) {
  panel.dataset.live = "yes";
  const form = document.getElementById(panel.dataset.previewOf);
  const typed = panel.querySelector("[data-preview-typed]");
  form.addEventListener("portal:saved", () => { if (hasRoom(panel)) showPreview(panel); });
  const asTyped = () => { if (hasRoom(panel)) showPreview(panel, form); };
  typed?.addEventListener("click", (event) => {
    if (hasRoom(panel)) { event.preventDefault(); asTyped(); }
  });
  let timer = 0;
  if (typed) for (const kind of ["input", "change"]) {
    form.addEventListener(kind, () => { clearTimeout(timer); timer = setTimeout(asTyped, 1500); });
  }
  if (hasRoom(panel)) showPreview(panel);
}

/* --- Dialogs and panels ----------------------------------------------------------------------- */

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens]");
  const dialog = opener && document.getElementById(opener.dataset.opens);
  if (dialog?.showModal) { event.preventDefault(); dialog.showModal(); }
  event.target.closest("[data-closes]")?.closest("dialog")?.close();
  for (const panel of document.querySelectorAll("details[data-dismiss][open]")) {
    if (!panel.contains(event.target)) panel.open = false;
  }
});
document.addEventListener("keydown", (event) => {
  const panel = event.key === "Escape" && document.querySelector("details[data-dismiss][open]");
  if (panel) { panel.open = false; panel.querySelector("summary").focus(); }
});

/* --- Signing out: forms that the browser keeps for places without a connection go with the person ------- */

const forgetKeptForms = () => window.caches?.delete("visits");
document.addEventListener("submit", (event) => { if (event.target.matches("[data-forgets]")) forgetKeptForms(); });

/* --- htmx -------------------------------------------------------------------------------------- */

document.addEventListener("htmx:beforeSwap", (event) => {
  // The session ended meanwhile: the whole page goes to the sign-in page, not a part of it.
  if (event.detail.xhr.responseURL.includes("/dang-nhap/")) { event.detail.shouldSwap = false; location.reload(); }
});
document.addEventListener("htmx:afterSwap", (event) => focusFirstError(event.target));
document.addEventListener("htmx:responseError", () => say("Máy chủ chưa trả lời được. Hãy thử lại sau ít phút."));
document.addEventListener("htmx:sendError", () => say("Mất kết nối mạng. Hãy kiểm tra đường truyền rồi thử lại."));

document.addEventListener("DOMContentLoaded", () => {
  focusFirstError(document);
  if (document.querySelector("[data-signed-out]")) forgetKeptForms();
  document.querySelectorAll("form[data-autosave]").forEach(startAutosave);
  document.querySelectorAll("[data-preview]").forEach(startPreview);
});
