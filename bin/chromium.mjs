import { existsSync } from 'node:fs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser for the browser suite: `CHROMIUM`, or the first one found where systems put it. */
export function findChromium() {
  return [process.env.CHROMIUM, ...places].find((path) => path !== undefined && path !== '' && existsSync(path));
}
