import { strToU8, type Zippable } from 'fflate';
import { zip } from './sample-files.js';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'application/vnd.openxmlformats-officedocument';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Parts by name, and what joins them. Links are of the package, or of the part before the colon. */
interface Parts {
  readonly types: Readonly<Record<string, string>>;
  readonly links: readonly (readonly [from: string, id: string, type: string, target: string])[];
  readonly parts: Readonly<Record<string, string | Uint8Array>>;
}

function linksOf(from: string): string {
  const at = from.lastIndexOf('/');
  return from === '' ? '_rels/.rels' : `${from.slice(0, at)}/_rels/${from.slice(at + 1)}.rels`;
}

export function openPackage({ types, links, parts }: Parts): Buffer {
  const overrides = Object.entries(types).map(
    ([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`,
  );
  const byPart = new Map<string, string>();
  for (const [from, id, type, target] of links) {
    const line = `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
    byPart.set(from, (byPart.get(from) ?? '') + line);
  }
  const entries: Zippable = {
    '[Content_Types].xml': strToU8(
      `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="png" ContentType="image/png"/>${overrides.join('')}</Types>`,
    ),
  };
  for (const [from, lines] of byPart) {
    entries[linksOf(from)] = strToU8(`${head}<Relationships xmlns="${packageRelations}">${lines}</Relationships>`);
  }
  for (const [name, part] of Object.entries(parts)) {
    entries[name] = typeof part === 'string' ? strToU8(part.startsWith('<?') ? part : head + part) : part;
  }
  return zip(entries);
}

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** What a document holds besides its text. */
export type MoreParts = Partial<Parts> & { readonly body?: string };

/** A document that Word and LibreOffice open. */
export function document(paragraphs: readonly string[], more: MoreParts = {}): Buffer {
  const text = paragraphs.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('');
  return openPackage({
    types: { 'word/document.xml': `${main}.wordprocessingml.document.main+xml`, ...more.types },
    links: [['', 'rId1', `${relations}/officeDocument`, 'word/document.xml'], ...(more.links ?? [])],
    parts: {
      'word/document.xml': `<w:document ${word} xmlns:r="${relations}"><w:body>${text}${more.body ?? ''}</w:body></w:document>`,
      ...more.parts,
    },
  });
}
