import { isCommonPassword, isPin, shortestPassword } from '#domain/staff/password';
import { secretsText } from '../text/staff.ts';

/** What stands beside the fields of a new password, typed twice, and a PIN that may be left empty. */
export function wrongInSecrets(typed: {
  readonly password: string;
  readonly again: string;
  readonly pin: string;
}): Record<string, string> {
  return {
    ...wrongPassword(typed.password),
    ...(typed.password === typed.again ? {} : { again: secretsText.differ }),
    ...(typed.pin === '' || isPin(typed.pin) ? {} : { pin: secretsText.pinWrong }),
  };
}

function wrongPassword(password: string): Record<string, string> {
  if (password.length < shortestPassword) return { password: secretsText.tooShort };
  return isCommonPassword(password) ? { password: secretsText.tooCommon } : {};
}
