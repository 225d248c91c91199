import { MantineProvider } from '@mantine/core';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { failureOf } from './channel/failure.ts';
import { Entrance } from './entrance.tsx';
import { cssVariables, theme } from './theme.ts';

/** The session is over, or behind a locked screen. */
const sessionEnds: ReadonlySet<string> = new Set(['not-signed-in', 'screen-locked', 'choose-password']);

/** Answers stay good until a change says otherwise; a lost connection is tried again until it is back. */
const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    // The session ended at the desk: ask who is signed in, and the sign-in appears.
    onError: (error) => {
      if (sessionEnds.has(failureOf(error).code)) void queries.invalidateQueries({ queryKey: ['setup', 'me'] });
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      networkMode: 'always',
      retry: (_attempts, error) => failureOf(error).code === 'no-answer',
      retryDelay: 500,
    },
    mutations: { networkMode: 'always' },
  },
});

export function Portal() {
  return (
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
        <QueryClientProvider client={queries}>
          <Entrance />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>
  );
}
