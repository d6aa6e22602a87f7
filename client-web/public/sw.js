/**
 * Keeps the phone's page with all it asks for, so that it opens without a network.
 *
 * The page is asked of the network first; the kept one stands in where nothing comes in time. So a
 * new build is there with the first network, and the old one is kept until the new one is whole.
 * What a page asks for has the hash of its content in its name: what is kept under it is right.
 */
const shelf = 'phone';
const page = '/phone.html';

/** How long the network may take until the kept page stands in, in milliseconds. */
const patience = 3000;

/** A few builds. What came first goes first, never what the page asks for. */
const keptMax = 12;

const kept = async (path) => (await caches.open(shelf)).match(path, { ignoreVary: true });

/** Once all it asks for is there. What is no page of ours, as a network's own, is left alone. */
const keepPage = async (response) => {
  if (!response.ok) return;
  const parts = (await response.clone().text()).match(/\/assets\/[^"]+/g);
  if (!parts) return;
  const cache = await caches.open(shelf);
  for (const part of parts) if (!(await kept(part))) await cache.add(part);
  await cache.put(page, response);
  const all = await cache.keys();
  for (const { url } of all.slice(0, -keptMax)) {
    const { pathname } = new URL(url);
    if (pathname !== page && !parts.includes(pathname)) await cache.delete(url);
  }
};

const openPage = async (event) => {
  const fresh = fetch(event.request);
  const late = new Promise((done) => setTimeout(done, patience));
  const keeping = fresh.then((response) => keepPage(response.clone()));
  event.waitUntil(keeping.catch(() => {}));
  // Without an answer, or with that of a gateway whose server is down.
  const response = await Promise.race([fresh, late]).catch(() => undefined);
  if (response && response.status < 500) return response;
  return (await kept(page)) || fresh;
};

const openPart = async (request) => {
  const found = await kept(request);
  if (found) return found;
  const response = await fetch(request);
  if (response.ok) await (await caches.open(shelf)).put(request, response.clone());
  return response;
};

addEventListener('install', (event) => {
  skipWaiting();
  event.waitUntil(fetch(page).then(keepPage));
});

addEventListener('activate', (event) => event.waitUntil(clients.claim()));

addEventListener('fetch', (event) => {
  const { mode, url } = event.request;
  const { origin, pathname, search } = new URL(url);
  if (origin !== location.origin) return;
  // The forms for browsers without scripts are pages of their own, which the phone's does not stand for.
  const isPhone = /^\/b\/[^/]+$/.test(pathname) && search !== '?form';
  if (mode === 'navigate' && isPhone) event.respondWith(openPage(event));
  else if (pathname.startsWith('/assets/')) event.respondWith(openPart(event.request));
});
