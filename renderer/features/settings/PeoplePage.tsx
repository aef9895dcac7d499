import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { Person } from '../../../shared/contract/people.ts';
import { useCore } from '../../core-client/core-client.ts';
import { useTranslate } from '../../i18n.ts';
import { personName, usePeople, useRefusal, useSitDown } from '../../people.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Plus, TriangleAlert } from '../../ui/icons/icons.ts';
import { Skeleton } from '../../ui/Loading.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { showToast } from '../../ui/toast.ts';
import { PersonDialog } from './PersonDialog.tsx';
import { useTellError } from './use-tell.ts';
import styles from './PeoplePage.module.css';

/** The people of the house: who works here, in which role, under which code. */
export function PeoplePage(): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const query = useQuery(queries.people.list.queryOptions());
  const { all, active } = usePeople();
  const refusal = useRefusal('manage-people');
  const [editing, setEditing] = useState<Person | 'new' | null>(null);

  if (query.isPending) return <Skeleton lines={4} />;
  if (query.data === undefined) {
    return (
      <EmptyState
        icon={TriangleAlert}
        tone="problem"
        title={translate('people.failed')}
        actions={<Button onClick={() => void query.refetch()}>{translate('ui.retry')}</Button>}
      />
    );
  }
  const left = all.filter((person) => !person.active);
  return (
    <div className={styles.page}>
      {refusal !== null && <RefusalNote id="people-refusal">{refusal}</RefusalNote>}
      <ul role="list" className={styles.list}>
        {active.map((person) => (
          <PersonRow key={person.personId} person={person} locked={refusal !== null} onEdit={setEditing} />
        ))}
      </ul>
      {active.length === 1 && refusal === null && (
        <p className={styles.alone}>
          <strong>{translate('people.alone.title')}</strong> {translate('people.alone.text')}
        </p>
      )}
      <div>
        <Button
          icon={Plus}
          disabled={refusal !== null}
          aria-describedby={refusal === null ? undefined : 'people-refusal'}
          onClick={() => setEditing('new')}
        >
          {translate('people.add')}
        </Button>
      </div>
      {left.length > 0 && (
        <section aria-labelledby="people-left">
          <h2 id="people-left" className={styles.subtitle}>
            {translate('people.formerly')}
          </h2>
          <ul role="list" className={styles.list}>
            {left.map((person) => (
              <PersonRow
                key={person.personId}
                person={person}
                locked={refusal !== null}
                onEdit={setEditing}
              />
            ))}
          </ul>
        </section>
      )}
      {editing !== null && (
        <PersonDialog person={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </div>
  );
}

interface PersonRowProps {
  person: Person;
  /** Who sits here may not change people. */
  locked: boolean;
  onEdit: (person: Person) => void;
}

function PersonRow({ person, locked, onEdit }: PersonRowProps): ReactElement {
  const translate = useTranslate();
  const { client, queries } = useCore();
  const queryClient = useQueryClient();
  const tellError = useTellError();
  const sitDown = useSitDown();
  const { current } = usePeople();
  const name = personName(person, translate);
  const here = person.personId === current?.personId;

  const setActive = useMutation({
    mutationFn: (active: boolean) => client.people.change({ ...person, active }),
    onSuccess(_person, active) {
      void queryClient.invalidateQueries({ queryKey: queries.people.key() });
      if (active) return;
      showToast(translate('people.leftToast', { name }), {
        action: { label: translate('ui.undo'), run: () => setActive.mutate(true) },
      });
    },
    onError: tellError,
  });

  return (
    <li className={classes(styles.row, !person.active && styles.gone)}>
      <Avatar name={person.name} id={person.personId} />
      <div className={styles.words}>
        <span className={styles.name}>
          {name}
          {person.code !== '' && <span className={styles.code}>{person.code}</span>}
          {here && <Badge tone="accent">{translate('people.here')}</Badge>}
        </span>
        <span className={styles.role}>
          <strong>{translate(`people.role.${person.role}`)}</strong> ·{' '}
          {translate(`people.role.${person.role}.text`)}
        </span>
      </div>
      <div className={styles.buttons}>
        {person.active && !here && (
          <Button size="small" look="ghost" onClick={() => sitDown(person.personId)}>
            {translate('people.sitDown')}
          </Button>
        )}
        {!locked && person.active && (
          <Button
            size="small"
            aria-label={translate('people.edit.of', { name })}
            onClick={() => onEdit(person)}
          >
            {translate('people.edit')}
          </Button>
        )}
        {!locked && !here && (
          <Button
            size="small"
            look="ghost"
            busy={setActive.isPending}
            onClick={() => setActive.mutate(!person.active)}
          >
            {translate(person.active ? 'people.leave' : 'people.comeBack')}
          </Button>
        )}
      </div>
    </li>
  );
}
