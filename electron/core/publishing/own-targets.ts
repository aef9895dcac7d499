/**
 * The targets that come with the program: the folder site of the very first start, and the sample newsroom's. Until
 * somebody renames them they are called what the interface's language calls them.
 */
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { TargetConfiguration } from '../../../shared/contract/target-configuration.ts';
import { SAMPLE_TARGET_ID } from '../../../shared/domain/sample-story.ts';
import { translate, type Language } from '../../../shared/i18n/translate.ts';
import type { EventBus } from '../events.ts';
import type { Clock } from '../providers.ts';
import type { PublishingQueries } from './queries.ts';
import type { SampleSite } from './sample-site.ts';

const BUILT_IN_NAME = 'target.kind.folder-site';
const SAMPLE_NAME = 'sample.site';
const LANGUAGES: readonly Language[] = ['id', 'en'];

export interface OwnTargets {
  /** Makes the folder site at the very first run; one that was removed does not come back. Then as `keepInStep`. */
  atStart(): void;
  /** Makes the sample newsroom's target. */
  ensureSample(): void;
  /** Has names follow the language, and the sample's folder the data folder, which may have been moved. */
  keepInStep(): void;
}

export function createOwnTargets({
  queries,
  events,
  clock,
  sampleSite,
  language,
}: {
  queries: PublishingQueries;
  events: EventBus;
  clock: Clock;
  sampleSite: SampleSite;
  language: () => Language;
}): OwnTargets {
  /** What a target of that name is called now: another only where nobody chose it. */
  function nameOf(name: string): string {
    const key = ([BUILT_IN_NAME, SAMPLE_NAME] as const).find((each) =>
      LANGUAGES.some((one) => translate(one, each) === name),
    );
    return key === undefined ? name : translate(language(), key);
  }

  /** Another folder that somebody chose for it stays. */
  function movedAlong(configuration: TargetConfiguration): TargetConfiguration {
    if (configuration.kind !== 'folder-site') return configuration;
    const { folder } = sampleSite.configuration;
    const isMoved = configuration.folder !== folder && basename(configuration.folder) === basename(folder);
    return isMoved ? sampleSite.configuration : configuration;
  }

  function keepInStep(): void {
    for (const target of queries.targets()) {
      const { id } = target;
      const name = nameOf(target.name);
      const configuration = id === SAMPLE_TARGET_ID ? movedAlong(target.configuration) : target.configuration;
      if (name === target.name && configuration === target.configuration) continue;
      queries.changeTarget({ id, name, configuration });
      events.emit({ type: 'target.changed', targetId: id });
    }
  }

  return {
    atStart() {
      if (!queries.hasEverHadTarget()) {
        queries.addTarget({
          id: randomUUID(),
          name: translate(language(), BUILT_IN_NAME),
          configuration: { kind: 'folder-site', folder: '' },
          now: clock.now(),
        });
      }
      keepInStep();
    },
    ensureSample: () => sampleSite.ensure(translate(language(), SAMPLE_NAME)),
    keepInStep,
  };
}
