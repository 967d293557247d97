/* Records of visits, written where there may be no connection: what is typed stays in this browser (IndexedDB) until
   the server has taken it in, and is sent once, as the server knows a request_id that comes a second time.
   Without this file the form is a plain form. */
"use strict";

const STORE = "records", CACHE = "visits";
const LONGEST_SENDING = 5 * 60000, RETRY = 20000; // ms
const LONGEST_EDGE = 1600; // pixels of a photo that is sent
const LEFT_OUT = new Set(["csrfmiddlewaretoken"]); // the token of the moment goes with the sending

const SAID = {
  typed: (at) => `Chưa gửi – đang lưu trên máy này (${at}).`,
  waiting: () => "Chưa gửi – đang lưu trên máy này. Máy tự gửi khi có mạng.",
  sending: () => "Đang gửi…",
  signedOut: () => "Chưa gửi – phiên làm việc đã hết, nội dung vẫn ở máy này. Đăng nhập lại, máy sẽ tự gửi.",
  refused: () => "Chưa gửi – mời xem lại các mục có dấu đỏ rồi gửi lần nữa. Nội dung vẫn ở máy này.",
  gone: () => "Chưa gửi – chuyến này không còn nhận biên bản của bạn. Nội dung vẫn ở máy này để chép lại.",
};
const hour = (moment) => new Date(moment).toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" });

/* --- What is kept --------------------------------------------------------------------------------- */

const opened = new Promise((done, fail) => {
  const asked = indexedDB.open("visits", 1);
  asked.addEventListener("upgradeneeded", () => asked.result.createObjectStore(STORE, { keyPath: "key" }));
  asked.addEventListener("success", () => done(asked.result));
  asked.addEventListener("error", () => fail(asked.error));
});

async function stored(mode, ask) {
  const transaction = (await opened).transaction(STORE, mode);
  const asked = ask(transaction.objectStore(STORE));
  return new Promise((done, fail) => {
    transaction.addEventListener("complete", () => done(asked.result));
    transaction.addEventListener("abort", () => fail(transaction.error));
  });
}
const find = (key) => stored("readonly", (records) => records.get(key));
const keep = (record) => stored("readwrite", (records) => records.put(record));
const forget = (key) => stored("readwrite", (records) => records.delete(key));
const allOf = async (owner) =>
  (await stored("readonly", (records) => records.getAll())).filter((record) => record.owner === owner);

/* --- Sending: "sent", "waiting", "signedOut", "refused" or "gone" ---------------------------------- */

const token = () => document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1] ?? "";

async function send(record) {
  const body = new FormData();
  for (const [name, value] of record.fields) body.append(name, value);
  for (const [name, file] of record.files) body.append(name, file, file.name);
  const headers = { "X-Requested-With": "visit", "X-CSRFToken": token() };
  let answer;
  try {
    const signal = AbortSignal.timeout?.(LONGEST_SENDING);
    answer = await fetch(record.address, { method: "POST", body, headers, signal });
  } catch {
    return { state: "waiting" };
  }
  if (answer.redirected) return { state: "signedOut" };
  if (answer.ok) return { state: "sent", ...(await answer.json()) };
  if (answer.status === 409 || answer.status === 422) return { state: "refused", page: await answer.text() };
  return { state: answer.status === 403 || answer.status === 404 ? "gone" : "waiting" };
}

// What was typed on while the sending was under way stays.
async function done(record) {
  const now = await find(record.key);
  if (now?.typedAt === record.typedAt) await forget(record.key);
  if (window.caches) await (await caches.open(CACHE)).delete(record.address);
}

/* --- The form ------------------------------------------------------------------------------------- */

class RecordForm {
  constructor(form) {
    this.key = `${form.dataset.owner}:${form.dataset.record}`;
    this.take(form);
  }

