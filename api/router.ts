import { brakeRouter } from './brake-router.ts';
import { bulkRouter } from './bulk-router.ts';
import { encoderRouter } from './encoder-router.ts';
import { filtersRouter } from './filters-router.ts';
import { keycardsRouter } from './keycards-router.ts';
import { keysRouter } from './keys-router.ts';
import { demoRouter, deskRouter } from './desk-router.ts';
import { doorsRouter, settingsRouter } from './property-router.ts';
import { router } from './procedures.ts';
import { auditRouter, staffRouter } from './staff-router.ts';
import { sessionsRouter, setupRouter } from './sessions-router.ts';

/** Everything a portal may ask of Portal. The same router serves the desk's IPC channel and the office's WebSocket. */
export const appRouter = router({
  sessions: sessionsRouter,
  setup: setupRouter,
  keys: keysRouter,
  keycards: keycardsRouter,
  encoder: encoderRouter,
  bulk: bulkRouter,
  filters: filtersRouter,
  doors: doorsRouter,
  settings: settingsRouter,
  desk: deskRouter,
  brake: brakeRouter,
  staff: staffRouter,
  audit: auditRouter,
  demo: demoRouter,
});

export type AppRouter = typeof appRouter;
