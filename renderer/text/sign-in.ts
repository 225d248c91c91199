export const signInText = {
  title: 'Sign in to Portal',
  name: 'Name',
  pin: 'PIN',
  act: 'Sign in',
  demo: 'This is the demo hotel. The name and PIN are printed in the terminal that started it.',
} as const;
