import '../old';
import '../styles/tokens.css';
import '../styles/base.css';
import './paper.css';
import en from 'words:en/common,refusals,paper';
import gcf from 'words:gcf/common,refusals,paper';
import { isCredential } from '../../protocol/messages';
import { browserStorage } from '../../store/browser';
import { MissingLink } from '../parts/Gone';
import { startPage } from '../start';
import { PaperPage } from './PaperPage';

const code = (location.pathname.split('/')[2] ?? '').toUpperCase();
const credential = location.hash.slice(1);

const storage = browserStorage();
startPage({
  files: { en, gcf },
  storage,
  page: () =>
    isCredential(credential) ? (
      <PaperPage code={code} credential={credential} storage={storage} />
    ) : (
      <MissingLink />
    ),
});
