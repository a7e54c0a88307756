// `npm run build`: everything anew.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';

rmSync(join(root, 'dist'), { recursive: true, force: true });
await prepare();
