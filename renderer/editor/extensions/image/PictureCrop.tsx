import { useEffect, useRef, type KeyboardEvent, type ReactElement, type RefObject } from 'react';
import { cropOf, type Crop } from '../../../../shared/document/crop.ts';
import { PICTURE_RATIOS } from '../../../../shared/document/vocabulary.ts';
import { Button } from '../../../ui/Button.tsx';
import { Choice } from '../../../ui/Choice.tsx';
import { Crosshair } from '../../../ui/icons/icons.ts';
import { keepFromEditor } from '../../keep-from-editor.ts';
import type { EditorServices } from '../../services.ts';
import type { ImageDetails } from './image-actions.ts';
import styles from './image.module.css';

type Framing = Pick<ImageDetails, 'ratio' | 'focusX' | 'focusY' | 'width' | 'height'>;

interface CropBarProps {
  framing: Framing;
  focusing: boolean;
  say: EditorServices['say'];
  onRatio: (ratio: ImageDetails['ratio']) => void;
  onFocusing: (focusing: boolean) => void;
}

/** Which crop the page shows, and the switch that shows the point it keeps. */
export function CropBar({ framing, focusing, say, onRatio, onFocusing }: CropBarProps): ReactElement {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => (bar.current === null ? undefined : keepFromEditor(bar.current)), []);
  return (
    <div ref={bar} className={styles.cropBar}>
      <span aria-hidden>{say('editor.image.crop')}</span>
      <Choice
        className={styles.ratio}
        label={say('editor.image.crop')}
        value={framing.ratio}
        choices={PICTURE_RATIOS.map((ratio) => ({
          value: ratio,
          name: ratio === 'original' ? say('editor.image.crop.none') : ratio,
        }))}
        onChange={onRatio}
      />
      <Button
        size="small"
        look="ghost"
        icon={Crosshair}
        aria-pressed={focusing}
        onClick={() => onFocusing(!focusing)}
      >
        {say('editor.image.focus')}
      </Button>
    </div>
  );
}

/** Places an element by fractions of its parent. The page forbids style attributes, not styles set by script. */
function usePlace(place: Partial<Crop> & { aspect?: number }): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  const { left, top, width, height, aspect } = place;
  useEffect(() => {
    const style = element.current?.style;
    if (style === undefined) return;
    const percent = (value: number | undefined): string => (value === undefined ? '' : `${value * 100}%`);
    style.left = percent(left);
    style.top = percent(top);
    style.width = percent(width);
    style.height = percent(height);
    style.aspectRatio = aspect === undefined ? '' : String(aspect);
  }, [left, top, width, height, aspect]);
  return element;
}

interface FocusPadProps {
  framing: Framing;
  say: EditorServices['say'];
  onFocus: (focus: { focusX: number; focusY: number }) => void;
}

const STEP = 0.05;
const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

function fraction(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 100) / 100;
}

/** The picture's focus, set by a click or the arrow keys, and the part of the picture the crop leaves. */
export function FocusPad({ framing, say, onFocus }: FocusPadProps): ReactElement {
  const { focusX, focusY, width, height, ratio } = framing;
  const crop = cropOf(framing);
  const pad = usePlace({ aspect: width / height });
  const frame = usePlace(crop);
  const point = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (point.current === null) return undefined;
    point.current.style.left = `${focusX * 100}%`;
    point.current.style.top = `${focusY * 100}%`;
    return undefined;
  }, [focusX, focusY]);
  useEffect(() => {
    point.current?.focus();
    return pad.current === null ? undefined : keepFromEditor(pad.current);
  }, [pad]);

  function handleKey(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onFocus({ focusX: fraction(focusX + step[0]), focusY: fraction(focusY + step[1]) });
  }

  return (
    // The point itself is moved by the arrow keys; the picture around it takes clicks.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div
      ref={pad}
      className={styles.focusPad}
      onClick={(event) => {
        event.stopPropagation();
        const area = event.currentTarget.getBoundingClientRect();
        onFocus({
          focusX: fraction((event.clientX - area.left) / area.width),
          focusY: fraction((event.clientY - area.top) / area.height),
        });
      }}
    >
      {ratio !== 'original' && <div ref={frame} className={styles.cropFrame} />}
      <button
        ref={point}
        type="button"
        className={styles.focusPoint}
        aria-label={say('editor.image.focus.at', {
          x: Math.round(focusX * 100),
          y: Math.round(focusY * 100),
        })}
        onKeyDown={handleKey}
      />
    </div>
  );
}
