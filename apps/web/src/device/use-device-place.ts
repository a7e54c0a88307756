import { useSyncExternalStore } from 'react';
import { devicePlace, type DevicePlace } from './device.js';

/** Whether what is typed survives the closing of this tab. */
export const useDevicePlace = (): DevicePlace => useSyncExternalStore(devicePlace.subscribe, devicePlace.read);
