import { useSyncExternalStore } from 'react';
import { deliveryExpiry } from './delivery.js';

/** Whether what was submitted waits for the judge to sign in again, not for the network. */
export const useDeliveryExpired = (): boolean => useSyncExternalStore(deliveryExpiry.subscribe, deliveryExpiry.read);
