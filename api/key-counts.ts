/** How many keys stand where, for the tabs of Keys and for what a whole outage left behind. */
export interface KeyCounts {
  readonly upcoming: number;
  readonly current: number;
  readonly past: number;
  readonly revoked: number;
  readonly needAttention: number;
  /** Current keys with a door where provisioning is not allowed. */
  readonly notAllowed: number;
  /** Those of them of which Portal heard only after their arrival. */
  readonly late: number;
}
