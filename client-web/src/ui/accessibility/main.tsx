import '../old';
import '../styles/tokens.css';
import '../styles/base.css';
import './accessibility.css';
import en from 'words:en/common,refusals,accessibility';
import gcf from 'words:gcf/common,refusals,accessibility';
import { browserStorage } from '../../store/browser';
import { startPage } from '../start';
import { Statement } from './Statement';

startPage({ files: { en, gcf }, storage: browserStorage(), page: () => <Statement /> });
