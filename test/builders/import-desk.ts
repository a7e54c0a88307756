import { readFileSync } from 'node:fs';
import { v7 as uuidv7 } from 'uuid';
import { ContestTemplateService, WindowService } from '#contest';
import type { Answer, Asker, TestApi } from './api.js';

const goe = readFileSync(new URL('../../contests/goe-2024.yaml', import.meta.url), 'utf8');

export interface Preview {
  readonly counts: { readonly new: number; readonly changed: number; readonly unchanged: number };
  readonly absent: number;
  readonly incomplete: number;
  readonly lines: readonly { readonly row: number; readonly outcome: string; readonly changes: readonly object[] }[];
  readonly badCells: readonly {
    readonly row: number;
    readonly column: string | null;
    readonly value: string;
    readonly path: string;
    readonly code: string;
    readonly detail: string;
  }[];
  readonly window: string;
  readonly digest: string;
}

interface Opened {
  readonly publicId: string;
  readonly code?: string;
  readonly columns: { readonly sheet: number; readonly headerRow: number; readonly targets: readonly string[] };
}

/** An edition of the contest on open challenges, and its office, which brings in files. */
export class ImportDesk {
  private constructor(
    readonly api: TestApi,
    readonly editionId: string,
    readonly slug: string,
    readonly office: Asker,
  ) {}

  static async open(api: TestApi): Promise<ImportDesk> {
    const templates = api.app.get(ContestTemplateService, { strict: false });
    const template = templates.read(goe);
    const { editionId } = await templates.apply(template);
    await api.app.get(WindowService, { strict: false }).open({ editionId }, { actor: uuidv7() });
    const office = await api.person({ role: 'organiser', editionId });
    return new ImportDesk(api, editionId, template.edition.slug, office);
  }

  get base(): string {
    return `/api/v1/editions/${this.slug}/imports`;
  }

  upload(bytes: Buffer, kind = 'entries', name = 'list.xlsx', by = this.office): Promise<Answer<Opened>> {
    const url = `${this.base}?kind=${kind}&name=${encodeURIComponent(name)}`;
    const headers = { 'content-type': 'application/octet-stream', 'idempotency-key': uuidv7() };
    return by.sendBytes('POST', url, headers, bytes) as Promise<Answer<Opened>>;
  }

  map(publicId: string, columns: object): Promise<Answer<Opened>> {
    return this.office.put<Opened>(`${this.base}/${publicId}/columns`, columns);
  }

  async preview(publicId: string, headers: Readonly<Record<string, string>> = {}): Promise<Preview> {
    return (await this.office.get<Preview>(`${this.base}/${publicId}/preview`, headers)).body;
  }

  apply(publicId: string, digest: string, body: object = {}): Promise<Answer<Record<string, unknown>>> {
    return this.office.post(`${this.base}/${publicId}/application`, body, { 'if-match': `"${digest}"` });
  }

  /** Uploaded, its columns taken as recognised, and previewed. */
  async read(bytes: Buffer, kind = 'entries', name = 'list.xlsx'): Promise<{ publicId: string; preview: Preview }> {
    const { status, body } = await this.upload(bytes, kind, name);
    if (status !== 201) throw new Error(JSON.stringify(body));
    const mapped = await this.map(body.publicId, body.columns);
    if (mapped.status !== 200) throw new Error(JSON.stringify(mapped.body));
    return { publicId: body.publicId, preview: await this.preview(body.publicId) };
  }
}
