import { createRequire } from 'node:module';
import { GlobalFonts } from '@napi-rs/canvas';

const fontFile = '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf';
const family = 'Leitai Sans SC';

let isReady = false;

/**
 * A PDF may name a font without carrying it (宋体, STSong-Light): what it does not carry is drawn in one that has Latin
 * and simplified Chinese, the same on every machine.
 */
export function useOwnFont(): void {
  if (isReady) return;
  isReady = true;
  GlobalFonts.registerFromPath(createRequire(import.meta.url).resolve(fontFile), family);
  for (const generic of ['sans-serif', 'serif', 'monospace']) GlobalFonts.setAlias(family, generic);
}
