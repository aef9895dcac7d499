import { useState, type ReactElement } from 'react';
import { formatDateTime } from '../../../shared/domain/indonesian-dates.ts';
import { CompareTwo } from '../../compare/CompareTwo.tsx';
import { useLocale } from '../../i18n.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { useWireCopy } from './use-wire-copy.ts';

/** Copy that can be compared. */
interface ComparedSide {
  storyId: number;
  /** Without it the newest. */
  versionId?: number;
  name: string;
  /** ISO 8601. */
  time: string;
}

interface CompareDialogProps {
  title: string;
  labels: { before: string; after: string };
  choices: readonly ComparedSide[];
  /** Positions of the two that are compared at first. */
  first: { before: number; after: number };
  onClose: () => void;
}

/** Any two of several copies as one text, changed words and figures marked. */
export function CompareDialog({ title, labels, choices, first, onClose }: CompareDialogProps): ReactElement {
  const { language, offsetMinutes } = useLocale();
  const [sides, setSides] = useState({
    before: keyOf(choices[first.before]),
    after: keyOf(choices[first.after]),
  });
  const choose = (side: 'before' | 'after') => (value: string) => setSides({ ...sides, [side]: value });
  const sideOf = (wanted: string): ComparedSide | undefined => choices.find((side) => keyOf(side) === wanted);
  const before = useSide(sideOf(sides.before));
  const after = useSide(sideOf(sides.after));
  return (
    <Dialog open size="wide" title={title} onClose={onClose}>
      <CompareTwo
        before={{ ...before, label: labels.before, value: sides.before, onChange: choose('before') }}
        after={{ ...after, label: labels.after, value: sides.after, onChange: choose('after') }}
        choices={choices.map((choice) => ({
          value: keyOf(choice),
          label: `${choice.name} · ${formatDateTime(Date.parse(choice.time), offsetMinutes, language)}`,
        }))}
      />
    </Dialog>
  );
}

/** What is chosen stays chosen where more comes in meanwhile. */
function keyOf(side: ComparedSide | undefined): string {
  return `${side?.storyId} ${side?.versionId}`;
}

function useSide(side: ComparedSide | undefined): ReturnType<typeof useWireCopy> {
  return useWireCopy(side?.storyId ?? 0, side?.versionId);
}
