import { useSearchParams } from 'react-router';
import type { ChartOrTable } from '../../../ui/chart-table.js';
import type { Entries } from './analysis-types.js';

/** What of the page is shown; it stands in the address, so that it can be reloaded, sent and gone back to. */
export interface AnalysisPlace {
  readonly view: string | null;
  readonly group: string | null;
  readonly places: string | null;
  readonly shownAs: ChartOrTable;
  /** Indexes of entries that a person has picked out. */
  readonly picked: readonly number[];
  readonly change: (key: 'group' | 'places' | 'as', value: string | null) => void;
  readonly toggle: (entry: number) => void;
  /** Address of another part, with the rest kept. */
  readonly linkTo: (view: string) => string;
}

const separator = '.';

export function useAnalysisPlace(entries: Entries): AnalysisPlace {
  const [search, setSearch] = useSearchParams();
  const numbers = (search.get('pick') ?? '').split(separator).filter((one) => one !== '');
  const picked = numbers.flatMap((number) => {
    const index = entries.findIndex((entry) => String(entry.number) === number);
    return index < 0 ? [] : [index];
  });
  const write = (key: string, value: string | null) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === null || value === '') next.delete(key);
        else next.set(key, value);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return {
    view: search.get('view'),
    group: search.get('group'),
    places: search.get('places'),
    shownAs: search.get('as') === 'table' ? 'table' : 'chart',
    picked,
    change: write,
    toggle: (entry) => {
      const kept = picked.includes(entry) ? picked.filter((one) => one !== entry) : [...picked, entry];
      write('pick', kept.map((index) => entries[index]?.number ?? '').join(separator));
    },
    linkTo: (view) => {
      const next = new URLSearchParams(search);
      next.set('view', view);
      return `?${next.toString()}`;
    },
  };
}
