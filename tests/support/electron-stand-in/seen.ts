/** What the application did to Electron, for the test to ask about. */
export const seen = {
  sandboxed: false,
  schemes: [] as unknown[],
  windowOptions: [] as unknown[],
  menus: [] as unknown[],
  errorBoxes: [] as string[],
  /** Addresses outside the application that the page tried to reach, and the stand-in did not let it. */
  outside: [] as string[],
  popUps: [] as { url: string; action: string }[],
  refusedNavigations: [] as string[],
};
