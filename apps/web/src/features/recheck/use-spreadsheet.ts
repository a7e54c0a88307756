import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import { locales, loadTexts } from '../../locales/index.js';
import { fileLimits, type FileFault, type Spreadsheet } from './spreadsheet.js';

// A chunk of its own, fetched as soon as the page is open: reading a file must not need the network.
const loadReader = () => import('./read-spreadsheet.js');

export interface OpenFile {
  /** Another for each opening, also of the same file. */
  readonly opening: number;
  readonly spreadsheet: Spreadsheet;
  /** Made by the page itself. */
  readonly isSample: boolean;
}

export type FileState =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'refused'; readonly name: string; readonly fault: FileFault }
  | { readonly kind: 'open'; readonly file: OpenFile };

export interface SpreadsheetState {
  readonly state: FileState;
  /** Whether everything the page may need has been fetched. */
  readonly isReady: boolean;
  readonly open: (file: File) => Promise<void>;
  readonly showSample: (sample: Spreadsheet) => void;
}

export function useSpreadsheet(): SpreadsheetState {
  const [state, setState] = useState<FileState>({ kind: 'none' });
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    // What could not be fetched is tried again when it is needed.
    Promise.all([loadReader(), ...locales.map(loadTexts)]).then(
      () => setReady(true),
      () => undefined,
    );
  }, []);
  const openings = useRef(0);
  const show = useCallback((spreadsheet: Spreadsheet, isSample: boolean) => {
    openings.current += 1;
    const file = { opening: openings.current, spreadsheet, isSample };
    // What was there stays on the screen until the figures of a long list are computed.
    startTransition(() => setState({ kind: 'open', file }));
  }, []);
  const open = useCallback(
    async (file: File) => {
      const refuse = (fault: FileFault) => setState({ kind: 'refused', name: file.name, fault });
      setState({ kind: 'reading' });
      if (file.size > fileLimits.megabytes * 1_000_000) return refuse('too-large');
      try {
        const { readSpreadsheet } = await loadReader();
        const reading = await readSpreadsheet(file.name, new Uint8Array(await file.arrayBuffer()));
        if ('fault' in reading) return refuse(reading.fault);
        show(reading.spreadsheet, false);
      } catch {
        // A folder was dropped, or the file went away under the browser.
        refuse('damaged');
      }
    },
    [show],
  );
  const showSample = useCallback((sample: Spreadsheet) => show(sample, true), [show]);
  return { state, isReady, open, showSample };
}
