import type { InstantText, ZoneName } from '#domain/time/time';

/** What every screen shows at its foot: what Portal is connected to, and how many things need somebody. */
export interface StatusStrip {
  readonly property: { readonly name: string; readonly zone: ZoneName } | null;
  readonly now: InstantText;
  /** A PMS connection each; none: no PMS is connected. */
  readonly pms: readonly {
    readonly id: string;
    /** The property, as the PMS calls it. */
    readonly name: string;
    readonly system: string;
    readonly state: 'connecting' | 'connected' | 'degraded' | 'broken';
    readonly since: InstantText;
    readonly syncedAt: InstantText | null;
    readonly problem: string | null;
    /** Keys that it would end, and that Portal holds until a person decides. */
    readonly held: number;
  }[];
  /** Another clock says something else than this PC's; null: all that are heard agree. */
  readonly clock: {
    /** Whose clock it is, as the strip calls it: the id of a PMS connection. */
    readonly connection: string;
    /** How far it is ahead of the PC's, in milliseconds. */
    readonly aheadMs: number;
    readonly wrong: 'pc' | 'other' | 'unknown';
  } | null;
  readonly locks: { readonly total: number; readonly online: number; readonly offline: number };
  readonly gateways: { readonly total: number; readonly online: number };
  readonly jobs: { readonly waiting: number; readonly suspended: number };
  /** Things that need attention, for the navigation. */
  readonly attention: { readonly keys: number; readonly doors: number; readonly settings: number };
}
