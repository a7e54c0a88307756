import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

/** A font of our documents; each embeds only what it shows of it. */
export interface DocumentFont {
  readonly name: string;
  readonly bytes: Buffer;
  readonly has: (codePoint: number) => boolean;
}

/** Simplified Chinese and Latin first; what it lacks, such as 𠮷, the second has. */
const files = {
  'text-sc': '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'text-jp': '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
} as const;

let fonts: readonly DocumentFont[] | undefined;

/** Read from disk once: some fifteen megabytes. */
export function documentFonts(): readonly DocumentFont[] {
  fonts ??= Object.entries(files).map(([name, file]) => {
    const bytes = readFileSync(createRequire(import.meta.url).resolve(file));
    const font = create(bytes) as Font;
    return { name, bytes, has: (codePoint) => font.hasGlyphForCodePoint(codePoint) };
  });
  return fonts;
}

/**
 * A line in runs of one font each. A character that no font has is written by its number, so that nothing is lost
 * silently; joiners and selectors of such characters go with them.
 *
 * @example runsOf('a𠮷👩') // a in the first font, 𠮷 in the second, [U+1F469] in the first
 */
export function runsOf(line: string): readonly { readonly font: string; readonly text: string }[] {
  const runs: { font: string; text: string }[] = [];
  const [first] = documentFonts();
  for (const character of line) {
    if (/^[\p{Cf}\u{FE00}-\u{FE0F}]$/u.test(character)) continue;
    const codePoint = character.codePointAt(0) ?? 0;
    const font = documentFonts().find(({ has }) => has(codePoint));
    const text = font ? character : `[U+${codePoint.toString(16).toUpperCase()}]`;
    const name = font?.name ?? first?.name ?? '';
    const last = runs.at(-1);
    if (last?.font === name) last.text += text;
    else runs.push({ font: name, text });
  }
  return runs.length > 0 ? runs : [{ font: first?.name ?? '', text: ' ' }];
}
