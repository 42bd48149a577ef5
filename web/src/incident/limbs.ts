/** The seven limbs of a finding, in the order in which they are shown. */
export const LIMBS = ['bearer', 'counterparty', 'act', 'means', 'zone', 'time', 'exception'] as const;
export type LimbId = (typeof LIMBS)[number];
