import { useState } from 'preact/hooks';
import { limits, type ScreenName } from '../../protocol/messages';
import { Field } from '../parts/Field';
import type { PartProps } from './Desk';
import { nameOf } from './ScreenPanel';
import { say } from './words';

/** Which screens there are, what each is called, and how a computer becomes one of them. */
export const ScreensForm = ({ view, ask }: PartProps) => {
  const { screens } = view.board;
  const [editing, setEditing] = useState<readonly ScreenName[]>();
  const begin = () =>
    setEditing(screens.map(({ screen, name }) => ({ screen, name: nameOf(name, screen) })));
  if (!editing) {
    return (
      <div class="stack-close">
        {screens.length > 1 ? <p class="small">{say('screenAddress')}</p> : null}
        <button type="button" class="button" onClick={begin}>
          {say('screensEdit')}
        </button>
      </div>
    );
  }
  const free = [...Array(limits.arrangeScreensScreensMax).keys()]
    .map((index) => index + 1)
    .find((number) => !editing.some(({ screen }) => screen === number));
  const rename = (number: number, name: string) =>
    setEditing(editing.map((one) => (one.screen === number ? { ...one, name } : one)));
  const save = (event: Event) => {
    event.preventDefault();
    ask({ type: 'arrangeScreens', screens: editing });
    setEditing(undefined);
  };
  return (
    <form class="stack-close" onSubmit={save} noValidate>
      {editing.map(({ screen, name }) => (
        <div key={screen} class="screen-row">
          <Field
            id={`screen-${screen}`}
            label={say('screenNumber', { number: screen })}
            value={name}
            onValue={(typed) => rename(screen, typed)}
            max={limits.screenTitleGraphemesMax}
          />
          {screen === 1 ? null : (
            <button
              type="button"
              class="button button-plain"
              onClick={() => setEditing(editing.filter((one) => one.screen !== screen))}
            >
              {say('stepRemove')}
            </button>
          )}
        </div>
      ))}
      <div class="desk-row">
        <button
          type="button"
          class="button"
          disabled={free === undefined}
          onClick={() =>
            free &&
            setEditing([...editing, { screen: free, name: say('screenNumber', { number: free }) }])
          }
        >
          {say('screenAdd')}
        </button>
        <button
          type="submit"
          class="button button-primary"
          disabled={editing.some(({ name }) => name.trim() === '')}
        >
          {say('screensSave')}
        </button>
        <button type="button" class="button button-plain" onClick={() => setEditing(undefined)}>
          {say('cancel')}
        </button>
      </div>
    </form>
  );
};
