import { sentences } from '../../text/language.ts';

export const signInText = sentences('sign-in', {
  title: 'Sign in to Portal',
  name: 'Name',
  password: 'Password',
  act: 'Sign in',
  demo: ({ name, password }: { readonly name: string; readonly password: string }) =>
    `This is the demo hotel. Sign in as ${name} with the password ${password}.`,
});
