import '../old';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/office.css';
import './desk.css';
import en from 'words:en/common,refusals,commitments,wall,desk';
import gcf from 'words:gcf/common,refusals,commitments,wall,desk';
import { isCredential } from '../../protocol/messages';
import { browserStorage } from '../../store/browser';
import { MissingLink } from '../parts/Gone';
import { startPage } from '../start';
import { Desk } from './Desk';

const code = (location.pathname.split('/')[2] ?? '').toUpperCase();
const credential = location.hash.slice(1);

const storage = browserStorage();
startPage({
  files: { en, gcf },
  storage,
  page: () =>
    isCredential(credential) ? (
      <Desk code={code} credential={credential} storage={storage} />
    ) : (
      <MissingLink />
    ),
});
