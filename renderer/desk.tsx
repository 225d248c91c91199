import { Notifications } from '@mantine/notifications';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { whenIdle } from './lazy-part.tsx';
import { router } from './router.tsx';
import { screens } from './screens.ts';

/** With the screen of the address in it: until that is there, one sees what one saw. */
export async function openDesk(): Promise<typeof Desk> {
  await router.load();
  return Desk;
}

/** What somebody sees who is inside, or who sets the hotel up. The other screens come while the first one is looked at. */
function Desk() {
  useEffect(() => whenIdle(() => void fetchScreens()), []);
  return (
    <>
      <Notifications position="bottom-right" className="notifications" />
      <RouterProvider router={router} />
    </>
  );
}

/** One after the other: what is asked for meanwhile goes first. */
async function fetchScreens(): Promise<void> {
  for (const screen of Object.values(screens)) await screen.preload();
}
