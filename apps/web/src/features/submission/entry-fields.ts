import { cleanLine, cleanText } from '#domain/text/clean-text';
import { compareCodePoints } from '#domain/identifier/compare-code-points';
import { type CoreAnswers, isAnswered } from '#domain/form/form-visibility';
import type { PublicEdition } from '../contest/public-editions.js';
import type { EntryAnswers } from './queries.js';

export interface EntryFields {
  trackKey?: string;
  fieldGroupKey?: string;
  divisionKey?: string;
  enterpriseProblemNumber?: string;
  countryCode?: string;
  title: string;
  summary: string;
  language: 'zh' | 'en';
  nominatingBody: string;
  /** `id` is the person in the team, whatever is changed. */
  members: { id?: string; role: 'lead' | 'member' | 'adviser'; name: string; organisation?: string }[];
  declares: boolean;
  way?: NonNullable<EntryAnswers['landing']>['way'];
  districts: string[];
  investmentYuan: string;
  timetableMonths: string;
  needs: string[];
  localPartner: boolean;
  /** By the key of the edition's own field, as typed. */
  formAnswers: Record<string, unknown>;
}

export function emptyFields(): Partial<EntryFields> {
  return {
    language: 'zh',
    members: [{ role: 'lead', name: '' }],
    declares: false,
    districts: [],
    needs: [],
    formAnswers: {},
  };
}

export function fieldsOf(entry: EntryAnswers): Partial<EntryFields> {
  const { landing } = entry;
  return {
    trackKey: entry.trackKey,
    fieldGroupKey: entry.fieldGroupKey ?? undefined,
    divisionKey: entry.divisionKey ?? undefined,
    enterpriseProblemNumber: entry.enterpriseProblemNumber ? String(entry.enterpriseProblemNumber) : undefined,
    countryCode: entry.countryCode,
    title: entry.title,
    summary: entry.summary ?? '',
    language: entry.language,
    nominatingBody: entry.nominatingBody ?? '',
    members: entry.members.map(({ id, role, name, organisation }) => ({
      ...(id ? { id } : {}),
      ...{ role, name, organisation: organisation ?? '' },
    })),
    declares: Boolean(landing),
    way: landing?.way ?? undefined,
    districts: landing?.districts ?? [],
    investmentYuan: landing?.investmentYuan ?? '',
    timetableMonths: landing?.timetableMonths ? String(landing.timetableMonths) : '',
    needs: landing?.needs ?? [],
    localPartner: landing?.localPartner ?? false,
    formAnswers: entry.formAnswers ?? {},
  };
}

/** Blank fields are left out rather than sent as empty texts. */
export function answersOf(fields: Partial<EntryFields>, edition: PublicEdition): EntryAnswers {
  const text = (value: string | undefined) => cleanLine(value ?? '') || undefined;
  const needsProblem = edition.tracks.find(({ key }) => key === fields.trackKey)?.requiresProblem ?? false;
  const problem = text(fields.enterpriseProblemNumber);
  const months = text(fields.timetableMonths);
  return {
    trackKey: fields.trackKey ?? '',
    fieldGroupKey: fields.fieldGroupKey,
    divisionKey: fields.divisionKey,
    ...(needsProblem && problem ? { enterpriseProblemNumber: Number(problem) } : {}),
    countryCode: fields.countryCode ?? '',
    title: text(fields.title) ?? '',
    summary: cleanText(fields.summary ?? '') || undefined,
    language: fields.language ?? 'zh',
    nominatingBody: text(fields.nominatingBody),
    members: (fields.members ?? []).map(({ id, role, name, organisation }) => ({
      ...(id ? { id } : {}),
      role,
      name: text(name) ?? '',
      organisation: text(organisation),
    })),
    ...(fields.declares
      ? {
          landing: {
            way: fields.way,
            districts: fields.districts ?? [],
            investmentYuan: text(fields.investmentYuan),
            timetableMonths: months ? Number(months) : undefined,
            needs: fields.needs ?? [],
            localPartner: fields.localPartner ?? false,
          },
        }
      : {}),
    formAnswers: trimmedAnswers(fields.formAnswers ?? {}),
  };
}

/** Answers of the core that conditions of a form ask for. */
export function coreAnswersOf(fields: Partial<EntryFields>): CoreAnswers {
  const { trackKey, fieldGroupKey, divisionKey, countryCode, language, nominatingBody } = fields;
  return { trackKey, fieldGroupKey, divisionKey, countryCode, language, nominatingBody };
}

/**
 * What stands in the form without blank texts, empty lists and rows and what is not ticked; digits typed full-width are taken as plain ones.
 * Keys stand in one order, so that equal answers are equal texts.
 */
export function trimmedAnswers(given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return inOrder(given, (part) => part === true || isAnswered(part));
}

function trimmed(value: unknown): unknown {
  if (typeof value === 'string') {
    return /^[０-９．，＋－\s]+$/.test(value) ? value.normalize('NFKC').trim() : value.trim();
  }
  if (Array.isArray(value)) return value.map(trimmed).filter((item) => isAnswered(item));
  if (typeof value !== 'object' || value === null) return value;
  return inOrder(value, (part) => part !== '' && part !== undefined && part !== null);
}

function inOrder(given: object, keeps: (value: unknown) => boolean): Record<string, unknown> {
  const parts = Object.entries(given).map(([key, part]) => [key, trimmed(part)] as const);
  return Object.fromEntries(parts.filter(([, part]) => keeps(part)).sort(([a], [b]) => compareCodePoints(a, b)));
}
