import { GlobalFonts } from '@napi-rs/canvas';

/** Families with Chinese characters, simplified forms first, as systems name them. */
const chinese =
  /^(Noto (Sans|Serif)( CJK)? SC|Source Han (Sans|Serif)( SC)?|PingFang SC|Microsoft YaHei|SimSun|SimHei|WenQuanYi .*|Noto (Sans|Serif) CJK .*|Droid Sans Fallback)$/;

let isReady = false;

/**
 * A PDF may name a Chinese font without carrying it (宋体, STSong-Light): it is then drawn in one that this machine has.
 * Without any, such text shows as boxes.
 */
export function useSystemChinese(): void {
  if (isReady) return;
  isReady = true;
  const families = GlobalFonts.families.map(({ family }) => family).filter((family) => chinese.test(family));
  const rank = (family: string) => (family.includes('SC') ? 0 : 1) + (family.includes('Serif') ? 0.5 : 0);
  const [family] = families.sort((left, right) => rank(left) - rank(right));
  if (family === undefined) return;
  for (const generic of ['sans-serif', 'serif', 'monospace']) GlobalFonts.setAlias(family, generic);
}
