import type { BilingualText, Decimal } from '../contest/stage-rules.js';

/**
 * Parts of an entry that the platform itself needs and that every form places somewhere: track, field group, division,
 * enterprise problem and country or region; title, language and summary; nominating body; people; landing.
 */
export const coreBlocks = ['classification', 'description', 'nominating-body', 'team', 'landing'] as const;
export type CoreBlock = (typeof coreBlocks)[number];

/** Blocks without which there is no entry: they stand in every form, always visible. */
export const neededBlocks: readonly CoreBlock[] = ['classification', 'description', 'team'];

/** Answers of core blocks that a condition may ask for, by their names in an entry. */
export const coreAnswerKeys = [
  'trackKey',
  'fieldGroupKey',
  'divisionKey',
  'countryCode',
  'language',
  'nominatingBody',
] as const;
export type CoreAnswerKey = (typeof coreAnswerKeys)[number];

/**
 * When something is shown or required. `field` names an earlier field of the form or a core answer. A list answers as
 * one of its values does. Of a field that is hidden or not answered yet neither `is` nor `isNot` holds.
 */
export type FormCondition =
  | { readonly field: string; readonly is: readonly string[] }
  | { readonly field: string; readonly isNot: readonly string[] }
  | { readonly all: readonly FormCondition[] }
  | { readonly any: readonly FormCondition[] };

/** Readers other than the team and the contest's office, who read every field. */
export const readerRoles = ['judge', 'problem-owner', 'district-officer'] as const;
export type ReaderRole = (typeof readerRoles)[number];

export interface FieldReader {
  readonly role: ReaderRole;
  /** Keys of the stages in which the role reads the field; every stage where it is left out. */
  readonly stages?: readonly string[];
}

export interface FormOption {
  /** Lower-case words joined by hyphens. */
  readonly value: string;
  readonly label: BilingualText;
  /** Up to two lines that help to choose. */
  readonly about?: BilingualText;
}

interface FieldBase {
  /** Lower-case words joined by hyphens; unique in the form and kept from version to version. */
  readonly key: string;
  readonly label: BilingualText;
  readonly help?: BilingualText;
  readonly isRequired?: boolean;
  readonly requiredWhen?: FormCondition;
  readonly visibleWhen?: FormCondition;
  /** Names or reaches a person: kept apart from the frozen versions, erased with the person. */
  readonly isPersonal?: boolean;
  /** Tells who the team is: hidden in blind stages whatever `readers` says. */
  readonly identifies?: boolean;
  readonly readers?: readonly FieldReader[];
}

export interface CoreField {
  readonly kind: 'core';
  readonly key: CoreBlock;
  readonly isRequired?: boolean;
  readonly requiredWhen?: FormCondition;
  readonly visibleWhen?: FormCondition;
}

export const textFormats = ['plain', 'unified-social-credit-code'] as const;
export type TextFormat = (typeof textFormats)[number];

/** A line of text; lengths in code points. */
export interface ShortTextField extends FieldBase {
  readonly kind: 'short-text';
  /** 1 to 500. */
  readonly maximumLength: number;
  readonly format?: TextFormat;
}

export interface LongTextField extends FieldBase {
  readonly kind: 'long-text';
  /** 1 to 20,000. */
  readonly maximumLength: number;
  readonly minimumLength?: number;
}

/** A decimal number, with the same quantity in a second unit shown beside it (m² beside mu). */
export interface NumberField extends FieldBase {
  readonly kind: 'number';
  readonly minimum?: Decimal;
  readonly maximum?: Decimal;
  /** 0 to 6. */
  readonly decimals: number;
  readonly unit?: BilingualText;
  /** One of `unit` is `factor` of these. */
  readonly besideUnit?: { readonly unit: BilingualText; readonly factor: Decimal };
}

export interface MoneyField extends FieldBase {
  readonly kind: 'money';
  /** ISO 4217 codes to choose from. */
  readonly currencies: readonly string[];
  readonly maximum?: Decimal;
}

export interface DateField extends FieldBase {
  readonly kind: 'date';
  /** YYYY-MM-DD, both included. */
  readonly earliest?: string;
  readonly latest?: string;
}

export interface ChoiceField extends FieldBase {
  readonly kind: 'choice';
  readonly options: readonly FormOption[];
}

