import { useCallback, useState } from 'react';
import type { PreviewDoorcodeInput } from '#api/key-inputs';
import type { DoorcodePreview } from '#api/key-making';
import { portal } from '../../channel/portal-client.ts';
import { useAct } from '../../channel/use-portal.ts';
import { previewQuestion } from '../../components/person-form.ts';
import { type AddKeyForm, doorsToLookAt } from './add-key-form.ts';

export type CodePreviews = Readonly<Record<string, DoorcodePreview | null>>;

interface Asked {
  readonly uid: string;
  readonly question: PreviewDoorcodeInput;
}

/** What is known of each person's typed doorcode, by the person's uid. */
export function useCodePreviews() {
  const [previews, setPreviews] = useState<CodePreviews>({});
  const onPreview = useCallback(
    (uid: string, preview: DoorcodePreview | null) => setPreviews((before) => ({ ...before, [uid]: preview })),
    [],
  );
  const look = useAct(async (asked: readonly Asked[]): Promise<CodePreviews> => {
    const ask = async ({ uid, question }: Asked) => [uid, await portal.keys.previewDoorcode.query(question)] as const;
    return Object.fromEntries(await Promise.all(asked.map(ask)));
  });
  return {
    previews,
    onPreview,
    pending: look.pending,
    failure: look.failure,
    /** With every code that is typed looked at, though it was typed a moment ago; undefined: the desk could not say. */
    async settled({ people, accesses }: AddKeyForm): Promise<CodePreviews | undefined> {
      const doors = doorsToLookAt({ people, accesses });
      const unknown = people.flatMap((person) => {
        const question = previewQuestion(person, { keyId: null, doors });
        return question === null || (previews[person.uid] ?? null) !== null ? [] : [{ uid: person.uid, question }];
      });
      const found = unknown.length === 0 ? {} : await look.run(unknown);
      if (found === undefined) return undefined;
      setPreviews((before) => ({ ...before, ...found }));
      return { ...previews, ...found };
    },
  };
}
