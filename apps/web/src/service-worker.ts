import { matchPrecache, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

/** Put in by the build (service-worker.plugin.ts): the files without which no judge’s page can be drawn. */
declare const shell: PrecacheEntry[];

/** Milliseconds after which a line that gives no answer counts as cut. */
const patience = 5_000;
const pagePath = '/index.html';
const noPages = /^\/(api|files|health|metrics)(\/|$)/;

const isAnswer = ({ status }: Response) => status < 502 || status > 504;
const tooLate = () => new Promise<null>((resolve) => setTimeout(() => resolve(null), patience));

/**
 * The newest page where the server answers, else the one kept here: nobody works with an old page while there is a line,
 * and a new version waits until the pages of the old one are closed, so that nothing typed is lost to it.
 */
async function page({ request }: { request: Request }): Promise<Response> {
  const answered = await Promise.race([fetch(request).catch(() => null), tooLate()]);
  if (answered && isAnswer(answered)) return answered;
  return (await matchPrecache(pagePath)) ?? answered ?? Response.error();
}

// A page that was there before can open its other pages without network too.
addEventListener(
  'activate',
  () => void (self as unknown as { clients: { claim: () => Promise<void> } }).clients.claim(),
);

// Code, styles and glyphs alone: no answer of the API, and no file of an entry, is ever kept here.
precacheAndRoute(shell, { directoryIndex: '', cleanURLs: false });
registerRoute(new NavigationRoute(page, { denylist: [noPages] }));
