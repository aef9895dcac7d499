import { useQuery } from '@tanstack/react-query';
import type { ReactElement, RefObject } from 'react';
import { commandCaps } from '../../../commands.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { useTranslate } from '../../../i18n.ts';
import { navigate } from '../../../navigation.ts';
import { chooseManuscripts } from '../../../opened-files.ts';
import { personName, usePeople } from '../../../people.ts';
import { StoryTypeMenu } from '../../../story-types/StoryTypeMenu.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Input, Select } from '../../../ui/Field.tsx';
import { FileInput, FilePlus2, GitPullRequestArrow, Inbox, Search } from '../../../ui/icons/icons.ts';
import { PaneHeader } from '../../../ui/PaneHeader.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { classes } from '../../../ui/classes.ts';
import { STATES, type ListTab, type ListView } from './list-view.ts';
import styles from './list.module.css';

interface ListHeadProps {
  view: ListView;
  onView: (change: Partial<ListView>) => void;
  searchField: RefObject<HTMLInputElement | null>;
  creating: boolean;
  /** Of a story type: its id, empty for none; left out, the usual one. */
  onCreate: (storyType?: string) => void;
  /** The keys go back to the list. */
  onLeave: () => void;
  /** They go to its first row. */
  onFirst: () => void;
}

/** What the list shows: by state, by words, by section, by whom an article lies with. */
export function ListHead({
  view,
  onView,
  searchField,
  creating,
  onCreate,
  onLeave,
  onFirst,
}: ListHeadProps): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const sections = useQuery(queries.settings.get.queryOptions()).data?.house.sections ?? [];
  const counts = useQuery(queries.articles.counts.queryOptions()).data;
  return (
    <>
      <PaneHeader className={styles.header ?? ''}>
        <h1 className={styles.title}>{translate('articles.title')}</h1>
        <Tabs<ListTab>
          label={translate('articles.states')}
          look="pill"
          value={view.tab}
          onChange={(tab) => onView({ tab })}
          items={[
            { value: 'all', label: translate('articles.state.all') },
            ...STATES.map((state) => ({
              value: state,
              label: translate(`articles.state.${state}`),
              aside: counts !== undefined && counts[state] > 0 && (
                <span className={styles.count}>{counts[state]}</span>
              ),
            })),
            { value: 'trash', label: translate('articles.state.trash') },
          ]}
        />
        <span className={styles.spring} />
        <Button icon={FileInput} title={translate('import.hint')} onClick={chooseManuscripts}>
          {translate('import.button')}
        </Button>
        <StoryTypeMenu disabled={creating} onChoose={onCreate}>
          <Button look="primary" icon={FilePlus2} busy={creating} onClick={() => onCreate()}>
            {translate('articles.new')}
          </Button>
        </StoryTypeMenu>
      </PaneHeader>
      <div className={styles.filters}>
        <span className={styles.search}>
          <Search size={15} />
          <Input
            ref={searchField}
            type="search"
            value={view.query}
            placeholder={translate('articles.search')}
            aria-label={translate('articles.find')}
            onChange={(event) => onView({ query: event.target.value })}
            onKeyDown={(event) => {
              if (event.key === 'Escape') {
                onView({ query: '' });
                onLeave();
              } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
                event.preventDefault();
                onFirst();
              }
            }}
          />
        </span>
        <Select
          className={styles.section}
          aria-label={translate('articles.section')}
          value={view.section}
          onChange={(event) => onView({ section: event.target.value })}
        >
          <option value="">{translate('articles.section.all')}</option>
          {sections.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </Select>
        <Assignee assignee={view.assignee} onAssignee={(assignee) => onView({ assignee })} />
        <OpenImpact />
      </div>
    </>
  );
}

/** The way to the articles whose source has changed, while any waits for a decision. */
function OpenImpact(): ReactElement | null {
  const translate = useTranslate();
  const { queries } = useCore();
  const open = useQuery(queries.impact.counts.queryOptions()).data?.open ?? 0;
  if (open === 0) return null;
  return (
    <Button
      icon={GitPullRequestArrow}
      title={translate('impact.status', { count: open })}
      onClick={() => navigate({ screen: 'impact' })}
    >
      {translate('impact.title')}
      <span className={classes(styles.mineCount, styles.unread)}>{open}</span>
    </Button>
  );
}

interface AssigneeProps {
  assignee: string;
  onAssignee: (assignee: string) => void;
}

/** Whom the articles lie with; nothing to ask in a house of one. */
function Assignee({ assignee, onAssignee }: AssigneeProps): ReactElement | null {
  const translate = useTranslate();
  const { queries } = useCore();
  const { active, current } = usePeople();
  const counts = useQuery(queries.articles.assignments.counts.queryOptions()).data;
  if (active.length < 2) return null;
  const mine = assignee === 'me';
  const forMe = counts?.forMe ?? 0;
  const unread = (counts?.unread ?? 0) > 0;
  return (
    <>
      <Select
        className={styles.section}
        aria-label={translate('articles.assignee')}
        value={assignee}
        onChange={(event) => onAssignee(event.target.value)}
      >
        <option value="">{translate('articles.assignee.all')}</option>
        <option value="me">{translate('articles.mine')}</option>
        <option value="nobody">{translate('articles.assignee.nobody')}</option>
        {active
          .filter(({ personId }) => personId !== current?.personId)
          .map((person) => (
            <option key={person.personId} value={person.personId}>
              {personName(person, translate)}
            </option>
          ))}
      </Select>
      <Button
        look={mine ? 'primary' : 'plain'}
        icon={Inbox}
        aria-pressed={mine}
        title={commandCaps('articles.mine').join(' ')}
        onClick={() => onAssignee(mine ? '' : 'me')}
      >
        {translate('articles.mine')}
        {forMe > 0 && <span className={classes(styles.mineCount, unread && styles.unread)}>{forMe}</span>}
      </Button>
    </>
  );
}