/** Several of the options; of districts, in order of preference. */
export interface MultiChoiceField extends FieldBase {
  readonly kind: 'multi-choice' | 'district';
  readonly options: readonly FormOption[];
  readonly minimumCount?: number;
  readonly maximumCount?: number;
  /** Offers "undecided, advise me" in place of any option: the answer is [`undecided`]. */
  readonly allowsUndecided?: boolean;
}

/** ISO 3166-1 alpha-2, of the platform's reviewed table. */
export interface CountryField extends FieldBase {
  readonly kind: 'country';
}

export interface ContactField extends FieldBase {
  /** An E.164 number, or an e-mail address. */
  readonly kind: 'phone' | 'email';
}

export interface VideoLinkField extends FieldBase {
  readonly kind: 'video-link';
  /** Host names allowed, their subdomains included; any where it is left out. */
  readonly hosts?: readonly string[];
}

export interface TableColumn {
  readonly key: string;
  readonly label: BilingualText;
  readonly kind: 'text' | 'number' | 'date';
  readonly isRequired?: boolean;
}

export interface TableField extends FieldBase {
  readonly kind: 'table';
  /** 1 to 8. */
  readonly columns: readonly TableColumn[];
  readonly minimumCount?: number;
  /** Rows, 1 to 100. */
  readonly maximumCount: number;
}

export const personParts = ['latinName', 'organisation', 'position', 'phone', 'email', 'passportName'] as const;
export type PersonPart = (typeof personParts)[number];

/** People with the parts named here beside their name. */
export interface PersonListField extends FieldBase {
  readonly kind: 'person-list';
  readonly parts: readonly PersonPart[];
  readonly requiredParts?: readonly PersonPart[];
  readonly minimumCount?: number;
  /** 1 to 50. */
  readonly maximumCount: number;
}

export const fileTypes = ['pdf', 'docx', 'pptx', 'xlsx', 'png', 'jpeg', 'mp4', 'zip'] as const;
export type FileType = (typeof fileTypes)[number];

export interface FileField extends FieldBase {
  readonly kind: 'file';
  readonly types: readonly FileType[];
  /** 1 to 2 GiB. */
  readonly maximumBytes: number;
  /** 1 to 20. */
  readonly maximumCount: number;
}

/** A field of the form's own, as against a core block. */
export type OwnField =
  | ShortTextField
  | LongTextField
  | NumberField
  | MoneyField
  | DateField
  | ChoiceField
  | MultiChoiceField
  | CountryField
  | ContactField
  | VideoLinkField
  | TableField
  | PersonListField
  | FileField;

export type FormField = CoreField | OwnField;
export type OwnFieldKind = OwnField['kind'];

export const ownFieldKinds = [
  'short-text',
  'long-text',
  'number',
  'money',
  'date',
  'choice',
  'multi-choice',
  'district',
  'country',
  'phone',
  'email',
  'video-link',
  'table',
  'person-list',
  'file',
] as const satisfies readonly OwnFieldKind[];

export interface FormSection {
  readonly key: string;
  readonly title: BilingualText;
  readonly help?: BilingualText;
  readonly visibleWhen?: FormCondition;
  readonly fields: readonly FormField[];
}

/** What an edition asks of the entries of a track. */
export interface FormDefinition {
  readonly sections: readonly FormSection[];
}

/** The answer of a multi-choice with `allowsUndecided` where nothing is chosen yet. */
export const undecided = 'undecided';

export interface Money {
  readonly amount: Decimal;
  readonly currency: string;
}

export type PersonAnswer = { readonly name: string } & { readonly [part in PersonPart]?: string };
export type TableRow = Readonly<Record<string, string>>;
/** Of text, number, date, choice, country, contact and link fields a string; lists and objects of the others. */
export type FormAnswer = string | Money | readonly string[] | readonly TableRow[] | readonly PersonAnswer[];
/** By field key; what is not answered is absent. Files are rows of their own, not answers. */
export type FormAnswers = Readonly<Record<string, FormAnswer>>;

export function isCore(field: FormField): field is CoreField {
  return field.kind === 'core';
}

/** Every field of the form's own, in its order. */
export function ownFields({ sections }: FormDefinition): OwnField[] {
  return sections.flatMap(({ fields }) => fields.filter((field): field is OwnField => !isCore(field)));
}

/** Fields of these kinds always name or reach somebody. */
export function isPersonal(field: OwnField): boolean {
  return field.isPersonal === true || ['person-list', 'phone', 'email'].includes(field.kind);
}

export function identifies(field: OwnField): boolean {
  return field.identifies === true || isPersonal(field);
}
