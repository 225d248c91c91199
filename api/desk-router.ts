import { demoCardAtDoorInput, demoEncoderFaultInput, demoLayCardInput, demoNewCardInput } from './demo-inputs.ts';
import {
  activityInput,
  demoActInput,
  demoKeypadInput,
  demoLockInput,
  demoOutageInput,
  demoReservationInput,
  searchInput,
} from './inputs.ts';
import { demoOf, procedureFor, router, signedInToken } from './procedures.ts';

export const deskRouter = router({
  strip: procedureFor('see-doors').query(({ ctx }) => ctx.services.desk.strip()),
  alerts: procedureFor('see-keys').query(({ ctx }) => ctx.services.desk.alerts()),
  activity: procedureFor('see-activity')
    .input(activityInput)
    .query(({ ctx, input }) => ctx.services.desk.activity(input.limit)),
  search: procedureFor('see-keys')
    .input(searchInput)
    .query(({ ctx, input }) => ctx.services.desk.search(input.text, input.limit)),
  /** What was committed, as it is committed: the screens ask again for what they show of it. */
  changes: procedureFor('see-doors').subscription(async function* ({ ctx, signal }) {
    const ended = signal ?? new AbortController().signal;
    for await (const notices of ctx.services.desk.changes(ended)) {
      const session = await ctx.services.sessions.whoIs(signedInToken(ctx));
      // Signed out, disabled or locked meanwhile: a line that was opened before ends too.
      if (session === null || session.state === 'locked') return;
      yield notices;
    }
  }),
});

/** The demo hotel: acting as the PMS, as a guest at a door, and as the hand at the encoder. Only where it runs. */
export const demoRouter = router({
  view: procedureFor('use-demo').query(({ ctx }) => demoOf(ctx.services).view()),
  createReservation: procedureFor('use-demo')
    .input(demoReservationInput)
    .mutation(({ ctx, input }) => demoOf(ctx.services).createReservation(input)),
  act: procedureFor('use-demo')
    .input(demoActInput)
    .mutation(({ ctx, input }) => demoOf(ctx.services).act(input)),
  outage: procedureFor('use-demo')
    .input(demoOutageInput)
    .mutation(({ ctx, input }) => demoOf(ctx.services).outage(input)),
  keypad: procedureFor('use-demo')
    .input(demoKeypadInput)
    .mutation(({ ctx, input }) => demoOf(ctx.services).keypad(input)),
  lock: procedureFor('use-demo')
    .input(demoLockInput)
    .mutation(({ ctx, input }) => demoOf(ctx.services).lock(input)),
  layCard: procedureFor('use-demo')
    .input(demoLayCardInput)
    .mutation(({ ctx, input }) => demoOf(ctx.services).layCard(input)),
  newCard: procedureFor('use-demo')
    .input(demoNewCardInput)
    .mutation(({ ctx, input }) => demoOf(ctx.services).newCard(input)),
  cardAtDoor: procedureFor('use-demo')
    .input(demoCardAtDoorInput)
    .mutation(({ ctx, input }) => demoOf(ctx.services).cardAtDoor(input)),
  encoderFault: procedureFor('use-demo')
    .input(demoEncoderFaultInput)
    .mutation(({ ctx, input }) => demoOf(ctx.services).encoderFault(input)),
});