  take(form) {
    this.form = form;
    form.addEventListener("input", () => this.typed());
    form.addEventListener("change", (event) => this.changed(event.target));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      event.stopPropagation(); // portal.js would wait for the next page
      this.press();
    });
    form.querySelector("[data-discard]").addEventListener("click", () => this.discard());
    for (const button of form.querySelectorAll("[data-now]")) startNow(button);
    showRowsInUse(form);
  }

  async start() {
    const record = await find(this.key);
    if (!record) return;
    this.refill(record);
    this.say(record.state, record);
    if (record.state === "waiting" || record.state === "refused") this.press(); // the answer says what is refused
  }

  say(state, { typedAt } = {}) {
    const place = this.form.querySelector("[data-kept]");
    place.textContent = SAID[state](typedAt ? hour(typedAt) : "");
    place.dataset.state = state;
    this.form.querySelector("[data-discard]").hidden = state === "sending";
    if (state !== "signedOut") return;
    const link = Object.assign(document.createElement("a"), { textContent: "Đăng nhập" });
    link.href = `/dang-nhap/?next=${encodeURIComponent(location.pathname)}`;
    place.append(" ", link);
  }

  typed() {
    showRowsInUse(this.form);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep("typed"), 300);
  }

  async changed(field) {
    if (field.type === "file") await this.shrinkIn(field);
    this.typed();
  }

  async keep(state) {
    clearTimeout(this.timer);
    const { form } = this;
    const all = [...new FormData(form).entries()].filter(([name]) => !LEFT_OUT.has(name));
    const record = {
      key: this.key, owner: form.dataset.owner, title: form.dataset.title, address: location.pathname, state,
      fields: all.filter(([, value]) => typeof value === "string"),
      files: all.filter(([, value]) => value instanceof File && value.size),
      typedAt: new Date().toISOString(),
    };
    await keep(record);
    delete form.dataset.dirty; // leaving the page loses nothing
    if (state !== "sending") this.say(state, record);
    return record;
  }

  async press() {
    if (this.busy) return;
    this.busy = true;
    const record = await this.keep("waiting");
    this.say("sending");
    const answer = await send(record);
    this.busy = false;
    if (answer.state === "sent") {
      await done(record);
      location.assign(answer.url);
    } else if (answer.state === "refused") {
      this.show(answer.page, record);
    } else {
      if (answer.state === "gone") await keep({ ...record, state: "gone" });
      this.say(answer.state, record);
    }
  }

  // The answer of the server has what was typed and what is said to it; only files it cannot give back.
  async show(page, record) {
    const form = new DOMParser().parseFromString(page, "text/html").getElementById("record");
    this.form.replaceWith(form);
    this.take(form);
    this.refillFiles(record);
    await this.keep("refused");
    form.querySelector("[data-focus]")?.focus();
  }

  refill(record) {
    const values = new Map();
    for (const [name, value] of record.fields) values.set(name, [...(values.get(name) ?? []), value]);
    for (const field of this.form.elements) {
      if (!field.name || field.type === "file" || LEFT_OUT.has(field.name)) continue;
      if (field.type === "radio" || field.type === "checkbox") {
        field.checked = values.get(field.name)?.includes(field.value) ?? false;
      } else if (values.has(field.name)) {
        field.value = values.get(field.name)[0];
      }
    }
    this.refillFiles(record);
  }

  refillFiles(record) {
    for (const [name, file] of record.files) {
      const field = this.form.elements[name];
      if (field) { hold(field, file); preview(field, file); }
    }
    showRowsInUse(this.form);
  }

  async shrinkIn(field) {
    const [file] = field.files;
    const small = file && await shrunk(file);
    if (small) hold(field, small);
    preview(field, small);
  }

  async discard() {
    if (!confirm("Bỏ nội dung chưa gửi đang giữ trên máy này?")) return;
    clearTimeout(this.timer);
    await forget(this.key);
    delete this.form.dataset.dirty;
    location.replace(location.pathname);
  }
}

// Of rows that may stay empty, those that are filled and one more.
function showRowsInUse(form) {
  for (const list of form.querySelectorAll("[data-rows]")) {
    let isFree = true;
    for (const row of list.children) {
      const isFilled = [...row.querySelectorAll("input")].some((field) => field.value);
      row.hidden = !isFilled && !isFree;
      isFree = isFilled;
    }
  }
}

