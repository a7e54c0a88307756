export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly default?: string | number;
  readonly minLength?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  /** Of an object: its properties that may not be left out. */
  readonly required?: readonly string[];
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: Schema;
}

export interface OpenApi {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly parameters?: readonly Parameter[];
            readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> };
          }
        >
      >
    >
  >;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | null;
}

export function operationsOf({ paths }: OpenApi): Operation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { parameters = [], requestBody }]) => ({
      ...{ method: method.toUpperCase(), path, parameters },
      body: requestBody?.content['application/json']?.schema ?? null,
    })),
  );
}

/** As it is where nothing is said: a number of which a list goes on from its beginning. */
const valueOf = (schema?: Schema) =>
  schema?.type === 'number'
    ? String(schema.default ?? schema.minimum ?? 1)
    : (schema?.enum?.[0] ?? (schema?.default === undefined ? 'canar' : String(schema.default)));

/** Without what may be left out; and each search, with the beginning of what was planted. */
export function queriesOf({ method, parameters }: Operation): string[] {
  const query = parameters.filter((parameter) => parameter.in === 'query');
  const needed = query
    .filter(({ required }) => required === true)
    .map(({ name, schema }) => [name, valueOf(schema)] as const);
  const more = query.flatMap(({ name, schema }) =>
    (schema?.enum ?? (name === 'q' ? ['canar', '金丝'] : [])).map((value) => [name, value] as const),
  );
  const searches = more.map((one) => [...needed.filter(([name]) => name !== one[0]), one]);
  const sets = method === 'GET' ? [needed, ...searches] : [needed];
  const texts = sets.map((set) => new URLSearchParams(Object.fromEntries(set)).toString());
  return [...new Set(texts.map((text) => (text === '' ? '' : `?${text}`)))];
}
