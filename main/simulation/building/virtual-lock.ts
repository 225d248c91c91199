import '#main/locks/drivers/matter/matter-settings';
import { Bytes, FabricIndex } from '@matter/main';
import type { MaybePromise } from '@matter/main';
import { DoorLockServer } from '@matter/main/behaviors/door-lock';
import { DoorLock } from '@matter/main/clusters/door-lock';
import { judgeKeypad } from './keypad.ts';
import type { KeypadVerdict } from './keypad.ts';
import { LockFaults } from './lock-faults.ts';
import { codeHolder } from './code-holder.ts';
import type { Temporal } from 'temporal-polyfill';

const { Pin, Rfid } = DoorLock.CredentialType;
/** Stands for "programmed at the lock": no controller ever gets this number. */
const NOBODYS_FABRIC = FabricIndex(254);

const features = [
  'PinCredential',
  'CredentialOverTheAirAccess',
  'User',
  'WeekDayAccessSchedules',
  'YearDayAccessSchedules',
] as const;
const LockWithKeypad = DoorLockServer.with(...features);

export interface DoorAnswer {
  readonly verdict: KeypadVerdict;
  readonly userIndex: number | null;
}

/**
 * matter.js' own door lock, whose commands pass the scripted faults, and with the keypad that it lacks: matter.js
 * stores schedules but does not enforce them.
 */
export class VirtualLock extends LockWithKeypad {
  /**
   * Somebody types a code at the door. Works without radio, like a lock does; then nobody hears of it.
   *
   * @param now The lock's clock: local wall-clock time; null: it does not know it.
   */
  keypad(code: string, now: Temporal.PlainDateTime | null): DoorAnswer {
    const holder = this.#holderOf(Pin, Bytes.fromString(code), now);
    this.#tell(Pin, holder);
    return holder;
  }

  /**
   * What the lock does for a card's UID. It hears of an opening like of one at the keypad; of a refusal only when it is
   * told, for the card may open by what is written on it.
   */
  card(uid: Uint8Array, now: Temporal.PlainDateTime | null): DoorAnswer {
    const holder = this.#holderOf(Rfid, uid, now);
    if (holder.verdict.opens) this.#tell(Rfid, holder);
    return holder;
  }

  /** The card at the door opened by nothing. A lock that takes no UIDs has no radio for its card reader. */
  cardRefused(holder: DoorAnswer): void {
    if (this.features.rfidCredential) this.#tell(Rfid, { ...holder, credentialIndex: null });
  }

  /** A lock that was reset, or replaced by a new one. */
  forget(): void {
    this.state.users = [];
    this.state.credentials = [];
    this.state.yearDaySchedules = [];
    this.state.weekDaySchedules = [];
  }

  /** Everything that the lock holds, to be put elsewhere. */
  held() {
    const { users, credentials, yearDaySchedules, weekDaySchedules } = this.state;
    return structuredClone({ users, credentials, yearDaySchedules, weekDaySchedules });
  }

  hold(held: ReturnType<VirtualLock['held']>): void {
    Object.assign(this.state, held);
  }