function startNow(button) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const field = document.getElementById(button.dataset.now), now = new Date(), two = (number) => `${number}`.padStart(2, "0");
    field.value = `${two(now.getHours())}:${two(now.getMinutes())} ${two(now.getDate())}/${two(now.getMonth() + 1)}/${now.getFullYear()}`;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

/* --- Photos --------------------------------------------------------------------------------------- */

function hold(field, file) {
  const files = new DataTransfer();
  files.items.add(file);
  field.files = files.files;
}

// As a JPEG that a weak connection can carry; what is no picture goes as it is, for the server to refuse.
async function shrunk(file) {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const canvas = drawn(picture, LONGEST_EDGE);
    const blob = await new Promise((ready) => canvas.toBlob(ready, "image/jpeg", 0.85));
    return new File([blob], `${file.name.replace(/\.\w+$/, "")}.jpg`, { type: "image/jpeg" });
  } catch {
    return file;
  }
}

function drawn(picture, edge, canvas = document.createElement("canvas")) {
  const scale = Math.min(1, edge / Math.max(picture.width, picture.height));
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

async function preview(field, file) {
  field.parentElement.querySelector("canvas")?.remove();
  const picture = file && await createImageBitmap(file).catch(() => null);
  if (picture) field.after(drawn(picture, 160));
}

/* --- What is not sent yet, on other pages ----------------------------------------------------------- */

async function showUnsent(place) {
  const rows = [];
  for (const record of await allOf(place.dataset.unsent)) {
    const answer = record.state === "waiting" ? await send(record) : { state: record.state };
    if (answer.state === "sent") await done(record);
    else if (answer.state !== record.state && answer.state !== "signedOut") await keep({ ...record, state: answer.state });
    rows.push(unsentRow(record, answer));
  }
  place.replaceChildren(...rows);
}

function unsentRow(record, answer) {
  const row = document.createElement("p");
  const isSent = answer.state === "sent";
  row.className = `alert alert-${isSent ? "success" : "warning"}`;
  const link = Object.assign(document.createElement("a"), { href: isSent ? answer.url : record.address, textContent: record.title });
  const said = isSent ? `Đã gửi lúc ${answer.at}.` : SAID[answer.state](hour(record.typedAt));
  const text = document.createElement("span");
  text.append("Biên bản “", link, "”: ", said);
  row.append(text);
  return row;
}

/* --- The form without a connection: see the service worker ------------------------------------------ */

async function keepPages(worker, pages) {
  if (!navigator.serviceWorker || !window.caches) return;
  await navigator.serviceWorker.register(worker);
  const cache = await caches.open(CACHE);
  const parts = [...document.querySelectorAll("script[src], link[href], use")].map((part) => part.src || part.getAttribute("href"));
  parts.push(...performance.getEntriesByType("resource").map((entry) => entry.name));
  const paths = parts.map((part) => new URL(part, location.href).pathname).filter((path) => path.startsWith("/static/"));
  await Promise.all([...new Set(paths)].map((path) => cache.add(path).catch(() => null)));
  for (const page of pages) {
    const answer = await fetch(page);
    if (answer.ok && !answer.redirected) await cache.put(page, answer);
  }
}

document.addEventListener("DOMContentLoaded", async () => {
  const form = document.querySelector("[data-record]");
  const kept = form ? [form] : [...document.querySelectorAll("[data-keeps]")];
  if (kept.length) {
    const pages = kept.map((one) => one.dataset.keeps ?? location.pathname);
    keepPages(kept[0].dataset.worker, pages).catch(() => {}); // without a connection what is there stays
  }
  if (form) {
    const record = new RecordForm(form);
    await record.start();
    again(async () => { if ((await find(record.key))?.state === "waiting") record.press(); });
  }
  const place = document.querySelector("[data-unsent]");
  if (place) {
    await showUnsent(place);
    again(async () => { if ((await allOf(place.dataset.unsent)).some((one) => one.state === "waiting")) showUnsent(place); });
  }
});

function again(retry) {
  window.addEventListener("online", retry);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) retry(); });
  setInterval(retry, RETRY);
}

window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
