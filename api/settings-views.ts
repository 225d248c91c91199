import type { SpaceId } from '#domain/ids';
import type { PropertySettings } from '#domain/house/settings';
import type { PmsFieldKind, PmsFieldLabel } from '#domain/pms/pms-field';
import type { InstantText } from '#domain/time/time';

export interface SetupState {
  readonly owner: 'missing' | 'present';
  readonly property: 'missing' | 'present';
  readonly pms: 'missing' | 'present';
  readonly locks: 'missing' | 'present';
  /** The demo hotel is running: the demo panel is offered, and the set-up is done already. */
  readonly demo: boolean;
  /** Of the demo hotel, as it was made: anybody may sign in there. null: a real hotel. */
  readonly demoOwner: { readonly name: string; readonly password: string } | null;
  /** Nobody is set up here yet, and this Portal can begin the demo hotel in its own place. */
  readonly mayShowDemo: boolean;
}

/** A PMS that can be connected, and what to ask for it. */
export interface PmsSystemView {
  readonly name: string;
  readonly title: string;
  readonly fields: readonly {
    readonly name: string;
    readonly label: PmsFieldLabel;
    readonly kind: PmsFieldKind;
    readonly choices: readonly string[];
    readonly required: boolean;
    readonly default: string;
  }[];
}

export interface PmsConnectionView {
  readonly id: string;
  /** The property, as the PMS calls it. */
  readonly name: string;
  readonly system: string;
  readonly title: string;
  /** What was entered, without the secrets. */
  readonly shown: readonly { readonly field: string; readonly label: PmsFieldLabel; readonly value: string }[];
  readonly state: 'connected' | 'degraded' | 'broken';
  readonly stateSince: InstantText;
  readonly syncedAt: InstantText | null;
  readonly reconciledAt: InstantText | null;
  readonly problem: string | null;
}

export interface SettingsView {
  readonly property: PropertySettings;
  readonly pmsSystems: readonly PmsSystemView[];
  readonly pms: readonly PmsConnectionView[];
  readonly gateways: readonly {
    readonly id: string;
    readonly name: string;
    readonly driver: string;
    readonly online: 'online' | 'offline' | 'unknown';
    /** Why Portal cannot speak to it at all; null: it can, and the gateway answers or not. */
    readonly offlineBecause: 'system-unknown' | 'not-paired' | 'controller-unreadable' | null;
    /** By which its locks keep their windows; null: never read. */
    readonly clock: {
      readonly state: 'right' | 'off' | 'unknown' | 'not-offered';
      readonly offBySeconds: number | null;
    } | null;
    readonly locks: number;
  }[];
  /** Rooms of the connected PMSs that lead to no door yet. */
  readonly unmappedSpaces: readonly {
    readonly id: SpaceId;
    readonly name: string;
    /** False: parking, a meeting room. It can be mapped, and nothing is amiss while it is not. */
    readonly isSleptIn: boolean;
  }[];
}
