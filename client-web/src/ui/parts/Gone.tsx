import { closeCodes } from '../../protocol/messages';
import { refusalText, sayCommon } from '../words';
import { Heading, Page } from './Page';

/** Why a page with a secret link cannot go on, and what to do. */
export const Gone = ({ code }: { code: number }) => {
  if (code === closeCodes.unknownBoard) {
    return <Stop title={sayCommon('goneTitle')} help={refusalText({ word: 'unknownBoard' })} />;
  }
  if (code === closeCodes.unknownCredential) {
    return <Stop title={sayCommon('goneTitle')} help={sayCommon('missingLinkHelp')} />;
  }
  return <Stop title={sayCommon('oldPage')} help={sayCommon('oldPageHelp')} reload />;
};

/** A page whose link lacks its secret. */
export const MissingLink = () => (
  <Stop title={sayCommon('missingLink')} help={sayCommon('missingLinkHelp')} />
);

type WrongProps = {
  readonly code: string;
  readonly credential: string;
  /** The page that the link is for. */
  readonly is: 'desk' | 'wall';
};

/** A link that opens another page than the one it was put into. */
export const WrongLink = ({ code, credential, is }: WrongProps) => {
  const title = sayCommon(is === 'wall' ? 'linkForWall' : 'linkForDesk');
  return (
    <Page screen="gone" title={title}>
      <div class="column stack">
        <Heading>{title}</Heading>
        <a class="button button-primary" href={`/${is}/${code}#${credential}`}>
          {sayCommon(is === 'wall' ? 'goWall' : 'goDesk')}
        </a>
      </div>
    </Page>
  );
};

type StopProps = { readonly title: string; readonly help: string; readonly reload?: boolean };

const Stop = ({ title, help, reload }: StopProps) => (
  <Page screen="gone" title={title}>
    <div class="column stack">
      <Heading>{title}</Heading>
      <p>{help}</p>
      {reload ? (
        <button type="button" class="button button-primary" onClick={() => location.reload()}>
          {sayCommon('reload')}
        </button>
      ) : (
        <a class="button button-primary" href="/">
          {sayCommon('home')}
        </a>
      )}
    </div>
  </Page>
);
