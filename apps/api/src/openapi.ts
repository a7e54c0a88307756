import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '#config';
import { type AnsweringDocument, renderPermissions, renderVisibility } from '#identity';
import { buildApi } from './create-api.js';
import { openApiDocument, routesOf } from './openapi-document.js';

/**
 * Writes `openapi.json` into one of the two folders named, `permissions.md` and `visibility.md` into the other: from the
 * modules alone, without a database, a queue or a port. It has to run from the build, as Nest's compiler plugin is what
 * reads the DTO classes.
 */
const [apiFolder, docsFolder] = process.argv.slice(2);
if (apiFolder === undefined || docsFolder === undefined) throw new Error('usage: openapi.js API_FOLDER DOCS_FOLDER');
const config = loadConfig({ LEITAI_MODE: 'external', DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' });
const app = await buildApi(config, { preview: true });
const document = openApiDocument(app);
writeFileSync(join(apiFolder, 'openapi.json'), `${JSON.stringify(document, null, 2)}\n`);
writeFileSync(join(docsFolder, 'permissions.md'), renderPermissions(routesOf(document)));
writeFileSync(join(docsFolder, 'visibility.md'), renderVisibility(document as unknown as AnsweringDocument));
