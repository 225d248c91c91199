import { z } from 'zod';

export const windowBounds = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(1).max(20_000),
  height: z.number().int().min(1).max(20_000),
});

/** In device-independent pixels, as Electron counts. */
export type WindowBounds = z.infer<typeof windowBounds>;

/** Enough of the title bar to take hold of it. */
const GRIP = 64;

/** Where the window was, unless the screen it was on is gone: then null, and the platform chooses. */
export function visibleBounds(saved: unknown, screens: readonly WindowBounds[]): WindowBounds | null {
  const bounds = windowBounds.safeParse(saved).data;
  if (bounds === undefined) return null;
  const mayBeGripped = screens.some(
    (screen) =>
      Math.min(bounds.x + bounds.width, screen.x + screen.width) - Math.max(bounds.x, screen.x) >= GRIP &&
      bounds.y >= screen.y &&
      bounds.y <= screen.y + screen.height - GRIP,
  );
  return mayBeGripped ? bounds : null;
}
