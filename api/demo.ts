import type { CardRefusal, DemoCardType, KeypadRefusal } from './demo-inputs.ts';

/** What the demo panel shows of the simulated PMS and building. */
export interface DemoView {
  readonly reservations: readonly {
    readonly id: string;
    readonly number: string;
    readonly guest: string;
    readonly room: string | null;
    readonly state: string;
    readonly arrival: string;
    readonly departure: string;
  }[];
  readonly rooms: readonly string[];
  readonly locks: readonly {
    readonly id: string;
    readonly name: string;
    readonly online: boolean;
    readonly users: number;
  }[];
  /** The box beside the simulated encoder. */
  readonly cards: readonly {
    /** Lower-case hexadecimal. */
    readonly uid: string;
    readonly type: DemoCardType;
    readonly isOnEncoder: boolean;
  }[];
}

export type KeypadAnswer = { readonly opened: true } | { readonly opened: false; readonly reason: KeypadRefusal };

/** By the card's UID, which the lock holds, or by the record that is written on the card. */
export type CardAtDoorAnswer =
  { readonly opened: true; readonly how: 'uid' | 'record' } | { readonly opened: false; readonly reason: CardRefusal };
