import { spawn } from 'node:child_process';
import { access, constants, mkdir, writeFile } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { systemPath } from '#config';
import type { FileType } from '#domain';
import { InterruptedError, UnshowableError } from './page-source.js';

/** Milliseconds after which a conversion is not worth it. */
const conversionPatienceMs = 120_000;

/**
 * The LibreOffice of this machine.
 *
 * @param named a path or a name on PATH @returns null where there is none
 */
export async function findOffice(named: string): Promise<string | null> {
  const folders = systemPath()
    .split(delimiter)
    .filter((folder) => folder !== '');
  const paths = isAbsolute(named) ? [named] : folders.map((folder) => join(folder, named));
  for (const path of paths) {
    const isThere = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return path;
  }
  return null;
}

/** How it ends where somebody else ends it; as a shell tells it where what the program started was. */
const endsFromOutside: ReadonlySet<unknown> = new Set(['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGHUP', 128 + 9, 128 + 15]);

const filters: Readonly<Partial<Record<FileType, string>>> = {
  docx: 'writer_pdf_Export',
  pptx: 'impress_pdf_Export',
  xlsx: 'calc_pdf_Export',
};

/** Follows no link of a document, whatever it leads to. */
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
`;

/**
 * Has LibreOffice make a PDF of a document, with a profile of its own in `folder`, which nothing else uses, and with
 * nothing of our environment. All it started ends with it.
 *
 * @param patienceMs milliseconds that it may take
 * @returns path of the PDF
 * @throws UnshowableError where it makes none in time
 * @throws InterruptedError where it was ended by somebody else
 */
export async function officeToPdf(
  office: string,
  { path, type, folder }: { readonly path: string; readonly type: FileType; readonly folder: string },
  patienceMs = conversionPatienceMs,
): Promise<string> {
  const profile = pathToFileURL(join(folder, 'profile')).href;
  await mkdir(join(folder, 'profile', 'user'), { recursive: true });
  await writeFile(join(folder, 'profile', 'user', 'registrymodifications.xcu'), settings);
  const child = spawn(
    office,
    [
      ...[`-env:UserInstallation=${profile}`, '--headless', '--norestore', '--nolockcheck', '--nodefault'],
      ...['--convert-to', `pdf:${filters[type] ?? ''}`, '--outdir', folder, path],
    ],
    {
      detached: true,
      stdio: 'ignore',
      cwd: folder,
      env: { PATH: systemPath(), HOME: folder, LANG: 'C.UTF-8' },
    },
  );
  const end = () => {
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // The whole group has ended by itself.
    }
  };
  let timer: NodeJS.Timeout | undefined;
  try {
    const outcome = await new Promise<number | string | null>((resolve, reject) => {
      timer = setTimeout(() => resolve('late'), patienceMs);
      child.once('error', reject);
      child.once('exit', (code, signal) => resolve(signal ?? code));
    });
    if (outcome === 'late') throw new UnshowableError('too-heavy');
    if (endsFromOutside.has(outcome)) throw new InterruptedError();
    const pdf = path.replace(/\.\w+$/, '.pdf');
    await access(pdf).catch(() => {
      throw new UnshowableError('broken');
    });
    return pdf;
  } finally {
    clearTimeout(timer);
    end();
  }
}
