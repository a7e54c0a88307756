import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { answer, api, newIntention, type Schemas } from '../../../api/client.js';
import type { ApiProblem } from '../../../api/problem.js';
import { sendFile, type RunningUpload } from '../../../api/uploads.js';
import { hashFile } from './hash-file.js';
import type { EntryFile } from './queries.js';

/** A file on its way from this page. */
export interface FileOnItsWay {
  /** Its public id once it is filed; before, a name of this page's own. */
  readonly id: string;
  readonly fieldKey: string;
  readonly name: string;
  readonly step: 'reading' | 'sending' | 'paused' | 'failed';
  /** From 0 to 1, of the step. */
  readonly part: number;
  readonly problem: Error | null;
}

export interface FileUploads {
  readonly onTheWay: readonly FileOnItsWay[];
  /** @param replaces public id of the file whose place it takes */
  add: (fieldKey: string, file: File, waiting: readonly EntryFile[], replaces?: string) => Promise<void>;
  pause: (id: string) => void;
  resume: (id: string) => void;
  dismiss: (id: string) => void;
}

/**
 * Files one file after the other: first its hash is read here, then name, size and hash are filed, then its bytes sent.
 * A file that was filed before (whose upload a reload has cut off, say) is known by its hash and goes on.
 */
export function useFileUploads(
  entryId: string,
  onReceipt: (receipt: Schemas['SubmissionReceiptDto']) => void,
): FileUploads {
  const client = useQueryClient();
  const [onTheWay, setOnTheWay] = useState<readonly FileOnItsWay[]>([]);
  const running = useRef(new Map<string, RunningUpload>());
  const change = (id: string, changes: Partial<FileOnItsWay>) =>
    setOnTheWay((files) => files.map((file) => (file.id === id ? { ...file, ...changes } : file)));
  const drop = (id: string) => {
    running.current.delete(id);
    setOnTheWay((files) => files.filter((file) => file.id !== id));
  };
  const refresh = () =>
    // A file is an event of the entry's way, and of a submitted one a further version.
    Promise.all(
      ['entry', 'entry-files', 'entry-receipt'].map((key) => client.invalidateQueries({ queryKey: [key, entryId] })),
    );

  async function send(file: File, id: string, isBegun: boolean): Promise<void> {
    const upload = await sendFile(file, id, isBegun, {
      progress: (sent) => change(id, { part: sent / file.size }),
      done: () => void refresh().then(() => drop(id)),
      failed: (problem: ApiProblem) => void refresh().then(() => change(id, { step: 'failed', problem })),
    });
    running.current.set(id, upload);
  }

  async function fileIt(fieldKey: string, file: File, sha256: string, replaces?: string): Promise<string> {
    const filed = await answer(
      api.POST('/api/v1/entries/{publicId}/files', {
        params: { path: { publicId: entryId }, header: { 'Idempotency-Key': newIntention() } },
        body: { fieldKey, name: file.name, size: file.size, sha256, ...(replaces && { replaces }) },
      }),
    );
    if (filed.receipt) onReceipt(filed.receipt);
    return filed.publicId;
  }

  async function add(fieldKey: string, file: File, waiting: readonly EntryFile[], replaces?: string): Promise<void> {
    const own = newIntention();
    setOnTheWay((files) => [...files, { id: own, fieldKey, name: file.name, step: 'reading', part: 0, problem: null }]);
    try {
      const sha256 = await hashFile(file, (part) => change(own, { part }));
      const known = waiting.find((one) => one.fieldKey === fieldKey && one.sha256 === sha256);
      const id = known?.publicId ?? (await fileIt(fieldKey, file, sha256, replaces));
      change(own, { id, step: 'sending', part: 0 });
      await refresh();
      await send(file, id, known?.state === 'uploading');
    } catch (error) {
      const problem = error instanceof Error ? error : new Error(String(error));
      change(own, { step: 'failed', problem });
    }
  }

  return {
    onTheWay,
    add,
    pause: (id) => {
      running.current.get(id)?.pause();
      change(id, { step: 'paused' });
    },
    resume: (id) => {
      running.current.get(id)?.resume();
      change(id, { step: 'sending', problem: null });
    },
    dismiss: drop,
  };
}
