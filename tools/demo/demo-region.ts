/** The regions that have a demo. */
export const DEMO_REGIONS = ['53', '04', '84'] as const;

/** A region of the demo. */
export type DemoRegion = (typeof DEMO_REGIONS)[number];
