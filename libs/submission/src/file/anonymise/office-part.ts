import type { RemovedList } from './removed-list.js';

/** What an attribute says of a person, wherever it stands. */
const personal =
  /\s(?:\w+:)?(?:author|userName|userId|providerId|initials|lastModifiedBy|creator|lastEditedBy|modifiedBy|presenceInfo)\s*=\s*"([^"]*)"/gi;
/** Numbers by which Word knows each session of writing. */
const sessions = /\sw:rsid\w*="[^"]*"/g;
const written = /\sw:date="[^"]*"/g;
/** The text that was taken out or moved away, and what something looked like before. */
const goneBlocks = /<w:(del|moveFrom|\w+Change)\b(?:[^>]*[^/])?>[\s\S]*?<\/w:\1>/g;
/** Marks of a change that hold nothing. */
const changeMarks = /<\/?w:(?:ins|del|moveFrom|moveTo)\b[^>]*>/g;
const ranges = /<w:(?:commentRangeStart|commentRangeEnd|commentReference|(?:move\w+Range(?:Start|End)))\b[^>]*\/>/g;
const settings = [
  /<w:rsids>[\s\S]*?<\/w:rsids>/g,
  /<w:(?:attachedTemplate|saveThroughXslt|documentId)\b[^>]*\/>/g,
  /<w1[45]:docId\b[^>]*\/>/g,
  /<w:mailMerge>[\s\S]*?<\/w:mailMerge>/g,
  /<w:docVars>[\s\S]*?<\/w:docVars>/g,
];
const workbook = [/<(?:\w+:)?absPath\b[^>]*\/>/g, /<fileSharing\b[^>]*\/>/g, /<(?:\w+:)?revisionPtr\b[^>]*\/>/g];
/** Where a picture once lay. */
const picturePath = /\s(descr|title)="([^"]*[\\/][^"]*\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf))"/gi;

/** What leads to parts that are left out, beside what stands for them: pictures as SVG and as photographs, typefaces. */
const leads = [
  /<(\w+:)?ext\b[^>]*\buri="\{(?:96DAC541-7B7A-43D3-8B79-37D633B846F1|BEBA8EAE-BF5A-486C-A8C5-ECC9F3942E4B)\}"[^>]*>[\s\S]*?<\/\1ext>/gi,
  /<p:embeddedFontLst>[\s\S]*?<\/p:embeddedFontLst>/g,
  /<w:embed(?:Regular|Bold|Italic|BoldItalic)\b[^>]*\/>/g,
];

/** One part of a document without what only says who wrote it, when and where. */
export function cleanPart(name: string, text: string, removed: RemovedList): string {
  let part = text.replace(/<!--[\s\S]*?-->/g, '');
  for (const pattern of leads) part = part.replace(pattern, '');
  part = part.replace(personal, (match: string, value: string) => {
    removed.add('author', value);
    return match.replace(/"[^"]*"$/, '""');
  });
  part = part.replace(picturePath, (_, key: string, value: string) => {
    removed.add('hidden-parts', value);
    return ` ${key}=""`;
  });
  if (name.startsWith('word/')) return word(part, removed);
  if (name.startsWith('xl/')) return sheet(name, part, removed);
  return part;
}

function word(text: string, removed: RemovedList): string {
  let part = text;
  const drop = (pattern: RegExp, kind: 'revisions' | 'comments' | 'identifiers' | 'hidden-parts') => {
    const next = part.replace(pattern, '');
    if (next !== part) removed.add(kind);
    part = next;
  };
  drop(sessions, 'identifiers');
  drop(written, 'revisions');
  // What was deleted within something deleted is gone with it.
  drop(goneBlocks, 'revisions');
  drop(changeMarks, 'revisions');
  drop(ranges, 'comments');
  for (const pattern of settings) drop(pattern, 'hidden-parts');
  return part;
}

function sheet(name: string, text: string, removed: RemovedList): string {
  let part = text;
  for (const pattern of workbook) {
    part = part.replace(pattern, () => {
      removed.add('hidden-parts');
      return '';
    });
  }
  part = part.replace(/(<pageSetup\b[^>]*?)\sr:id="[^"]*"/g, '$1');
  if (!/^xl\/comments/.test(name)) return part;
  removed.add('comments');
  return part
    .replace(/<author>([^<]*)<\/author>/g, (_, author: string) => {
      removed.add('author', author);
      return '<author></author>';
    })
    .replace(/<text>[\s\S]*?<\/text>/g, '<text><t></t></text>');
}
