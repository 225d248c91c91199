import type { ConnectPmsInput } from '#api/inputs';
import { AppError, unreachable } from '#domain/failure';
import type { Actor } from '#domain/key/key';
import { standing, type PmsConnection } from '#domain/pms/pms-connection';
import type { InstantText } from '#domain/time/time';
import { changesBetween } from '#main/audit/changes-between';
import type { Base } from '#main/base';
import type { SecretVault } from '#main/ports/secret-vault';
import { record } from '#main/timeline/record';
import { isDeepStrictEqual } from 'node:util';
import { ZodError } from 'zod';
import { connectionFor, otherProperty } from './connection-for.ts';
import { HeldCredentials, type Credentials } from './credentials.ts';
import { adoptOldConnection, vaultNameOf } from './old-connection.ts';
import { letGo } from './braked.ts';
import { clearHealth } from './note-health.ts';
import { forgetSetAside } from './set-aside.ts';
import type { PmsAnswer, PmsConnector, PmsProperty } from './pms-connector.ts';
import { enteredCredentials, shownOf, type PmsPorts, type PmsSystem } from './pms-system.ts';
import { startPoller, type Poller } from './poller.ts';
import { knowsItsStays } from './same-property.ts';
import { clockOf } from './store-news.ts';

/** How long staff wait for the PMS to answer to what they entered. */
const connectTimeoutMs = 20_000;

interface Running {
  readonly poller: Poller;
  readonly credentials: HeldCredentials;
}

/** The property's connections to PMSs: made, kept and ended here, a poller each. */
export class PmsConnections {
  readonly systems: readonly PmsSystem[];
  readonly #base: Base;
  readonly #vault: SecretVault;
  readonly #ports: PmsPorts;
  readonly #running = new Map<string, Running>();

  /** @param parts.systems What can be connected, in the order in which it is offered. */
  constructor(
    base: Base,
    vault: SecretVault,
    parts: { readonly systems: readonly PmsSystem[]; readonly ports: PmsPorts },
  ) {
    this.systems = parts.systems;
    this.#base = base;
    this.#vault = vault;
    this.#ports = parts.ports;
  }

  /** Takes up the stored connections that are not running already. */
  async start(): Promise<void> {
    await adoptOldConnection(this.#base, this.#vault);
    const connections = await this.#base.store.read((view) => view.all('pms'));
    for (const connection of standing(connections)) {
      if (this.#running.has(connection.id)) continue;
      const credentials = await HeldCredentials.open(this.#vault, vaultNameOf(connection.id));
      const system = this.systems.find(({ name }) => name === connection.system);
      if (credentials === null || system === undefined) {
        this.#base.log.error({ connection: connection.id, system: connection.system }, 'a PMS cannot be connected');
        continue;
      }
      this.#run(connection, system, credentials);
    }
  }

  /** Tries what was entered first: what is wrong is refused, and every connection stays as it was. */
  async connect({ connection: id, system: name, fields }: ConnectPmsInput, by: Actor): Promise<PmsProperty> {
    const system = this.systems.find((each) => each.name === name);
    if (system === undefined) throw new AppError('invalid-input', `connecting to ${name}`);
    const credentials = new HeldCredentials(this.#vault, checked(system, fields));
    const tried = system.open(credentials, this.#ports);
    const property = valueOf(await tried.property(AbortSignal.timeout(connectTimeoutMs)));
    const now = this.#base.clock.now();
    const before = await this.#base.store.read((view) => connectionFor(view, { id, system: name, property, now }));
    if (before.propertyId === null && !(await this.#knowsItsStays(before.id, tried)))
      throw await this.#base.store.read((view) => otherProperty(view, before.id, property));
    await this.#end(before.id);
    await credentials.keepAs(vaultNameOf(before.id));
    const connection = await this.#store(before, { shown: shownOf(system, credentials.current()), property, by });
    this.#run(connection, system, credentials);
    return property;
  }

  /** No further updates; keys stay as they are until they end. */
  async remove(id: string, by: Actor): Promise<void> {
    const credentials = this.#running.get(id)?.credentials;
    await this.#end(id);
    await (credentials?.forget() ?? this.#vault.remove(vaultNameOf(id)));
    await this.#base.store.transact(async (transaction) => {
      const connection = await transaction.get('pms', id);
      if (connection === null) throw new AppError('not-found', 'removing a PMS connection');
      await transaction.put('pms', { ...connection, removedAt: this.#base.clock.now() });
      await clearHealth(transaction, id);
      await letGo(transaction, id);
      await forgetSetAside(transaction, id);
      const facts = { what: 'pms-disconnected', system: connection.system, property: connection.name };
      const note = { kind: 'settings-changed' as const, facts };
      await record(transaction, { at: this.#base.clock.now(), by, notes: [note] });
    });
  }

  /** Resolves when a whole round of every connection, begun after this call, has ended. */
  async syncNow(): Promise<void> {
    await Promise.all([...this.#running.values()].map(({ poller }) => poller.syncNow()));
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#running.keys()].map((id) => this.#end(id)));
  }

  #run(connection: PmsConnection, system: PmsSystem, credentials: HeldCredentials): void {
    const before = this.#running.get(connection.id);
    let heard: InstantText | null = null;
    const { fetch } = this.#ports;
    const connector = system.open(credentials, {
      ...this.#ports,
      fetch: async (input, init) => {
        const response = await fetch(input, init);
        heard = this.#base.clock.now();
        return response;
      },
    });
    const poller = startPoller(this.#base, { connection, system, connector, heard: () => heard });
    this.#running.set(connection.id, { poller, credentials });
    // Where two members of staff connect the same property in one moment, the second is the one that goes on.
    void before?.poller.stop();
  }

  async #knowsItsStays(id: string, tried: PmsConnector): Promise<boolean> {
    return valueOf(await knowsItsStays(this.#base, id, tried, AbortSignal.timeout(connectTimeoutMs)));
  }

  async #end(id: string): Promise<void> {
    const running = this.#running.get(id);
    this.#running.delete(id);
    this.#base.witness?.forget(clockOf(id));
    await running?.poller.stop();
  }

  /** To the same place again: the watermark goes on, and the gap is caught up. */
  async #store(
    before: PmsConnection,
    { shown, property, by }: { readonly shown: Credentials; readonly property: PmsProperty; readonly by: Actor },
  ): Promise<PmsConnection> {
    return this.#base.store.transact(async (transaction) => {
      const now = this.#base.clock.now();
      const isSame = before.removedAt === null && isDeepStrictEqual(before.shown, shown);
      const connection: PmsConnection = {
        ...before,
        name: property.name,
        shown,
        propertyId: property.id,
        connectedAt: now,
        state: 'connected',
        stateSince: now,
        lastProblem: null,
        watermark: isSame ? before.watermark : null,
        syncedAt: isSame ? before.syncedAt : null,
        // Compared in full at once: whatever was missed is found.
        reconciledAt: null,
        zone: property.zone,
        removedAt: null,
      };
      await transaction.put('pms', connection);
      await clearHealth(transaction, connection.id);
      const note = { kind: 'pms-connected' as const, facts: { system: connection.system, property: connection.name } };
      await record(transaction, { at: now, by, notes: [{ ...note, ...changesBetween(before.shown, shown) }] });
      return connection;
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
