import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { screenOf } from '../../board/select';
import baseStyle from '../styles/base.css?url';
import tokenStyle from '../styles/tokens.css?url';
import chartStyle from '../wall/charts.css?url';
import { sceneOf } from '../wall/scene';
import { SceneBody, SceneHeader } from '../wall/Wall';
import wallStyle from '../wall/wall.css?url';
import type { PartProps } from './Desk';
import type { Scene } from './stage';
import { say } from './words';

const styles = [tokenStyle, baseStyle, wallStyle, chartStyle];

/** An empty page of the size of a projector, into which the wall is drawn. */
const prepare = (page: Document, ready: (place: HTMLElement) => void): void => {
  const place = page.createElement('div');
  place.id = 'app';
  page.documentElement.lang = document.documentElement.lang;
  let loading = styles.length;
  for (const style of styles) {
    const link = page.createElement('link');
    link.rel = 'stylesheet';
    link.href = style;
    // Text is measured, so that nothing is drawn before it has its form.
    link.onload = () => {
      loading -= 1;
      if (loading === 0) ready(place);
    };
    page.head.append(link);
  }
  page.body.append(place);
};

/** What the room would see: the wall itself, drawn small from what the desk knows. */
export const Preview = ({ view, stage, scene }: PartProps & { readonly scene: Scene }) => {
  const frame = useRef<HTMLIFrameElement>(null);
  const [place, setPlace] = useState<HTMLElement>();
  useEffect(() => {
    const page = frame.current?.contentDocument;
    if (page) prepare(page, setPlace);
  }, []);
  useEffect(() => {
    if (!place) return;
    const { screen } = screenOf(view.board, stage.screen);
    const shown = sceneOf(view.board, { screen, ...scene });
    render(
      <>
        <SceneHeader view={view} scene={shown} />
        <main>
          <SceneBody view={view} scene={shown} />
        </main>
      </>,
      place,
    );
  });
  useEffect(() => () => place && render(null, place), [place]);
  return (
    <div class="stack-close">
      <div class="preview">
        <iframe ref={frame} title={say('preview')} tabIndex={-1} width={1920} height={1080} />
      </div>
      <div class="desk-row">
        <button type="button" class="button button-primary" onClick={stage.showDraft}>
          {say('showNow')}
        </button>
        <button
          type="button"
          class="button button-plain"
          onClick={() => stage.choose(stage.screen)}
        >
          {say('cancel')}
        </button>
      </div>
    </div>
  );
};
