import type { FormDefinition } from '../form/form-definition.js';
import { cellFields, formTargetPrefix } from './entry-targets.js';
import { writeFormCell } from './form-cell.js';
import type { EntryTables, ImportedEntry } from './imported-entry.js';
import { cleanCell } from './import-target.js';
import { landingCells } from './landing-cells.js';
import { writeLines } from './lines-cell.js';
import { type NamedKey, type NameTable, writtenName } from './name-table.js';
import { type ImportedMember, writePeople } from './people-cells.js';
import { translationCells } from './translation-cells.js';

type Locale = 'zh' | 'en';

/** An entry as the cells of its row, by target: what an export writes, and what a preview compares. */
export function entryCells(
  entry: ImportedEntry,
  form: FormDefinition | null,
  tables: EntryTables,
  locale: Locale,
): Map<string, string> {
  const { names } = tables;
  const named = (table: NameTable, items: readonly NamedKey[], key: string | null) => {
    const item = items.find((one) => one.key === key);
    return item ? writtenName(table, item, locale) : (key ?? '');
  };
  const of = (role: ImportedMember['role']) => entry.members.filter((member) => member.role === role);
  const lead = of('lead')[0];
  const problem = entry.enterpriseProblemNumber;
  const cells: [string, string][] = [
    ['external-key', entry.externalKey ?? ''],
    ['title', entry.title],
    ['track', named(tables.tracks, names.tracks, entry.trackKey)],
    ['field-group', named(tables.fieldGroups, names.fieldGroups, entry.fieldGroupKey)],
    ['division', named(tables.divisions, names.divisions, entry.divisionKey)],
    ['problem', problem === null ? '' : String(problem)],
    ['country', named(names.countryTable, names.countries, entry.countryCode)],
    [
      'language',
      locale === 'zh' ? { zh: '中文', en: '英文' }[entry.language] : { zh: 'Chinese', en: 'English' }[entry.language],
    ],
    ['summary', entry.summary],
    ...translationCells(entry.translation, locale),
    ['nominating-body', entry.nominatingBody ?? ''],
    ['lead', lead === undefined ? '' : writeLines([[lead.name]])],
    ['lead-organisation', lead?.organisation ?? ''],
    ['lead-latin-name', lead?.latinName ?? ''],
    ['lead-phone', lead?.phone ?? ''],
    ['lead-email', lead?.email ?? ''],
    ['members', writePeople(of('member'))],
    ['advisers', writePeople(of('adviser'))],
    ...landingCells(entry.landing, locale),
    ...cellFields(form === null ? [] : [form]).map((field): [string, string] => {
      const answer = entry.formAnswers[field.key];
      const cell = answer === undefined ? '' : writeFormCell(field, answer, names, locale);
      return [`${formTargetPrefix}${field.key}`, cell];
    }),
  ];
  return new Map(cells.map(([target, cell]) => [target, cleanCell(cell)]));
}
