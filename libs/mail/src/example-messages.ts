import { renderMessage } from './render-message.js';
import type { MessageTexts } from './template.js';
import { mailTemplates, templateKeys, type TemplateKey } from './templates/registry.js';

export interface ExampleMessage {
  readonly key: TemplateKey;
  readonly version: number;
  readonly name: { readonly zh: string; readonly en: string };
  readonly texts: MessageTexts;
}

/** Every template as it reads, for its preview. */
export function exampleMessages(): ExampleMessage[] {
  return templateKeys.map((key) => {
    const { version, name, example } = mailTemplates[key];
    return { key, version, name, texts: renderMessage(key, example).texts };
  });
}
