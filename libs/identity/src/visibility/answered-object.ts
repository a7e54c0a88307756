interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema?: { readonly enum?: readonly string[] };
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: { readonly $ref?: string } }>> }>
  >;
}

/** As much of an OpenAPI document as says what its routes answer with. */
export interface AnsweringDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** What a route answers with when it answers with success. */
export interface AnsweredObject {
  /** `GET /api/v1/…/{publicId}`; of a route that has a choice of things, one for each: `…/exports/judges`. */
  readonly route: string;
  /** Name of the schema, or the route itself where bytes come; null for an answer without a body. */
  readonly object: string | null;
}

/** Every route of the document with the object that it answers with. */
export function answeredObjects(document: AnsweringDocument): AnsweredObject[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, operation]) =>
      spelledOut(path, operation).map((one) => objectOf(`${method.toUpperCase()} ${one}`, operation)),
    ),
  );
}

function spelledOut(path: string, { parameters = [], responses }: Operation): string[] {
  const comesInBytes = contentOf(responses).some(({ schema }) => schema?.$ref === undefined);
  const choice = parameters.find((parameter) => parameter.in === 'path' && parameter.schema?.enum !== undefined);
  if (!comesInBytes || choice === undefined) return [path];
  return (choice.schema?.enum ?? []).map((value) => path.replace(`{${choice.name}}`, value));
}

function objectOf(route: string, { responses }: Operation): AnsweredObject {
  const [content] = contentOf(responses);
  if (content === undefined) return { route, object: null };
  return { route, object: content.schema?.$ref?.split('/').at(-1) ?? route };
}

const contentOf = (responses: Operation['responses']) =>
  Object.entries(responses)
    .filter(([status]) => /^2\d\d$/.test(status))
    .flatMap(([, { content }]) => Object.values(content ?? {}));
