/** The panel above the keys. What each problem is called is in alerts.ts. */
export const needsAttentionText = {
  title: 'Needs attention',
  all: (count: number) => `Show all ${count}`,
  fewer: 'Show fewer',
  since: (time: string) => `Since ${time}.`,
  openKey: 'Open key',
  trying: (door: string | null) =>
    door === null ? 'Portal is trying again now.' : `Portal is trying ${door} again now.`,
} as const;
