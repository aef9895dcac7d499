import type { ReactElement } from 'react';
import { useTranslate } from '../../i18n.ts';
import { useSampleNewsroom } from '../../sample-newsroom/use-sample-newsroom.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from './Section.tsx';

/** The sample newsroom, in or out. */
export function SampleSection(): ReactElement {
  const translate = useTranslate();
  const { state, working, load, remove } = useSampleNewsroom();
  const loaded = state?.loaded === true;
  return (
    <Section
      title={translate('sample.name')}
      text={translate('sample.text')}
      aside={
        <Button
          busy={working}
          disabled={state === undefined}
          onClick={() => (loaded ? remove() : void load())}
        >
          {translate(loaded ? 'sample.remove' : 'sample.load')}
        </Button>
      }
    >
      {loaded && <p role="status">{translate('sample.loaded', { count: state.stories })}</p>}
    </Section>
  );
}
