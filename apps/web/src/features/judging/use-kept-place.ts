import { useSyncExternalStore } from 'react';
import { deviceIntentions, deviceWork } from '../../device/device.js';
import { isKept } from '../../device/kept-on-device.js';
import { useDevicePlace } from '../../device/use-device-place.js';
import { keptSheetName } from './kept-sheet.js';

type KeptPlaceName = 'device' | 'tab' | 'going';

/** Where the newest scores of a sheet stand: on this device, in this tab alone, or on their way there. */
export function useKeptPlace(publicId: string): KeptPlaceName {
  const place = useDevicePlace();
  const isThere = useSyncExternalStore(deviceWork.subscribe, () => isKept(keptSheetName(publicId)));
  if (place === 'tab') return 'tab';
  return isThere ? 'device' : 'going';
}

/** Where a submission stands that has no answer so far. */
export function useWaitingPlace(publicId: string): KeptPlaceName {
  const place = useDevicePlace();
  const isThere = useSyncExternalStore(deviceIntentions.subscribe, () => deviceIntentions.isWritten(publicId));
  if (place === 'tab') return 'tab';
  return isThere ? 'device' : 'going';
}
