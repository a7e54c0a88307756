import { randomBytes } from 'node:crypto';
import { accessSync, constants, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from './refusal.js';

/** Passwords of the two roles; made once, readable by the folder's owner alone. */
export type Secrets = { readonly ownerPassword: string; readonly appPassword: string };

/** How other commands reach the database while Leitai runs. */
export type Runtime = { readonly appUrl: string; readonly ownerUrl: string; readonly address: string };

/** The file of the data folder that holds the `Runtime` while Leitai runs. */
export const runtimeFile = 'runtime.json';

/** The one folder of the embedded mode. */
export class DataFolder {
  private constructor(readonly path: string) {}

  /** @throws Refusal when the folder cannot be made or written in */
  static open(path: string): DataFolder {
    try {
      // Others may pass through, as the database server may run as another user, but not look around.
      mkdirSync(join(path, 'logs'), { recursive: true, mode: 0o711 });
      accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
      throw new Refusal(
        `The data folder ${path} cannot be used (${code}). Start as its owner, or choose another one with LEITAI_DATA.`,
      );
    }
    return new DataFolder(path);
  }

  file(name: string): string {
    return join(this.path, name);
  }

  log(name: string): string {
    return join(this.path, 'logs', `${name}.log`);
  }

  secrets(): Secrets {
    const stored = this.read<Secrets>('secrets.json');
    if (stored !== undefined) return stored;
    const made = { ownerPassword: randomBytes(24).toString('hex'), appPassword: randomBytes(24).toString('hex') };
    this.write('secrets.json', made);
    return made;
  }

  read<T>(name: string): T | undefined {
    try {
      return JSON.parse(readFileSync(this.file(name), 'utf8')) as T;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw new Refusal(`${this.file(name)} cannot be read: ${(error as Error).message}`);
    }
  }

  /** Whole or not at all, and only for the owner's eyes. */
  write(name: string, content: unknown): void {
    const half = this.file(`${name}.new`);
    writeFileSync(half, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flush: true });
    renameSync(half, this.file(name));
  }

  remove(name: string): void {
    rmSync(this.file(name), { force: true });
  }
}
