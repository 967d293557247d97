/* Keeps the forms of visits for places without a connection: only they and what they are drawn with.
   static/js/visits.js puts them into the cache and takes them out; this answers from there when the network does not. */
"use strict";

const CACHE = "visits";
const PATIENCE = 5000; // ms for a connection that is there but carries nothing
const HASHED = /\/static\/.+\.[0-9a-f]{12}\.\w+$/;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  const isPage = request.mode === "navigate";
  if (!isPage && !url.pathname.startsWith("/static/")) return;
  event.respondWith(answer(request, url, isPage));
});

async function answer(request, url, isPage) {
  const kept = await caches.open(CACHE).then((cache) => cache.match(url.pathname));
  if (kept && HASHED.test(url.pathname)) return kept;
  try {
    return await (kept ? soon(fetch(request)) : fetch(request));
  } catch (error) {
    if (kept) return kept;
    if (isPage) return whatIsKept();
    throw error;
  }
}

function soon(answering) {
  return Promise.race([answering, new Promise((_, fail) => setTimeout(fail, PATIENCE, new Error("too slow")))]);
}

// In place of the browser's own page: which forms can be opened here and now.
async function whatIsKept() {
  const cache = await caches.open(CACHE);
  const links = await Promise.all((await cache.keys()).map(async (request) => {
    const { pathname } = new URL(request.url);
    if (!/^\/kiem-tra\/\d+\/ghi\/$/.test(pathname)) return "";
    const [, title] = (await (await cache.match(request)).text()).match(/<title>([^<]*)<\/title>/) ?? [null, pathname];
    return `<li><a href="${pathname}">${title}</a></li>`;
  }));
  const said = links.some(Boolean) ? `<p>Ghi được ngay trên máy này:</p><ul>${links.join("")}</ul>` : "<p>Chưa có biểu mẫu nào giữ trên máy này.</p>";
  const page = `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>Không có mạng</title><h1>Không có mạng</h1>${said}`;
  return new Response(page, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}
