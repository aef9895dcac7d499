import { useInfiniteQuery } from '@tanstack/react-query';
import { useState, type ReactElement, type ReactNode } from 'react';
import {
  ledgerFilterSchema,
  type LedgerFilter,
  type LedgerSource,
  type PictureRights,
} from '../../../../shared/contract/rights.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { useTranslate } from '../../../i18n.ts';
import { LicenceStanding } from '../../../picture-rights/LicenceStanding.tsx';
import { usePictureRightsFacts } from '../../../picture-rights/picture-rights-facts.ts';
import { PictureRightsDialog } from '../../../picture-rights/PictureRightsDialog.tsx';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Pencil, TriangleAlert } from '../../../ui/icons/icons.ts';
import { Skeleton } from '../../../ui/Loading.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { Section } from '../Section.tsx';
import styles from './RightsPage.module.css';

/** The rights ledger: every source and every picture, and those whose licence ends. */
export function RightsPage(): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const [filter, setFilter] = useState<LedgerFilter>('all');
  const [edited, setEdited] = useState<PictureRights | null>(null);
  const ledger = useInfiniteQuery(
    queries.rights.ledger.infiniteOptions({
      input: (cursor: string | null) => ({ filter, cursor }),
      initialPageParam: null as string | null,
      getNextPageParam: ({ cursor }) => cursor,
    }),
  );
  const pages = ledger.data?.pages ?? [];
  const sources = pages.flatMap((page) => page.sources);
  const pictures = pages.flatMap((page) => page.pictures);
  return (
    <>
      {edited !== null && <PictureRightsDialog rights={edited} onClose={() => setEdited(null)} />}
      <Tabs<LedgerFilter>
        className={styles.filter}
        label={translate('ledger.filter')}
        look="pill"
        value={filter}
        onChange={setFilter}
        items={ledgerFilterSchema.options.map((value) => ({
          value,
          label: translate(`ledger.filter.${value}`),
        }))}
      />
      {ledger.isPending ? (
        <Skeleton lines={8} />
      ) : ledger.isError && pages.length === 0 ? (
        <EmptyState
          icon={TriangleAlert}
          tone="problem"
          title={translate('ledger.failed')}
          actions={<Button onClick={() => void ledger.refetch()}>{translate('ui.retry')}</Button>}
        />
      ) : (
        <>
          <Section title={translate('ledger.sources')} text={translate('ledger.sources.text')}>
            <List empty={translate('ledger.sources.empty')}>
              {sources.map((source) => (
                <SourceLine key={source.sourceId} source={source} />
              ))}
            </List>
          </Section>
          <Section title={translate('ledger.pictures')} text={translate('ledger.pictures.text')}>
            <List empty={translate('ledger.pictures.empty')}>
              {pictures.map((picture) => (
                <PictureLine key={picture.mediaId} rights={picture} onEdit={() => setEdited(picture)} />
              ))}
            </List>
            {ledger.hasNextPage && (
              <Button busy={ledger.isFetchingNextPage} onClick={() => void ledger.fetchNextPage()}>
                {translate('ledger.more')}
              </Button>
            )}
          </Section>
        </>
      )}
    </>
  );
}

function List({ empty, children }: { empty: string; children: ReactElement[] }): ReactElement {
  if (children.length === 0) return <p className={styles.empty}>{empty}</p>;
  return (
    <ul className={styles.list} role="list">
      {children}
    </ul>
  );
}

function Line({
  name,
  facts,
  notice,
  standing,
  children,
}: {
  name: ReactNode;
  facts: readonly string[];
  notice: string;
  standing: string | null;
  children?: ReactNode;
}): ReactElement {
  return (
    <li className={styles.line}>
      {children}
      <div className={styles.words}>
        <p className={styles.name}>{name}</p>
        <p className={styles.quiet}>{facts.filter(Boolean).join(' · ')}</p>
        {notice !== '' && <p className={styles.notice}>{notice}</p>}
      </div>
      <span className={styles.standing}>
        <LicenceStanding endsAt={standing} />
      </span>
    </li>
  );
}

function SourceLine({ source }: { source: LedgerSource }): ReactElement {
  const translate = useTranslate();
  const { name, credit, allowedUses, licenceEnds, shareOfCopyPercent, notice } = source;
  const facts = [
    translate(
      allowedUses.publish === null
        ? 'wire.read.rights.unset'
        : allowedUses.publish
          ? 'wire.read.rights.allowed'
          : 'ledger.publish.no',
    ),
    credit === '' ? '' : translate('ledger.credit', { credit }),
    shareOfCopyPercent === null ? '' : translate('ledger.share', { percent: shareOfCopyPercent }),
    allowedUses.archive === false ? translate('ledger.archive.no') : '',
    allowedUses.artificialIntelligence === false ? translate('ledger.ai.no') : '',
  ];
  return <Line name={name} facts={facts} notice={notice} standing={licenceEnds} />;
}

function PictureLine({ rights, onEdit }: { rights: PictureRights; onEdit: () => void }): ReactElement {
  const translate = useTranslate();
  const { mediaId, fileName, notice, expires } = rights;
  const facts = usePictureRightsFacts()(rights);
  return (
    <Line
      name={
        <>
          {fileName}{' '}
          <IconButton
            size="small"
            icon={Pencil}
            label={translate('ledger.edit', { name: fileName })}
            onClick={onEdit}
          />
        </>
      }
      facts={facts}
      notice={notice}
      standing={expires}
    >
      <img className={styles.picture} src={`/media/${mediaId}/small`} alt="" loading="lazy" />
    </Line>
  );
}
