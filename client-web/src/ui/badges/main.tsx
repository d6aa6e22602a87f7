import '../old';
import '../styles/tokens.css';
import '../styles/base.css';
import './badges.css';
import en from 'words:en/common,refusals,badges';
import gcf from 'words:gcf/common,refusals,badges';
import { isCredential } from '../../protocol/messages';
import { browserStorage } from '../../store/browser';
import { MissingLink } from '../parts/Gone';
import { startPage } from '../start';
import { BadgesPage } from './BadgesPage';

const code = (location.pathname.split('/')[2] ?? '').toUpperCase();
const credential = location.hash.slice(1);

startPage({
  files: { en, gcf },
  storage: browserStorage(),
  page: () =>
    isCredential(credential) ? <BadgesPage code={code} credential={credential} /> : <MissingLink />,
});
