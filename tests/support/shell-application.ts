import type { Services } from '#api/services';
import type { ChangeNotice } from '#api/change-notice';
import { AppError } from '#domain/failure';
import type { Application, ApplicationPorts, Health } from '#main/application';
import type { ShellPorts } from '#main/shell/shell-ports';
import type { InstantText } from '#domain/time/time';
import type { StaffId } from '#domain/ids';
import { setTimeout as after } from 'node:timers/promises';

export const goodToken = 'token-of-the-owner';
const owner = { id: 'staff-1' as StaffId, name: 'Olivia Owner', role: 'owner' } as const;

const health: Health = {
  ok: true,
  version: '0.1.0',
  now: '2026-08-21T10:00:00Z' as InstantText,
  pms: { state: 'connected', lastCompleteSync: '2026-08-21T09:59:58Z' as InstantText, secondsSinceSync: 2 },
  locks: { total: 12, online: 12, offline: 0 },
  gateways: { total: 1, online: 1 },
  jobs: { waiting: 0, suspended: 0, because: {} },
  store: { state: 'open' },
};

/** What a test can see and steer of an application that a shell runs. */
export interface ShellApplication extends Application {
  health(): Promise<Health>;
  readonly seen: { started: number; stopped: number; subscriptions: number; froms: string[] };
  /** What health() answers from now on. */
  report(health: Partial<Health>): void;
  /** Tells every open portal. */
  commit(notice: ChangeNotice): void;
}

/**
 * A whole application for the tests of the shells: one member of staff, an empty hotel. A shell only carries calls, so
 * a few services that answer are enough; asking another one is a mistake of the test and throws.
 */
export function shellApplication(onSubscriptions: (open: number) => void = () => undefined): ShellApplication {
  let current = health;
  const seen = { started: 0, stopped: 0, subscriptions: 0, froms: [] as string[] };
  const listeners = new Set<(notice: ChangeNotice) => void>();

  const services = {
    sessions: {
      signIn: async ({ name, password, from }: { name: string; password: string; from: string }) => {
        seen.froms.push(from);
        if (name !== owner.name || password !== '482913') throw new AppError('wrong-sign-in', 'signing in');
        return { token: goodToken, staff: owner };
      },
      signOut: async () => undefined,
      whoIs: async (token: string) => (token === goodToken ? owner : null),
    },
    setup: {
      state: async () => ({ owner: 'present', property: 'present', pms: 'missing', locks: 'missing', demo: false }),
    },
    keys: { counts: async () => ({ upcoming: 3, current: 2, past: 1, revoked: 0, needAttention: 0 }) },
    desk: {
      alerts: async () => [],
      async *changes(signal: AbortSignal) {
        const waiting: ChangeNotice[] = [];
        let wake = () => undefined as void;
        const hear = (notice: ChangeNotice) => {
          waiting.push(notice);
          wake();
        };
        listeners.add(hear);
        seen.subscriptions += 1;
        onSubscriptions(seen.subscriptions);
        signal.addEventListener('abort', () => wake());
        while (!signal.aborted) {
          for (let notice = waiting.shift(); notice !== undefined; notice = waiting.shift()) yield [notice];
          if (!signal.aborted) await new Promise<void>((resolve) => (wake = resolve));
        }
        listeners.delete(hear);
        seen.subscriptions -= 1;
        onSubscriptions(seen.subscriptions);
      },
    },
    demo: null,
  };

  return {
    services: services as unknown as Services,
    seen,
    start: async () => void (seen.started += 1),
    stop: async () => void (seen.stopped += 1),
    health: async () => current,
    report: (changed) => {
      current = { ...current, ...changed };
    },
    commit: (notice) => listeners.forEach((hear) => hear(notice)),
  };
}

/** The same as a shell's ports, for entries that run in a process of their own; stopping takes `stopTakes` ms. */
export function shellPorts({ stopTakes, onStopped }: { stopTakes: number; onStopped?: () => void }): ShellPorts {
  return {
    createApplication: async (ports: ApplicationPorts) => {
      await ports.vault.put('pms-token', 'a secret of the test');
      const application = shellApplication((open) => ports.log.info({ open }, 'subscriptions'));
      const stop = async () => {
        await after(stopTakes);
        onStopped?.();
      };
      return { ...application, stop };
    },
    startDemoHotel: async () => ({
      hotel: {
        name: 'Hotel Aurora',
        zone: 'Europe/Vienna',
        pms: { address: 'http://127.0.0.1:1', clientToken: 'client', accessToken: 'access' },
        pmsControl: 'http://127.0.0.1:1/control',
        building: { setupCode: '1', address: '[::1]:1' },
        locksControl: 'http://127.0.0.1:2',
        encoder: { port: 'tcp://127.0.0.1:3', control: 'http://127.0.0.1:4' },
        doorTypes: {},
        commonDoors: [],
        owner: { name: 'Olivia Owner', password: '482913' },
      },
      pms: 'http://127.0.0.1:1',
      pmsControl: 'http://127.0.0.1:1/control',
      locksControl: 'http://127.0.0.1:2',
      encoderPort: 'tcp://127.0.0.1:3',
      encoderControl: 'http://127.0.0.1:4',
      stop: async () => undefined,
    }),
  };
}
