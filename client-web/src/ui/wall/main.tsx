import '../old';
import '../styles/tokens.css';
import '../styles/base.css';
import './wall.css';
import './charts.css';
import en from 'words:en/common,refusals,wall';
import gcf from 'words:gcf/common,refusals,wall';
import { isCredential } from '../../protocol/messages';
import { browserStorage } from '../../store/browser';
import { MissingLink } from '../parts/Gone';
import { startPage } from '../start';
import { screenNumber } from './scene';
import { Wall } from './Wall';

const code = (location.pathname.split('/')[2] ?? '').toUpperCase();
const credential = location.hash.slice(1);
const number = screenNumber(location.search);
const storage = browserStorage();

// Nobody touches a screen of the room: its address says its language, or else its board.
startPage({
  files: { en, gcf },
  storage: undefined,
  page: () =>
    isCredential(credential) ? (
      <Wall code={code} credential={credential} storage={storage} number={number} />
    ) : (
      <MissingLink />
    ),
});
