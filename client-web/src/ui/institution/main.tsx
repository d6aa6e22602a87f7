import '../old';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/office.css';
import './institution.css';
import en from 'words:en/common,refusals,commitments,institution';
import gcf from 'words:gcf/common,refusals,commitments,institution';
import { isCredential } from '../../protocol/messages';
import { browserStorage } from '../../store/browser';
import { MissingLink } from '../parts/Gone';
import { startPage } from '../start';
import { Office } from './Office';

const code = (location.pathname.split('/')[2] ?? '').toUpperCase();
const credential = location.hash.slice(1);

const storage = browserStorage();
startPage({
  files: { en, gcf },
  storage,
  page: () =>
    isCredential(credential) ? (
      <Office code={code} credential={credential} storage={storage} />
    ) : (
      <MissingLink />
    ),
});
