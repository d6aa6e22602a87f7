import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ScreenNow } from '../../protocol/messages';
import type { View } from '../../store/store';
import { facts } from '../languages';
import baseStyle from '../styles/base.css?url';
import tokenStyle from '../styles/tokens.css?url';
import chartStyle from '../wall/charts.css?url';
import { sceneOf } from '../wall/scene';
import { SceneBody, SceneHeader } from '../wall/Wall';
import wallStyle from '../wall/wall.css?url';
import { spoken } from '../words';

const styles = [tokenStyle, baseStyle, wallStyle, chartStyle];

/** An empty page of the size of a projector, into which the wall is drawn. */
const prepare = (page: Document, ready: (place: HTMLElement) => void): void => {
  const place = page.createElement('div');
  place.id = 'app';
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

type FrameProps = {
  readonly view: View;
  readonly screen: ScreenNow;
  /** What it is, for who does not see it; without one, it is said beside it. */
  readonly title?: string;
};

/** The wall itself, drawn small from what the desk knows: what is kept from the room is kept from it too. */
export const WallFrame = ({ view, screen, title }: FrameProps) => {
  const frame = useRef<HTMLIFrameElement>(null);
  const [place, setPlace] = useState<HTMLElement>();
  useEffect(() => {
    const page = frame.current?.contentDocument;
    if (page) prepare(page, setPlace);
  }, []);
  // As the desk speaks, so that who leads the room reads it.
  const language = spoken();
  useEffect(() => {
    if (!place) return;
    place.ownerDocument.documentElement.lang = facts[language].tag;
    const scene = sceneOf(view.board, screen);
    render(
      <>
        <SceneHeader view={view} scene={scene} />
        <main>
          <SceneBody view={view} scene={scene} />
        </main>
      </>,
      place,
    );
  }, [place, view, screen, language]);
  useEffect(() => () => place && render(null, place), [place]);
  return (
    <iframe
      ref={frame}
      title={title}
      aria-hidden={title === undefined}
      tabIndex={-1}
      width={1920}
      height={1080}
    />
  );
};
