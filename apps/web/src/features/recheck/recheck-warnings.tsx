import { useTranslation } from 'react-i18next';
import { placesOf } from '#domain/score-file/published-places';
import type { Recheck } from '#domain/score-file/recheck';
import type { ScoreFile } from '#domain/score-file/score-file';

const warningTexts = {
  'trim-fallback-used': 'untrimmed',
  'entry-insufficient': 'insufficient',
  'sheets-excluded': 'incomplete',
} as const;
const namedEntries = 5;
const namedRows = 12;

/** What a reader should know of the figures beyond whether they agree. */
export function RecheckWarnings({ file, result }: { file: ScoreFile; result: Recheck }) {
  const { t, i18n } = useTranslation('recheck');
  const list = (items: readonly string[]) =>
    new Intl.ListFormat(i18n.language, { type: 'unit', style: 'short' }).format(items);
  const some = (items: readonly string[], most: number) =>
    items.length > most ? t('warning.others', { entries: list(items.slice(0, most)) }) : list(items);
  const rounded = result.entries.filter(
    ({ publishedScore, comparedScore }) => placesOf(publishedScore ?? '') > placesOf(comparedScore ?? ''),
  ).length;
  const notes = [
    ...(rounded > 0 ? [t('summary.rounded', { count: rounded })] : []),
    ...result.warnings.flatMap(({ code, entries }) => {
      const key = code in warningTexts ? warningTexts[code as keyof typeof warningTexts] : null;
      return key === null ? [] : [t(`warning.${key}`, { count: entries.length, entries: some(entries, namedEntries) })];
    }),
    ...(file.ignoredRows.length > 0
      ? [t('summary.ignored', { count: file.ignoredRows.length, rows: some(file.ignoredRows.map(String), namedRows) })]
      : []),
  ];
  if (notes.length === 0) return null;
  return (
    <ul className="plain-list recheck-notes muted">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
