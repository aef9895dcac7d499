import { useMutation, useQueryClient } from '@tanstack/react-query';
import { runWhenShown } from '../../../commands.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { navigate } from '../../../navigation.ts';
import { useSampleNewsroom } from '../../../sample-newsroom/use-sample-newsroom.ts';
import { useSettingsForm } from '../use-settings-form.ts';
import { useTellError } from '../use-tell.ts';

export interface Begin {
  working: boolean;
  empty: () => Promise<void>;
  withSources: () => Promise<void>;
  withSample: () => Promise<void>;
}

/** The three ways out of the first run. Each ends in the inbox, unless the person cannot be stored as typed. */
export function useBegin(savePerson: () => Promise<boolean>): Begin {
  const { queries } = useCore();
  const queryClient = useQueryClient();
  const tellError = useTellError();
  const { saveNow } = useSettingsForm();
  const sample = useSampleNewsroom();
  const finishing = useMutation(
    queries.settings.change.mutationOptions({
      onSuccess: (changed) => queryClient.setQueryData(queries.settings.get.queryKey(), changed),
      onError: tellError,
    }),
  );

  async function finish(): Promise<boolean> {
    if (!(await savePerson())) return false;
    saveNow();
    navigate({ screen: 'wire', storyId: null }, { replace: true });
    finishing.mutate({ firstRun: { done: true } });
    return true;
  }

  return {
    working: sample.working || finishing.isPending,
    async empty() {
      await finish();
    },
    async withSources() {
      if (await finish()) runWhenShown('wire.addSource');
    },
    async withSample() {
      if ((await savePerson()) && (await sample.load())) await finish();
    },
  };
}
