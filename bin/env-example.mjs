// `npm run env-example`: writes .env.example from the schema of the settings.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';

await prepare();
const { renderEnvExample } = await import(join(root, 'dist', 'libs', 'config', 'src', 'index.js'));
writeFileSync(join(root, '.env.example'), renderEnvExample());
