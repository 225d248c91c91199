import type { PmsConnection } from '#domain/pms/pms-connection';
import type { InstantText } from '#domain/time/time';
import type { PmsConnector } from './pms-connector.ts';
import type { PmsSystem } from './pms-system.ts';

/** One connection at work. */
export interface PmsSource {
  readonly connection: Pick<PmsConnection, 'id' | 'spacePrefix'>;
  readonly system: Pick<PmsSystem, 'name' | 'limits' | 'identify'>;
  readonly connector: PmsConnector;
  /** When the PMS last answered anything at all, while a round lasts; absent: nobody listens. */
  readonly heard?: () => InstantText | null;
}
