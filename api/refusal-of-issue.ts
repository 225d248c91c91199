import type { ZodError } from 'zod';
import { isRefusalCode, refusalWith, type Refusal, type RefusalCode } from '#domain/refusal';

type Issue = ZodError['issues'][number];

/** What is wrong with an input, by field path. Of two things that are wrong with one field, the first. */
export function refusalsOf(error: ZodError): Readonly<Record<string, Refusal>> {
  const inOrder = error.issues.toReversed().map((issue) => [issue.path.join('.'), refusalOf(issue)] as const);
  return Object.fromEntries(inOrder);
}

/** The schema's own code, else what kind of bound was missed. zod's English never leaves. */
function refusalOf(issue: Issue): Refusal {
  const code = isRefusalCode(issue.message) ? issue.message : usualCode(issue);
  return refusalWith(code, factsOf(issue)) ?? { code: 'not-valid', facts: {} };
}

function usualCode(issue: Issue): RefusalCode {
  if (issue.code !== 'too_small' && issue.code !== 'too_big') return 'not-valid';
  const isSmall = issue.code === 'too_small';
  if (issue.origin === 'array') return isSmall ? 'too-few' : 'too-many';
  if (issue.origin !== 'string') return isSmall ? 'too-small' : 'too-big';
  if (!isSmall) return 'too-long';
  return issue.minimum === 1 ? 'missing' : 'too-short';
}

function factsOf(issue: Issue): Readonly<Record<string, unknown>> {
  if (issue.code === 'too_small') return { least: issue.minimum };
  if (issue.code === 'too_big') return { most: issue.maximum };
  return issue.code === 'custom' ? (issue.params ?? {}) : {};
}
