import { useLayoutEffect, useRef } from 'preact/hooks';
import { keys, places } from './keys';
import { say } from './words';

type KeysProps = {
  readonly on: boolean;
  readonly onUse: (on: boolean) => void;
  readonly onClose: () => void;
};

/** All keys of the desk, and the switch that turns them off. The focus comes here and goes back. */
export const KeysDialog = ({ on, onUse, onClose }: KeysProps) => {
  const box = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  // Before the desk behind is out of reach, and takes the focus with it.
  useLayoutEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    box.current?.querySelector('button')?.focus();
    const hear = (event: KeyboardEvent) => {
      // Behind the dialog no key is heard.
      event.stopPropagation();
      if (event.key === 'Tab') stay(event, box.current);
      if (event.key !== 'Escape' && event.key !== '?') return;
      event.preventDefault();
      close.current();
    };
    document.addEventListener('keydown', hear, true);
    return () => {
      document.removeEventListener('keydown', hear, true);
      // Once the desk is there again.
      queueMicrotask(() => before?.focus({ preventScroll: true }));
    };
  }, []);
  return (
    <div class="dialog-ground">
      <div
        class="dialog card stack-close"
        role="dialog"
        aria-modal="true"
        aria-labelledby="keys-title"
        ref={box}
      >
        <div class="desk-row dialog-head">
          <h2 id="keys-title">{say('keysTitle')}</h2>
          <button type="button" class="button" onClick={onClose}>
            {say('keysClose')}
          </button>
        </div>
        <div class="dialog-columns">
          <List
            title={say('keysGo')}
            rows={places.map(({ place, key }) => [key.toUpperCase(), say(`goto.${place}`)])}
          />
          <List
            title={say('keysQueue')}
            rows={keys.map(({ act, shown }) => [shown ?? say('escapeKey'), say(`key.${act}`)])}
          />
          <List
            title={say('keysEverywhere')}
            rows={[
              ['Tab', say('keyTab')],
              [say('enterKey'), say('keyEnter')],
            ]}
          />
        </div>
        <label class={on ? 'option option-on' : 'option'}>
          <input type="checkbox" checked={on} onChange={() => onUse(!on)} />
          {say('keysOn')}
        </label>
      </div>
    </div>
  );
};

/** The keyboard goes round inside. */
const stay = (event: KeyboardEvent, box: HTMLElement | null) => {
  const all = [...(box?.querySelectorAll<HTMLElement>('button, input') ?? [])];
  const [first, last] = [all[0], all[all.length - 1]];
  const { activeElement } = document;
  const outside = !box?.contains(activeElement);
  if (outside || activeElement === (event.shiftKey ? first : last)) {
    event.preventDefault();
    (event.shiftKey ? last : first)?.focus();
  }
};

type ListProps = {
  readonly title: string;
  readonly rows: readonly (readonly [key: string, does: string])[];
};

const List = ({ title, rows }: ListProps) => (
  <div class="stack-close">
    <h3>{title}</h3>
    <dl class="keys">
      {rows.map(([key, does]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  </div>
);
