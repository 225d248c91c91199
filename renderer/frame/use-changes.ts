import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { connection, onConnection } from '../channel/connection.ts';
import { portal } from '../channel/portal-client.ts';
import type { Area } from '../channel/use-portal.ts';
import { changedAreas } from './changed-areas.ts';

/** At most four rounds a second, however many commits there are: 200 check-ins at once leave the screen free. */
const restBetweenRounds = 250;
const beforeListeningAgain = 2_000;

/** Mounted once, while somebody is signed in: what is committed at the desk is asked again by the screens that show it. */
export function useChanges(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const rounds = startRounds(queries);
    const listening = listen(rounds);
    let was = connection();
    const stop = onConnection(() => {
      const is = connection();
      if (is === 'open' && was === 'lost') rounds.ask(everyArea);
      was = is;
    });
    return () => {
      listening.stop();
      stop();
      rounds.stop();
    };
  }, [queries]);
}

const everyArea: readonly Area[] = ['keys', 'doors', 'keycards', 'encoder', 'desk', 'settings', 'demo', 'setup'];

/** Listens for as long as it is mounted. A lost connection is tRPC's to mend; a refused one is asked again here. */
function listen(rounds: ReturnType<typeof startRounds>) {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let subscription = subscribe();

  function subscribe() {
    return portal.desk.changes.subscribe(undefined, {
      onData: (notices) => rounds.ask(changedAreas(notices)),
      onError: again,
      onComplete: again,
    });
  }

  function again() {
    if (stopped) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      subscription = subscribe();
      rounds.ask(everyArea);
    }, beforeListeningAgain);
  }

  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
      subscription.unsubscribe();
    },
  };
}

/** The next round begins when the last one is answered and rested: a slow desk is asked less often, never twice at once. */
function startRounds(queries: QueryClient) {
  const asked = new Set<Area>();
  let running = false;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function round(): Promise<void> {
    running = true;
    const areas = [...asked];
    asked.clear();
    await queries.invalidateQueries({ predicate: (query) => areas.includes(query.queryKey[0] as Area) });
    timer = setTimeout(() => {
      running = false;
      if (asked.size > 0 && !stopped) void round();
    }, restBetweenRounds);
  }

  return {
    ask(areas: readonly Area[]) {
      for (const area of areas) asked.add(area);
      if (!running && !stopped && asked.size > 0) void round();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
