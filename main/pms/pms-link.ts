import type { ConnectPmsInput } from '#api/inputs';
import { AppError, unreachable } from '#domain/failure';
import type { Actor } from '#domain/key/key';
import type { PmsConnection } from '#domain/pms/pms-connection';
import { changesBetween } from '#main/audit/changes-between';
import type { Base } from '#main/base';
import type { SecretVault } from '#main/ports/secret-vault';
import { clear, record } from '#main/timeline/record';
import { ZodError } from 'zod';
import { HeldCredentials, type Credentials } from './credentials.ts';
import type { PmsAnswer, PmsProperty } from './pms-connector.ts';
import { enteredCredentials, shownOf, type PmsPorts, type PmsSystem } from './pms-system.ts';
import { startPoller, type Poller } from './poller.ts';

/** How long staff wait for the PMS to answer to a new token. */
const connectTimeoutMs = 20_000;
const vaultName = 'pms-tokens';

/** The property's one connection to its PMS: made, kept and ended here. */
export class PmsLink {
  readonly #base: Base;
  readonly #vault: SecretVault;
  readonly #systems: ReadonlyMap<string, PmsSystem>;
  readonly #ports: PmsPorts;
  #poller: Poller | null = null;
  #credentials: HeldCredentials | null = null;

  constructor(
    base: Base,
    vault: SecretVault,
    parts: { readonly systems: readonly PmsSystem[]; readonly ports: PmsPorts },
  ) {
    this.#base = base;
    this.#vault = vault;
    this.#systems = new Map(parts.systems.map((system) => [system.name, system]));
    this.#ports = parts.ports;
  }

  /** What can be connected, in the order in which it is offered. */
  get systems(): readonly PmsSystem[] {
    return [...this.#systems.values()];
  }

  /** Takes up the stored connection, if there is one and it is not running already. */
  async start(): Promise<void> {
    if (this.#poller !== null) return;
    const connection = await this.#base.store.read((view) => view.get('pms', 'pms'));
    const credentials = await HeldCredentials.open(this.#vault, vaultName);
    if (connection === null || credentials === null) return;
    this.#credentials = credentials;
    this.#poller = startPoller(this.#base, this.#systemOf(connection.system).open(credentials, this.#ports));
  }

  /** Tries what was entered first: what is wrong is refused, and the connection stays as it was. */
  async connect({ system: name, fields }: ConnectPmsInput, by: Actor): Promise<PmsProperty> {
    const system = this.#systemOf(name);
    const credentials = new HeldCredentials(this.#vault, checked(system, fields));
    const connector = system.open(credentials, this.#ports);
    const property = valueOf(await connector.property(AbortSignal.timeout(connectTimeoutMs)));
    await this.#poller?.stop();
    this.#poller = null;
    await credentials.keepAs(vaultName);
    this.#credentials = credentials;
    const { address = '' } = shownOf(system, credentials.current());
    await this.#store({ system: name, address }, property, by);
    this.#poller = startPoller(this.#base, connector);
    return property;
  }

  /** No further updates; keys stay as they are until they end. */
  async disconnect(by: Actor): Promise<void> {
    await this.stop();
    await this.#credentials?.forget();
    this.#credentials = null;
    await this.#base.store.transact(async (transaction) => {
      await transaction.remove('pms', 'pms');
      await clear(transaction, ['pms-broken/pms']);
      const note = { kind: 'settings-changed' as const, facts: { what: 'pms-disconnected' } };
      await record(transaction, { at: this.#base.clock.now(), by, notes: [note] });
    });
  }

  async syncNow(): Promise<void> {
    await this.#poller?.syncNow();
  }

  async stop(): Promise<void> {
    await this.#poller?.stop();
    this.#poller = null;
  }

  #systemOf(name: string): PmsSystem {
    const system = this.#systems.get(name);
    if (system === undefined) throw new AppError('invalid-input', `connecting to ${name}`);
    return system;
  }

  /** To the same place again: the watermark goes on, and the gap is caught up. */
  async #store(
    where: { readonly system: string; readonly address: string },
    property: PmsProperty,
    by: Actor,
  ): Promise<void> {
    await this.#base.store.transact(async (transaction) => {
      const now = this.#base.clock.now();
      const before = await transaction.get('pms', 'pms');
      const isSame = before?.system === where.system && before.address === where.address;
      const fresh: Pick<PmsConnection, 'watermark' | 'syncedAt' | 'reconciledAt'> = isSame
        ? before
        : { watermark: null, syncedAt: null, reconciledAt: null };
      await transaction.put('pms', {
        id: 'pms',
        ...where,
        connectedAt: now,
        state: 'connected',
        stateSince: now,
        lastProblem: null,
        watermark: fresh.watermark,
        syncedAt: fresh.syncedAt,
        // Compared in full at once: whatever was missed is found.
        reconciledAt: null,
        zone: property.zone,
      });
      await clear(transaction, ['pms-broken/pms']);
      const changes = changesBetween({ address: before?.address }, { address: where.address });
      const note = { kind: 'pms-connected' as const, facts: { system: where.system }, ...changes };
      await record(transaction, { at: now, by, notes: [note] });
    });
  }
}

function checked(system: PmsSystem, fields: Credentials): Credentials {
  try {
    return enteredCredentials(system, fields);
  } catch (cause) {
    if (cause instanceof ZodError) throw new AppError('invalid-input', `connecting to ${system.name}`, { cause });
    throw cause;
  }
}

function valueOf<Value>(answer: PmsAnswer<Value>): Value {
  switch (answer.outcome) {
    case 'answered':
      return answer.value;
    case 'unauthorised':
      throw new AppError('pms-token-refused', `connecting to the PMS: ${answer.message}`);
    case 'refused':
      throw new AppError('pms-refused', `connecting to the PMS: ${answer.message}`);
    case 'unreachable':
      throw new AppError('pms-unreachable', `connecting to the PMS: ${answer.cause}`);
    default:
      return unreachable(answer);
  }
}
