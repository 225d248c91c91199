import type { Services } from '#api/services';
import type { DoorType } from '#domain/house/door';
import type { InstantText } from '#domain/time/time';
import type { Clock } from './ports/clock.ts';
import type { Log } from './ports/log.ts';
import type { Random } from './ports/random.ts';
import type { Sealer, SecretVault } from './ports/secret-vault.ts';

/** Everything the application needs from the shell that runs it; it knows neither Electron nor Fastify. */
export interface ApplicationPorts {
  /** Absolute; exists and is writable, and no other Portal uses it: the shell saw to that. */
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly vault: SecretVault;
  readonly sealer: Sealer;
  readonly fetch: typeof fetch;
  /** null: a real hotel. */
  readonly demo: DemoHotel | null;
  /** Leaves this hotel and begins the demo hotel in its place. null: the shell cannot, or this is the demo hotel. */
  readonly beginDemo: (() => void) | null;
}

/**
 * The demo hotel's addresses: a simulated PMS, a building of virtual locks and a card encoder, each speaking the real
 * protocol on loopback. With it the application sets itself up at the first start.
 */
export interface DemoHotel {
  readonly name: string;
  readonly zone: string;
  readonly pms: { readonly address: string; readonly clientToken: string; readonly accessToken: string };
  /** The PMS simulator's control address. */
  readonly pmsControl: string;
  readonly building: { readonly setupCode: string; readonly address: string };
  /** The virtual building's control address. */
  readonly locksControl: string;
  /** The simulated encoder: its line, as hardware/socket-link.ts takes it (`tcp://127.0.0.1:…`), and its control address. */
  readonly encoder: { readonly port: string; readonly control: string };
  /** What each door is, by name; names not listed are private rooms. */
  readonly doorTypes: Readonly<Record<string, DoorType>>;
  /** The doors that every room's key opens too. */
  readonly commonDoors: readonly string[];
  /** Its password is the PIN of its locked screen too. */
  readonly owner: { readonly name: string; readonly password: string };
}

/** The whole of Portal, without a face. */
export interface Application {
  readonly services: Services;
  /** Starts the poller, the worker, the lock monitor and the key clock. */
  start(): Promise<void>;
  /** Finishes or hands back what is under way, then closes the store. Safe to call twice. */
  stop(): Promise<void>;
  health(): Promise<Health>;
}

/** What `GET /health` says: no guest, no code, no token. */
export interface Health {
  readonly ok: boolean;
  readonly version: string;
  readonly now: InstantText;
  /** Of several connections: the worst state, and the oldest sync. */
  readonly pms: {
    readonly state: 'not-set-up' | 'connecting' | 'connected' | 'degraded' | 'broken';
    readonly lastCompleteSync: InstantText | null;
    readonly secondsSinceSync: number | null;
  };
  readonly locks: { readonly total: number; readonly online: number; readonly offline: number };
  readonly gateways: { readonly total: number; readonly online: number };
  readonly jobs: {
    readonly waiting: number;
    readonly suspended: number;
    /** How many wait for which cause: `{ "lock-offline": 3, "due": 1 }`. */
    readonly because: Readonly<Record<string, number>>;
  };
  readonly store: { readonly state: 'open' | 'failing' };
}
