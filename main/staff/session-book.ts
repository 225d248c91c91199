import type { SignedIn, StaffView } from '#api/views';
import type { StaffMember } from '#domain/staff';
import { plus, type InstantText } from '#domain/time';
import type { Base } from '#main/base';
import { Temporal } from 'temporal-polyfill';

/** A session ends this long after its sign-in, whatever happens in it: a shift, and no second one. */
const sessionLength = Temporal.Duration.from({ hours: 12 });

/**
 * Who is signed in, in memory: a restart signs everybody out. A session is checked against the staff records at every call,
 * so it ends in the moment its owner is disabled.
 */
export class SessionBook {
  readonly #base: Base;
  readonly #sessions = new Map<string, { readonly staffId: StaffMember['id']; readonly endsAt: InstantText }>();

  constructor(base: Base) {
    this.#base = base;
  }

  open(staff: StaffMember): SignedIn {
    // Two ids of 126 random bits or more.
    const token = `${this.#base.random.id()}${this.#base.random.id()}`;
    this.#forgetEnded();
    this.#sessions.set(token, { staffId: staff.id, endsAt: plus(this.#base.clock.now(), sessionLength) });
    return { token, staff: viewOf(staff) };
  }

  close(token: string): void {
    this.#sessions.delete(token);
  }

  async whoIs(token: string): Promise<StaffView | null> {
    const session = this.#sessions.get(token);
    if (session === undefined || session.endsAt <= this.#base.clock.now()) return null;
    const staff = await this.#base.store.read((view) => view.get('staff', session.staffId));
    return staff === null || staff.disabledAt !== null ? null : viewOf(staff);
  }

  #forgetEnded(): void {
    const now = this.#base.clock.now();
    for (const [token, { endsAt }] of this.#sessions) if (endsAt <= now) this.#sessions.delete(token);
  }
}

function viewOf({ id, name, role }: StaffMember): StaffView {
  return { id, name, role };
}
