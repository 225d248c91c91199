export const signInText = {
  title: 'Sign in to Portal',
  name: 'Name',
  password: 'Password',
  act: 'Sign in',
  demo: 'This is the demo hotel. The name and password are printed in the terminal that started it.',
} as const;
