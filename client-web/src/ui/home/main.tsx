import '../old';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/office.css';
import './home.css';
import en from 'words:en/common,refusals,home';
import gcf from 'words:gcf/common,refusals,home';
import { browserStorage } from '../../store/browser';
import { startPage } from '../start';
import { Home } from './Home';

const storage = browserStorage();
startPage({ files: { en, gcf }, storage, page: () => <Home storage={storage} /> });