  /**
   * Somebody programs a code at the lock itself, past Portal: it opens at any time. With a number of its own, as another controller gives
   * it, or Portal did before it was paired anew.
   */
  program(name: string, code: string, uniqueId = 0): void {
    const { auth } = this;
    const userIndex = auth.findAvailableUserIndex(this.state.numberOfTotalUsersSupported);
    const credentialIndex = auth.findNextAvailableCredentialIndex(Pin, 0, this.state.numberOfPinUsersSupported);
    if (userIndex === null || credentialIndex === null) return;
    auth.addCredential(Pin, credentialIndex, Bytes.fromString(code), NOBODYS_FABRIC);
    auth.addUser({
      userIndex,
      userName: name,
      userUniqueId: uniqueId,
      userStatus: DoorLock.UserStatus.OccupiedEnabled,
      userType: DoorLock.UserType.UnrestrictedUser,
      credentialRule: DoorLock.CredentialRule.Single,
      credentials: [{ credentialType: Pin, credentialIndex }],
      creatorFabricIndex: NOBODYS_FABRIC,
      lastModifiedFabricIndex: NOBODYS_FABRIC,
    });
    if (this.#faults.of(this.endpoint.id)?.kind === 'offline') return;
    this.events.lockUserChange.emit(
      {
        lockDataType: DoorLock.LockDataType.UserIndex,
        dataOperationType: DoorLock.DataOperationType.Add,
        operationSource: DoorLock.OperationSource.Keypad,
        userIndex,
        fabricIndex: null,
        sourceNode: null,
        dataIndex: userIndex,
      },
      this.context,
    );
  }

  override setUser(request: DoorLock.SetUserRequest): MaybePromise {
    return this.#through(() => {
      if (request.operationType === DoorLock.DataOperationType.Add) this.#faults.refuseWhenFull(this.endpoint.id);
      return super.setUser(request);
    });
  }

  // matter.js awaits what a command returns, but declares the commands with an answer as synchronous: hence `never`.
  override getUser(request: DoorLock.GetUserRequest): never {
    return this.#through(() => super.getUser(request)) as never;
  }

  override clearUser(request: DoorLock.ClearUserRequest): MaybePromise {
    return this.#through(() => super.clearUser(request));
  }

  override setCredential(request: DoorLock.SetCredentialRequest): never {
    return this.#through(() => super.setCredential(request)) as never;
  }

  override getCredentialStatus(request: DoorLock.GetCredentialStatusRequest): never {
    return this.#through(() => super.getCredentialStatus(request)) as never;
  }

  override clearCredential(request: DoorLock.ClearCredentialRequest): MaybePromise {
    return this.#through(() => super.clearCredential(request));
  }

  override setWeekDaySchedule(request: DoorLock.SetWeekDayScheduleRequest): MaybePromise {
    return this.#through(() => super.setWeekDaySchedule(request));
  }

  override getWeekDaySchedule(request: DoorLock.GetWeekDayScheduleRequest): never {
    return this.#through(() => super.getWeekDaySchedule(request)) as never;
  }

  override clearWeekDaySchedule(request: DoorLock.ClearWeekDayScheduleRequest): MaybePromise {
    return this.#through(() => super.clearWeekDaySchedule(request));
  }

  override setYearDaySchedule(request: DoorLock.SetYearDayScheduleRequest): MaybePromise {
    return this.#through(() => super.setYearDaySchedule(request));
  }

  override getYearDaySchedule(request: DoorLock.GetYearDayScheduleRequest): never {
    return this.#through(() => super.getYearDaySchedule(request)) as never;
  }

  override clearYearDaySchedule(request: DoorLock.ClearYearDayScheduleRequest): MaybePromise {
    return this.#through(() => super.clearYearDaySchedule(request));
  }

  override lockDoor(request: DoorLock.LockDoorRequest): MaybePromise {
    return this.#through(() => super.lockDoor(request));
  }

  override unlockDoor(request: DoorLock.UnlockDoorRequest): MaybePromise {
    return this.#through(() => super.unlockDoor(request));
  }

  get #faults(): LockFaults {
    return this.env.get(LockFaults);
  }

  /** Carried out, stored, and only then answered: a late answer does not make a late write. */
  async #through<Answer>(carryOut: () => MaybePromise<Answer>): Promise<Answer> {
    const { id } = this.endpoint;
    await this.#faults.arrive(id);
    const answer = await carryOut();
    if (this.#faults.of(id)?.kind === 'slow') {
      await this.context.transaction.commit();
      await this.#faults.answer(id);
    }
    return answer;
  }

  #holderOf(type: Credential, presented: Bytes, now: Temporal.PlainDateTime | null): Holder {
    const credentialIndex = this.auth.credentials.find(
      ({ credentialType, credentialData }) =>
        credentialType === type && Bytes.areEqual(this.auth.decrypt(credentialData), presented),
    )?.credentialIndex;
    const user = this.state.users.find(({ credentials }) =>
      credentials.some((each) => each.credentialType === type && each.credentialIndex === credentialIndex),
    );
    return {
      verdict: judgeKeypad(user === undefined ? null : codeHolder(user, this.state), now),
      userIndex: user?.userIndex ?? null,
      credentialIndex: credentialIndex ?? null,
    };
  }

  #tell(credentialType: Credential, { verdict, userIndex, credentialIndex }: Holder): void {
    if (this.#faults.of(this.endpoint.id)?.kind === 'offline') return;
    const operation = {
      lockOperationType: DoorLock.LockOperationType.Unlock,
      operationSource: credentialType === Pin ? DoorLock.OperationSource.Keypad : DoorLock.OperationSource.Rfid,
      userIndex,
      fabricIndex: null,
      sourceNode: null,
      credentials: credentialIndex === null ? null : [{ credentialType, credentialIndex }],
    };
    if (verdict.opens) {
      this.events.lockOperation.emit(operation, this.context);
      return;
    }
    const operationError = operationErrors[verdict.reason];
    this.events.lockOperationError.emit({ ...operation, operationError }, this.context);
  }
}

const operationErrors = {
  'wrong-code': DoorLock.OperationError.InvalidCredential,
  disabled: DoorLock.OperationError.DisabledUserDenied,
  'outside-schedule': DoorLock.OperationError.Restricted,
  'no-schedule': DoorLock.OperationError.Restricted,
} as const;

type Credential = typeof Pin | typeof Rfid;

interface Holder extends DoorAnswer {
  readonly credentialIndex: number | null;
}

/** The same lock, which takes the UIDs of cards too. */
export const VirtualCardLock = VirtualLock.with(...features, 'RfidCredential');
