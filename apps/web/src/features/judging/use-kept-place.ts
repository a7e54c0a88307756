import { useSyncExternalStore } from 'react';
import { deviceWork } from '../../device/device.js';
import { isKept } from '../../device/kept-on-device.js';
import { useDevicePlace } from '../../device/use-device-place.js';
import { keptSheetName } from './kept-sheet.js';

/** Where the newest scores of a sheet stand: on this device, in this tab alone, or on their way there. */
export function useKeptPlace(publicId: string): 'device' | 'tab' | 'going' {
  const place = useDevicePlace();
  const isThere = useSyncExternalStore(deviceWork.subscribe, () => isKept(keptSheetName(publicId)));
  if (place === 'tab') return 'tab';
  return isThere ? 'device' : 'going';
}
