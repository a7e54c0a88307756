import { useState, type ReactNode } from 'react';
import { useReadingPreferences } from '../../identity/use-reading-preferences.js';
import { forgetKeptShare, keptShare } from './divider-place.js';
import { SheetDivider } from './sheet-divider.js';

/** Where the entry stands beside the sheet. */
export const entryPaneId = 'entry-pane';

/** Entry and sheet side by side, parted where the judge has put the border. */
export function SheetLayout({ entry, children }: { entry: ReactNode; children: ReactNode }) {
  const [{ entryShare }, change] = useReadingPreferences();
  // What the person chose is known before the page is: it never moves by itself.
  const [share, setShare] = useState(() => entryShare ?? keptShare());
  const keep = (left: number | null) => {
    void change({ entryShare: left });
    // From now on it waits with the person's other choices until the server has it.
    forgetKeptShare();
  };
  return (
    <div
      className={share === null ? 'sheet-layout' : 'sheet-layout sheet-layout-moved'}
      style={share === null ? undefined : { ['--entry-share' as string]: `${share}%` }}
    >
      {entry}
      <SheetDivider pane={entryPaneId} onMove={setShare} onRest={keep} />
      {children}
    </div>
  );
}
